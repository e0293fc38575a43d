package dev.lightfoot.sim.runner;

import dev.lightfoot.sim.runner.Quintic.Knot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The motion of one foot from an initial contact to the next, on the ground it stands on: the sole rolls on the ground in
 * stance and clears it in swing. Angles in rad, pitch positive toes up.
 */
final class Stride {
    /** In the air the pod does not follow the sole's sharp curve: it is this much wider there, blended in and out. */
    private static final double SWING_WIDER_RAD = 0.25;

    private static final double SWING_BLEND = 0.35;

    /** Share of the swing over which the leg lets go of that again, ever faster until contact. */
    private static final double SETTLE_BLEND = 0.25;

    /** Greatest share of the speed into the ground that this brings. */
    private static final double SETTLING_SHARE = 0.7;

    /** Share of the contact time at which the foot is rolled inwards most; runners 0.35 to 0.45. */
    private static final double PRONATED_SHARE = 0.4;

    /** Shares of the swing between which the foot turns from the ground it left to that it comes to. */
    private static final double TURNS_FROM = 0.25;

    private static final double TURNS_TO = 0.75;

    private static final double SCUFF_S = 0.03;
    private static final double WOBBLE_DECAY_S = 0.03;
    private static final double DERIVATIVE_STEP_S = 1e-4;

    private final Landing landing;
    private final Contact contact;
    private final Rocker rocker;
    private final PitchCourse pitch;
    private final Curve roll;
    private final Curve yaw;
    private final @Nullable Quintic place;
    private final @Nullable Quintic clearance;
    private final double skimShare;
    private final double clearanceM;
    private final double swingWiderRad;
    private final Footing from;
    private final Footing to;
    private final double strideM;

    Stride(Traits traits, Contact contact, @Nullable Contact next) {
        landing = traits.landing();
        this.contact = contact;
        rocker = traits.build().rocker();
        pitch = new PitchCourse(traits, contact, next);
        skimShare = traits.swing().skimShare();
        clearanceM = traits.swing().clearanceM() * (0.4 + 0.6 * contact.gait().briskness());
        from = contact.footing();
        boolean leaves = next != null && !Double.isInfinite(contact.liftS());
        List<Knot> rolls = new ArrayList<>();
        rolls.add(Knot.at(contact.contactS(), Math.toRadians(contact.isStep() ? landing.rollDeg() : 0), 0));
        double brisk = contact.isStep() ? contact.gait().briskness() : 0;
        double pronatedS = Math.max(pitch.flatS(), contact.contactS() + PRONATED_SHARE * contact.strideContactS());
        rolls.add(Knot.at(pronatedS, -Math.toRadians(landing.pronationDeg() * brisk), 0));
        List<Knot> yaws = new ArrayList<>();
        yaws.add(Knot.at(contact.contactS(), 0, 0));
        yaws.add(Knot.at(pitch.flatS(), 0, 0));
        if (next != null && leaves) {
            double liftS = contact.liftS();
            double swingS = next.contactS() - liftS;
            double turn = Math.toRadians(traits.swing().turnDeg()) * contact.liveliness();
            rolls.add(Knot.at(Math.max(liftS - 0.02, pronatedS + 0.03), 0, 0));
            rolls.add(Knot.at(liftS + 0.45 * swingS, -turn, 0));
            rolls.add(Knot.at(next.contactS(), Math.toRadians(landing.rollDeg()), 0));
            yaws.add(Knot.at(liftS - 0.02, 0, 0));
            yaws.add(Knot.at(liftS + 0.35 * swingS, 0.7 * turn, 0));
            yaws.add(Knot.at(next.contactS(), 0, 0));
            place = swingPlace(traits, next);
            double impact = impactMps(next);
            double byWidth = 2 / (SETTLE_BLEND * swingS) * rocker.raisedByWidth(Math.toRadians(next.strikeAngleDeg()));
            swingWiderRad = Math.min(SWING_WIDER_RAD, SETTLING_SHARE * impact / byWidth);
            double settlingMps = swingWiderRad * byWidth;
            double fall = -landing.fallShare() * impact / Landing.FALL_S;
            clearance = Quintic.between(
                    new Knot(
                            liftS,
                            0,
                            0,
                            traits.swing().liftMps2() * contact.gait().briskness()),
                    new Knot(next.contactS(), 0, settlingMps - impact, fall));
            to = next.footing();
            strideM = next.placeM() - contact.placeM();
        } else {
            place = null;
            clearance = null;
            swingWiderRad = 0;
            to = from;
            strideM = 0;
        }
        roll = Curve.through(rolls);
        yaw = Curve.through(yaws);
    }

    double pitch(double timeS) {
        return pitch.at(timeS);
    }

    /** Pitch of the pod against the ground, which wobbles on the shoe after the impact. */
    double podPitch(double timeS) {
        double sinceS = timeS - contact.contactS();
        double wobble = contact.isStep() && sinceS > 0
                ? Math.toRadians(landing.wobbleDeg())
                        * contact.gait().briskness()
                        * contact.liveliness()
                        * Math.exp(-sinceS / WOBBLE_DECAY_S)
                        * (1 - Math.exp(-sinceS / 0.004))
                        * Math.sin(2 * Math.PI * landing.wobbleHz() * sinceS)
                : 0;
        return pitch(timeS) + wobble;
    }

    double roll(double timeS) {
        return roll.at(timeS);
    }

