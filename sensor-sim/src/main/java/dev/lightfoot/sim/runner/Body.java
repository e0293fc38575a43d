package dev.lightfoot.sim.runner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A runner playing a scenario: two shoes with an IMU each, and the truth. The same scenario, outing and seed give the same
 * run, whatever the rate it is sampled at. The shoes may be read from two threads, each from one.
 */
public final class Body {
    private final Scenario scenario;
    private final PushOff pushOff;
    private final List<List<Contact>> contacts;
    private final Shoe left;
    private final Shoe right;

    public Body(Scenario scenario, long seed) {
        this(scenario, seed, Outing.plain());
    }

    public Body(Scenario scenario, long seed, Mount leftMount, Mount rightMount) {
        this(scenario, seed, Outing.worn(Worn.tight(leftMount), Worn.tight(rightMount)));
    }

    public Body(Scenario scenario, long seed, Outing outing) {
        this.scenario = scenario;
        Traits traits = Traits.drawn(seed, outing.habit(), outing.surface());
        pushOff = traits.pushOff();
        contacts = StepPlan.of(scenario, traits, outing.surface(), seed);
        left = new Shoe(Side.LEFT, traits, outing.left(), contacts.get(0), scenario, seed);
        right = new Shoe(Side.RIGHT, traits, outing.right(), contacts.get(1), scenario, seed);
    }

    public ImuSource left() {
        return left;
    }

    public ImuSource right() {
        return right;
    }

    public Scenario scenario() {
        return scenario;
    }

    /** All stances of both feet that begin with a step and end with one, in order of contact. */
    public List<TrueStance> stances() {
        return landings().stream().filter(stance -> !stance.stays()).toList();
    }

    /** All stances of both feet that begin with a step, those included in which a foot comes to stand. */
    public List<TrueStance> landings() {
        List<TrueStance> landings = new ArrayList<>();
        for (Side side : Side.values()) {
            for (Contact contact : contacts.get(side == Side.LEFT ? 0 : 1)) {
                if (contact.isStep()) {
                    landings.add(new TrueStance(
                            side,
                            contact.gait(),
                            (long) (contact.contactS() * 1e9),
                            (long) ((contact.liftS() + pushOff.springS(contact.gait())) * 1e9),
                            contact.strikeAngleDeg(),
                            TrueStance.Pattern.of(contact.strikeAngleDeg())));
                }
            }
        }
        landings.sort(Comparator.comparingLong(TrueStance::contactNs));
        return landings;
    }

    Shoe shoe(Side side) {
        return side == Side.LEFT ? left : right;
    }
}
