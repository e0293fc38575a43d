package dev.lightfoot.sim.runner;

import dev.lightfoot.sim.runner.Quintic.Knot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The motion of one foot from an initial contact to the next: pitch through landing, foot-flat, heel rise, push-off and
 * swing; the sole rolls on the ground in stance and clears it in swing. Angles in rad, pitch positive toes up.
 */
final class Stride {
    /** Foot-flat comes within this time even in a long contact. */
    private static final double LONGEST_SLAP_S = 0.12;

    /** A foot flat for longer than this stands still, until it rolls on. */
    private static final double LONGEST_FLAT_S = 0.6;

    private static final double ROLLS_ON_S = 0.15;
    private static final double FLAT_RATE_DEGPS = -8;
    private static final double HEEL_RISE_PITCH_DEG = -2;
    private static final double HEEL_RISE_RATE_DEGPS = -35;
    /** In the air the pod does not follow the sole's sharp curve: it is this much wider there, blended in and out. */
    private static final double SWING_WIDER_RAD = 0.25;

    private static final double SWING_BLEND = 0.35;

    /** Share of the swing over which the leg lets go of that again, ever faster until contact. */
    private static final double SETTLE_BLEND = 0.25;

    /** Greatest share of the speed into the ground that this brings. */
    private static final double SETTLING_SHARE = 0.7;

    /** Acceleration, m/s2, with which the tip of a running shoe leaves the ground; recorded runners 10 to 35. */
    private static final double LIFT_MPS2 = 20;

    /** Pitch rate at a running terminal contact over the heel's mean rate of rise. */
    private static final double RUNNING_PUSH = 1.15;

    /** How far a pitch falls over the product of time and end rate, when the rate grows evenly. */
    private static final double EVEN_FALL = 0.5;

    private static final double WOBBLE_DECAY_S = 0.03;
    private static final double DERIVATIVE_STEP_S = 1e-4;

    private final Traits traits;
    private final Contact contact;
    private final Rocker rocker;
    private final double gaitFactor;
    private final List<Quintic> pitch = new ArrayList<>();
    private final List<Quintic> roll = new ArrayList<>();
    private final List<Quintic> yaw = new ArrayList<>();
    private final @Nullable Quintic place;
    private final @Nullable Quintic clearance;
    private final double clearanceM;
    private final double swingWiderRad;

    Stride(Traits traits, Contact contact, @Nullable Contact next) {
        this.traits = traits;
        this.contact = contact;
        rocker = new Rocker(
                traits.podHeightM(), traits.heelBehindM(), traits.ballAheadM(), Math.toRadians(traits.rockerDeg()));
        gaitFactor = gaitFactor(contact.gait());
        Knot touch = contact.isStep() ? touchDown(contact, traits) : Knot.at(contact.contactS(), 0, 0);
        double flatS = contact.contactS() + Math.min(LONGEST_SLAP_S, traits.slapShare() * contact.strideContactS());
        boolean leaves = next != null && !Double.isInfinite(contact.liftS());
        double liftS = contact.liftS();
        double swingS = next == null ? 0 : next.contactS() - liftS;
        clearanceM = 0.03 + 0.05 * gaitFactor;

        List<Knot> knots = new ArrayList<>();
        knots.add(touch);
        boolean stands = !leaves || riseS(flatS) - flatS > LONGEST_FLAT_S;
        knots.add(Knot.at(flatS, 0, stands ? 0 : Math.toRadians(FLAT_RATE_DEGPS)));
        if (next != null && leaves) {
            pushOff(knots, flatS, liftS, swingS, next);
        }
        join(pitch, knots);
        double outwards = Math.toRadians(contact.isStep() ? traits.rollDeg() : 0);
        List<Knot> rolls = new ArrayList<>(List.of(Knot.at(contact.contactS(), outwards, 0), Knot.at(flatS, 0, 0)));
        List<Knot> yaws = new ArrayList<>(List.of(Knot.at(contact.contactS(), 0, 0), Knot.at(flatS, 0, 0)));
        if (next != null && leaves) {
            double turn = Math.toRadians(traits.swingRollDeg()) * contact.liveliness();
            rolls.add(Knot.at(liftS - 0.02, 0, 0));
            rolls.add(Knot.at(liftS + 0.45 * swingS, -turn, 0));
            rolls.add(Knot.at(next.contactS(), Math.toRadians(traits.rollDeg()), 0));
            yaws.add(Knot.at(liftS - 0.02, 0, 0));
            yaws.add(Knot.at(liftS + 0.35 * swingS, 0.7 * turn, 0));
            yaws.add(Knot.at(next.contactS(), 0, 0));
            place = swingPlace(liftS, next);
            double impact = impactMps(next);
            double byWidth = 2 / (SETTLE_BLEND * swingS) * rocker.raisedByWidth(Math.toRadians(next.strikeAngleDeg()));
            swingWiderRad = Math.min(SWING_WIDER_RAD, SETTLING_SHARE * impact / byWidth);
            double settlingMps = swingWiderRad * byWidth;
            clearance = Quintic.between(
                    new Knot(liftS, 0, 0, LIFT_MPS2 * gaitFactor),
                    new Knot(next.contactS(), 0, settlingMps - impact, -traits.fallShare() * impact / Traits.FALL_S));
        } else {
            place = null;
            clearance = null;
            swingWiderRad = 0;
        }
        join(roll, rolls);
        join(yaw, yaws);
    }