    double yaw(double timeS) {
        return yaw.at(timeS);
    }

    /** Along the way, in m. */
    double place(double timeS) {
        return place != null && timeS > place.startS() ? place.at(timeS) : stancePlace(timeS);
    }

    /** Above the ground, in m. */
    double height(double timeS) {
        return heightOver(timeS, pitch(timeS));
    }

    /** Of the lowest point of the sole above the ground, in m: 0 in stance. */
    double clearance(double timeS) {
        return clearance(timeS, pitch(timeS));
    }

    /**
     * Poses the pod's point on the foot in the world.
     *
     * @param mirror 1 for the right foot, -1 for the left
     * @param fidget what a standing foot does beside
     */
    void pose(double timeS, double mirror, Fidget fidget, Pose into) {
        double fidgetPitch = fidget.pitch(timeS);
        double solePitch = pitch(timeS) + fidgetPitch;
        double outwards = roll(timeS) + fidget.roll(timeS);
        double ahead = place(timeS) - contact.placeM();
        if (fidgetPitch != 0) {
            ahead -= rocker.rolled(solePitch) - rocker.rolled(pitch(timeS));
        }
        double over = heightOver(timeS, solePitch);
        double turned = turned(timeS);
        into.xM = 0;
        into.yM = 0;
        into.zM = 0;
        from.addWorld(1 - turned, ahead, over, into);
        to.addWorld(turned, ahead - strideM, over, into);
        double heading = blend(from.headingRad(), to.headingRad(), turned);
        double aside = -mirror * rocker.heightM() * Math.sin(outwards);
        into.xM -= aside * Math.sin(heading);
        into.yM += aside * Math.cos(heading);
        into.turn(
                heading + mirror * (yaw(timeS) + fidget.yaw(timeS)),
                podPitch(timeS) + fidgetPitch + blend(from.slopeRad(), to.slopeRad(), turned),
                mirror * (outwards + blend(from.bankRad(), to.bankRad(), turned)));
    }

    /** Adds the shock of a shoe that scuffs half-way through this swing. */
    void scuff(double timeS, ImuReading into) {
        if (to.stumble() > 0 && place != null) {
            double midS = (place.startS() + place.endS()) / 2;
            new Knock(midS, SCUFF_S, -to.stumble(), 0, to.stumble() / 2).addTo(timeS, into);
        }
    }

    /** How much of the way the foot has turned to its next ground: 0 in stance, 1 at the next contact. */
    private double turned(double timeS) {
        if (place == null || timeS <= place.startS()) {
            return 0;
        }
        double part = (timeS - place.startS()) / (place.endS() - place.startS());
        return Curve.smooth((part - TURNS_FROM) / (TURNS_TO - TURNS_FROM));
    }

    private static double blend(double from, double to, double part) {
        return from + part * (to - from);
    }

    private double heightOver(double timeS, double solePitch) {
        return rocker.height(solePitch) + clearance(timeS, solePitch) + cushion(timeS);
    }

    private double clearance(double timeS, double solePitch) {
        if (clearance == null || timeS <= clearance.startS()) {
            return 0;
        }
        double u = (timeS - clearance.startS()) / (clearance.endS() - clearance.startS());
        double high = Math.min(1, u / (1 - skimShare));
        double arc = high * (1 - high);
        double settling = 1 - Math.min(1, (1 - u) / SETTLE_BLEND);
        double wider = swingWiderRad * Curve.smooth(u / SWING_BLEND) * (1 - settling * settling);
        return clearance.at(timeS) + clearanceM * 64 * arc * arc * arc + rocker.raised(solePitch, wider);
    }

    /** How far the shoe is pressed together by the impact, in m, negative. */
    private double cushion(double timeS) {
        double sinceS = timeS - contact.contactS();
        return contact.isStep() && sinceS > 0
                ? -impactMps(contact) * sinceS * Math.exp(-sinceS / landing.cushionS())
                : 0;
    }

    private double stancePlace(double timeS) {
        double sinceS = Math.max(0, timeS - contact.contactS());
        double slipped = contact.isStep()
                ? slipMps(contact) * landing.cushionS() * (1 - Math.exp(-sinceS / landing.cushionS()))
                : 0;
        return contact.placeM() + slipped - rocker.rolled(pitch(timeS));
    }

    private Quintic swingPlace(Traits traits, Contact next) {
        double liftS = contact.liftS();
        double h = DERIVATIVE_STEP_S;
        double at = stancePlace(liftS);
        double before = stancePlace(liftS - h);
        double earlier = stancePlace(liftS - 2 * h);
        Knot touch = PitchCourse.touchDown(next, traits);
        double heightM = rocker.height(touch.value());
        double meanMps = (next.placeM() - contact.placeM()) / (next.contactS() - liftS);
        return Quintic.between(
                new Knot(liftS, at, (3 * at - 4 * before + earlier) / (2 * h), (at - 2 * before + earlier) / (h * h)),
                new Knot(
                        next.contactS(),
                        next.placeM() - rocker.rolled(touch.value()),
                        slipMps(next) - heightM * touch.rate(),
                        -traits.swing().retraction() * meanMps));
    }

    private double impactMps(Contact of) {
        return landing.impactMps() * of.gait().briskness() * of.liveliness();
    }

    private double slipMps(Contact of) {
        return landing.slipMps() * of.gait().briskness() * of.liveliness();
    }
}
