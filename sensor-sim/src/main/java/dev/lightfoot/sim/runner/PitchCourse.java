package dev.lightfoot.sim.runner;

import dev.lightfoot.sim.runner.Quintic.Knot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pitch of a sole against the ground from one contact to the next: slap, foot-flat, heel rise, push-off, swing. */
final class PitchCourse {
    /** Foot-flat comes within this time even in a long contact; recorded walkers take 80 to 210 ms. */
    private static final double LONGEST_SLAP_S = 0.2;

    /** A foot flat for longer than this stands still, until it rolls on. */
    private static final double LONGEST_FLAT_S = 0.6;

    private static final double ROLLS_ON_S = 0.15;
    private static final double FLAT_RATE_DEGPS = -8;
    private static final double HEEL_RISE_PITCH_DEG = -2;
    private static final double HEEL_RISE_RATE_DEGPS = -35;
    /** Strikes flatter than this do not keep the heel up: the border of forefoot strikes. */
    private static final double FOREFOOT_DEG = -1.6;

    /** How far a pitch falls over the product of time and end rate, when the rate grows evenly. */
    private static final double EVEN_FALL = 0.5;

    private final Traits traits;
    private final Contact contact;
    private final double gaitFactor;
    private final double flatS;
    private final double flatDeg;
    private final Curve curve;

    PitchCourse(Traits traits, Contact contact, @Nullable Contact next) {
        this.traits = traits;
        this.contact = contact;
        gaitFactor = contact.gait().briskness();
        double slapS = traits.landing().slapShare() * contact.strideContactS();
        flatS = contact.contactS() + Math.min(LONGEST_SLAP_S, slapS);
        flatDeg = contact.isStep()
                ? -Math.min(traits.landing().hoverDeg(), Math.max(0, FOREFOOT_DEG - contact.strikeAngleDeg()))
                : 0;
        List<Knot> knots = new ArrayList<>();
        knots.add(contact.isStep() ? touchDown(contact, traits) : Knot.at(contact.contactS(), 0, 0));
        boolean leaves = next != null && !Double.isInfinite(contact.liftS());
        boolean stands = !leaves || riseS() - flatS > LONGEST_FLAT_S;
        knots.add(knot(flatS, stands ? 0 : flatDeg, stands ? 0 : FLAT_RATE_DEGPS));
        if (next != null && leaves) {
            double swingS = next.contactS() - contact.liftS();
            leave(knots, swingS, stands ? 0 : flatDeg);
            Knot touch = touchDown(next, traits);
            knots.add(toesHighest(touch, traits.swing().lowersShare() * swingS));
            knots.add(touch);
        }
        curve = Curve.through(knots);
    }

    /** Radians, positive toes up. */
    double at(double timeS) {
        return curve.at(timeS);
    }

    double flatS() {
        return flatS;
    }

    static Knot touchDown(Contact contact, Traits traits) {
        double rateDegPerS = -contact.gait().briskness()
                * contact.liveliness()
                * (traits.landing().loweringDegPerS() + 11 * Math.max(0, contact.strikeAngleDeg()));
        return knot(contact.contactS(), contact.strikeAngleDeg(), rateDegPerS);
    }

    private boolean walks() {
        return contact.gait() == Gait.WALKING || contact.gait() == Gait.STANDING;
    }

    private double riseS() {
        PushOff pushOff = traits.pushOff();
        double share = walks() ? pushOff.walkHeelRiseShare() : pushOff.heelRiseShare();
        double contactS = contact.strideContactS();
        return Math.max(flatS + 0.1 * contactS, contact.liftS() - (1 - share) * contactS);
    }

    private void leave(List<Knot> knots, double swingS, double fromDeg) {
        if (riseS() - flatS > LONGEST_FLAT_S) {
            knots.add(Knot.at(riseS() - ROLLS_ON_S, 0, 0));
        }
        knots.add(knot(riseS(), HEEL_RISE_PITCH_DEG + fromDeg, HEEL_RISE_RATE_DEGPS));
        if (walks()) {
            walkOff(knots);
        } else {
            runOff(knots, swingS, fromDeg);
        }
    }

    private void walkOff(List<Knot> knots) {
        PushOff pushOff = traits.pushOff();
        double liftS = contact.liftS();
        double peak = -pushOff.walkPeakDegPerS(contact.strideContactS()) * contact.liveliness();
        double left = pushOff.walkRateLeft() * peak;
        double liftDeg = -pushOff.walkToeOffDeg();
        knots.add(knot(liftS - pushOff.walkPeakS(), liftDeg - EVEN_FALL * (peak + left) * pushOff.walkPeakS(), peak));
        double slowing = -left / pushOff.walkLowestS();
        knots.add(new Knot(liftS, Math.toRadians(liftDeg), Math.toRadians(left), Math.toRadians(slowing)));
        knots.add(knot(liftS + pushOff.walkLowestS(), liftDeg + EVEN_FALL * left * pushOff.walkLowestS(), 0));
    }

    private void runOff(List<Knot> knots, double swingS, double fromDeg) {
        PushOff pushOff = traits.pushOff();
        double liftS = contact.liftS();
        double riseDuration = liftS - riseS();
        double meanDegPerS = (pushOff.toeOffDeg() + HEEL_RISE_PITCH_DEG + fromDeg) / riseDuration;
        double liftRate = -pushOff.push() * meanDegPerS * contact.liveliness();
        knots.add(new Knot(
                liftS,
                Math.toRadians(-pushOff.toeOffDeg()),
                Math.toRadians(liftRate),
                Math.toRadians(pushOff.toeOffBrake() * meanDegPerS / riseDuration)));
        double kickS = traits.swing().kickShare() * swingS;
        double kickDeg = Math.max(traits.swing().kickDeg() * gaitFactor, 0.35 * -liftRate * kickS);
        knots.add(knot(liftS + kickS, -pushOff.toeOffDeg() - kickDeg, 0));
    }

    /** Where the toes are highest before a contact: their fall from there to its rate is about even. */
    private Knot toesHighest(Knot touch, double loweringS) {
        double raised = Math.toRadians(traits.swing().raiseDeg() * gaitFactor) - EVEN_FALL * touch.rate() * loweringS;
        double steepest = 2 * raised / (loweringS * loweringS);
        double bend = Math.min(steepest, Math.toRadians(traits.swing().raiseDegPerS2()) * gaitFactor);
        return new Knot(touch.timeS() - loweringS, touch.value() + raised, 0, -bend);
    }

    private static Knot knot(double timeS, double deg, double degPerS) {
        return Knot.at(timeS, Math.toRadians(deg), Math.toRadians(degPerS));
    }
}