    double startS() {
        return contact.contactS();
    }

    double pitch(double timeS) {
        return value(pitch, timeS);
    }

    /** Pitch of the pod, which wobbles on the shoe after the impact. */
    double podPitch(double timeS) {
        double sinceS = timeS - contact.contactS();
        double wobble = contact.isStep() && sinceS > 0
                ? Math.toRadians(traits.wobbleDeg())
                        * gaitFactor
                        * contact.liveliness()
                        * Math.exp(-sinceS / WOBBLE_DECAY_S)
                        * (1 - Math.exp(-sinceS / 0.004))
                        * Math.sin(2 * Math.PI * traits.wobbleHz() * sinceS)
                : 0;
        return pitch(timeS) + wobble;
    }

    double roll(double timeS) {
        return value(roll, timeS);
    }

    double yaw(double timeS) {
        return value(yaw, timeS);
    }

    /** Along the ground, in m. */
    double place(double timeS) {
        return place != null && timeS > place.startS() ? place.at(timeS) : stancePlace(timeS);
    }

    /** Above the ground, in m. */
    double height(double timeS) {
        return rocker.height(pitch(timeS)) + clearance(timeS) + cushion(timeS);
    }

    /** Of the lowest point of the sole above the ground, in m: 0 in stance. */
    double clearance(double timeS) {
        if (clearance == null || timeS <= clearance.startS()) {
            return 0;
        }
        double u = (timeS - clearance.startS()) / (clearance.endS() - clearance.startS());
        double high = Math.min(1, u / (1 - traits.skimShare()));
        double arc = high * (1 - high);
        double settling = 1 - Math.min(1, (1 - u) / SETTLE_BLEND);
        double wider = swingWiderRad * smooth(u / SWING_BLEND) * (1 - settling * settling);
        return clearance.at(timeS) + clearanceM * 64 * arc * arc * arc + rocker.raised(pitch(timeS), wider);
    }

    /** How far the shoe is pressed together by the impact, in m, negative. */
    private double cushion(double timeS) {
        double sinceS = timeS - contact.contactS();
        return contact.isStep() && sinceS > 0
                ? -impactMps(contact) * sinceS * Math.exp(-sinceS / traits.cushionS())
                : 0;
    }

    private double stancePlace(double timeS) {
        double sinceS = Math.max(0, timeS - contact.contactS());
        double slipped = contact.isStep()
                ? slipMps(contact) * traits.cushionS() * (1 - Math.exp(-sinceS / traits.cushionS()))
                : 0;
        return contact.placeM() + slipped - rocker.rolled(pitch(timeS));
    }

    private double riseS(double flatS) {
        return Math.max(
                flatS + 0.1 * contact.strideContactS(),
                contact.liftS() - (1 - traits.heelRiseShare()) * contact.strideContactS());
    }

    private void pushOff(List<Knot> knots, double flatS, double liftS, double swingS, Contact next) {
        double riseS = riseS(flatS);
        double riseDuration = liftS - riseS;
        if (riseS - flatS > LONGEST_FLAT_S) {
            knots.add(Knot.at(riseS - ROLLS_ON_S, 0, 0));
        }
        boolean walks = contact.gait() == Gait.WALKING;
        double liftDeg = traits.toeOffDeg() + (walks ? traits.walkToeOffDeg() : 0);
        double meanDegPerS = (liftDeg + HEEL_RISE_PITCH_DEG) / riseDuration;
        double liftRate = -(walks ? traits.walkPush() : RUNNING_PUSH) * meanDegPerS * contact.liveliness();
        knots.add(Knot.at(riseS, Math.toRadians(HEEL_RISE_PITCH_DEG), Math.toRadians(HEEL_RISE_RATE_DEGPS)));
        knots.add(new Knot(
                liftS,
                Math.toRadians(-liftDeg),
                Math.toRadians(liftRate),
                Math.toRadians(traits.toeOffBrake() * meanDegPerS / riseDuration)));
        double kickS = (walks ? 0.13 : 0.22) * swingS;
        double kickDeg = Math.max(traits.kickDeg() * gaitFactor, 0.4 * -liftRate * kickS);
        knots.add(Knot.at(liftS + kickS, Math.toRadians(-liftDeg - kickDeg), 0));
        Knot touch = touchDown(next, traits);
        knots.add(toesHighest(touch, traits.lowersShare() * swingS));
        knots.add(touch);
    }

    /** Where the toes are highest before a contact: their fall from there to its rate is about even. */
    private Knot toesHighest(Knot touch, double loweringS) {
        double raised = Math.toRadians(traits.raiseDeg() * gaitFactor) - EVEN_FALL * touch.rate() * loweringS;
        double steepest = 2 * raised / (loweringS * loweringS);
        double bend = Math.min(steepest, Math.toRadians(traits.raiseDegPerS2()) * gaitFactor);
        return new Knot(touch.timeS() - loweringS, touch.value() + raised, 0, -bend);
    }

    private static Knot touchDown(Contact contact, Traits traits) {
        double rateDegPerS = -gaitFactor(contact.gait())
                * contact.liveliness()
                * (traits.loweringDegPerS() + 11 * Math.max(0, contact.strikeAngleDeg()));
        return Knot.at(contact.contactS(), Math.toRadians(contact.strikeAngleDeg()), Math.toRadians(rateDegPerS));
    }

    /** From 0 to 1 over [0, 1], level in rate and acceleration at both ends. */
    private static double smooth(double part) {
        double u = Math.clamp(part, 0.0, 1.0);
        return u * u * u * (10 - 15 * u + 6 * u * u);
    }

    /** How brisk a gait's landing and swing are beside running's. */
    private static double gaitFactor(Gait gait) {
        return switch (gait) {
            case STANDING -> 0.3;
            case WALKING -> 0.4;
            case JOGGING -> 0.85;
            case RUNNING -> 1;
        };
    }

    private Quintic swingPlace(double liftS, Contact next) {
        double h = DERIVATIVE_STEP_S;
        double at = stancePlace(liftS);
        double before = stancePlace(liftS - h);
        double earlier = stancePlace(liftS - 2 * h);
        Knot touch = touchDown(next, traits);
        double heightM = rocker.height(touch.value());
        return Quintic.between(
                new Knot(liftS, at, (3 * at - 4 * before + earlier) / (2 * h), (at - 2 * before + earlier) / (h * h)),
                new Knot(
                        next.contactS(),
                        next.placeM() - rocker.rolled(touch.value()),
                        slipMps(next) - heightM * touch.rate(),
                        -traits.retraction() * (next.placeM() - contact.placeM()) / (next.contactS() - liftS)));
    }

    private double impactMps(Contact of) {
        return traits.impactMps() * gaitFactor(of.gait()) * of.liveliness();
    }

    private double slipMps(Contact of) {
        return traits.slipMps() * gaitFactor(of.gait()) * of.liveliness();
    }

    private static void join(List<Quintic> pieces, List<Knot> knots) {
        for (int i = 1; i < knots.size(); i++) {
            pieces.add(Quintic.between(knots.get(i - 1), knots.get(i)));
        }
    }

    private static double value(List<Quintic> pieces, double timeS) {
        for (Quintic piece : pieces) {
            if (timeS <= piece.endS()) {
                return piece.at(timeS);
            }
        }
        Quintic last = pieces.getLast();
        return last.at(last.endS());
    }
}
