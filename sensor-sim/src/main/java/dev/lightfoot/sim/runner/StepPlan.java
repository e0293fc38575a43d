package dev.lightfoot.sim.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Plans where and when each foot stands, step by step, from a scenario, a runner's traits, the ground and a seed. */
final class StepPlan {
    /** The stances that a scenario begins in lie before all time. */
    static final double BEFORE_S = -1000;

    private static final double STEP_TIME_SD = 0.012;
    private static final double STRIKE_ANGLE_SD_DEG = 1.3;
    private static final double DUTY_FACTOR_SD = 0.006;
    private static final double LIVELINESS_SD = 0.1;
    private static final double SEARCH_STEP_S = 0.01;

    /** A foot that stumbles comes down early, anyhow, and hard. */
    private static final double STUMBLE_EARLY = 0.15;

    private static final double STUMBLE_ANGLE_SD_DEG = 6;
    private static final double STUMBLE_LIVELINESS = 1.5;
    private static final double STUMBLE_SHOCK_MPS2 = 45;

    /** From the middle of the way to a walking foot, m; running feet come nearer to it. */
    private static final double HALF_WIDTH_M = 0.04;

    private static final double STEEPEST_TILT_SD = 2.5;

    private final Scenario scenario;
    private final Traits traits;
    private final Surface surface;
    private final Random random;
    private final Draw ground;
    private final List<List<Contact>> feet = List.of(new ArrayList<>(), new ArrayList<>());
    private double placeM;
    private double xM;
    private double yM;
    private double zM;
    private double headingRad;

    private StepPlan(Scenario scenario, Traits traits, Surface surface, long seed) {
        this.scenario = scenario;
        this.traits = traits;
        this.surface = surface;
        random = new Random(seed * 0xD1342543DE82EF95L + 7);
        ground = new Draw(seed, "ground");
    }

    /** The contacts of the left foot and of the right, in time order. */
    static List<List<Contact>> of(Scenario scenario, Traits traits, Surface surface, long seed) {
        StepPlan plan = new StepPlan(scenario, traits, surface, seed);
        plan.plan();
        return List.of(List.copyOf(plan.feet.get(0)), List.copyOf(plan.feet.get(1)));
    }

    private void plan() {
        for (List<Contact> foot : feet) {
            foot.add(new Contact(Gait.STANDING, BEFORE_S, Double.POSITIVE_INFINITY, 0.4, 0, placeM, 1, Footing.ORIGIN));
        }
        int foot = random.nextInt(2);
        double timeS = nextMoveS(0);
        while (timeS < scenario.seconds()) {
            boolean moving = true;
            int closing = 0;
            timeS += stepS(timeS, foot);
            while (closing < 2) {
                moving = moving && scenario.gaitAt(timeS) != Gait.STANDING;
                closing += moving ? 0 : 1;
                boolean stumbles = closing == 0 && ground.chance(surface.stumbleShare);
                double stepS = stepS(timeS, foot);
                step(foot, stumbles ? timeS - STUMBLE_EARLY * stepS : timeS, closing > 0, stumbles);
                advance(timeS, stepS);
                foot = 1 - foot;
                timeS += stepS;
            }
            timeS = nextMoveS(timeS);
        }
    }

    /** Goes on by a step, the way it leads. */
    private void advance(double timeS, double stepS) {
        Course course = scenario.courseAt(timeS);
        double stepM = scenario.techniqueAt(timeS).speedMps() * stepS;
        double slopeRad = Math.toRadians(course.slopeDeg());
        placeM += stepM;
        headingRad += Math.toRadians(course.turnDegPerS()) * stepS;
        xM += stepM * Math.cos(slopeRad) * Math.cos(headingRad);
        yM += stepM * Math.cos(slopeRad) * Math.sin(headingRad);
        zM += stepM * Math.sin(slopeRad) + course.riserM();
    }

    /** Lands a foot: gives the stance it left its end, and begins the next. */
    private void step(int side, double timeS, boolean stays, boolean stumbles) {
        List<Contact> foot = feet.get(side);
        Gait gait = scenario.gaitAt(timeS) == Gait.STANDING ? Gait.WALKING : scenario.gaitAt(timeS);
        Technique technique = scenario.techniqueAt(timeS);
        double strideS = 2 * evenStepS(timeS);
        double dutyFactor = technique.dutyFactor() + DUTY_FACTOR_SD * traits.variation() * random.nextGaussian();
        double contactS = dutyFactor * strideS * (side == 0 ? 1 + traits.limp() : 1 - traits.limp())
                - traits.pushOff().springS(gait);
        Contact left = foot.removeLast();
        double liftS = Math.min(left.liftS(), timeS - 0.55 * (strideS - contactS));
        if (Double.isInfinite(left.liftS())) {
            liftS = timeS - (strideS - contactS);
        }
        foot.add(left.leaving(Math.max(liftS, left.contactS() + 0.5 * left.strideContactS())));
        double asymmetryDeg = side == 0 ? traits.asymmetryDeg() / 2 : -traits.asymmetryDeg() / 2;
        double strikeAngleDeg = technique.strikeAngleDeg()
                + asymmetryDeg
                + STRIKE_ANGLE_SD_DEG * traits.variation() * random.nextGaussian();
        double liveliness = 1 + LIVELINESS_SD * traits.variation() * Math.clamp(random.nextGaussian(), -2.5, 2.5);
        foot.add(new Contact(
                gait,
                timeS,
                stays ? Double.POSITIVE_INFINITY : timeS + contactS,
                contactS,
                stumbles ? strikeAngleDeg + ground.gaussian(STUMBLE_ANGLE_SD_DEG) : strikeAngleDeg,
                placeM,
                stumbles ? STUMBLE_LIVELINESS * liveliness : liveliness,
                footing(side, timeS, gait, stumbles)));
    }

    private Footing footing(int side, double timeS, Gait gait, boolean stumbles) {
        double outM = (side == 0 ? 1 : -1) * HALF_WIDTH_M * (gait == Gait.WALKING ? 1 : 0.5);
        double tiltRad = Math.toRadians(surface.tiltSdDeg);
        return new Footing(
                xM - outM * Math.sin(headingRad),
                yM + outM * Math.cos(headingRad),
                zM + ground.gaussian(surface.bumpSdM),
                headingRad,
                Math.toRadians(scenario.courseAt(timeS).slopeDeg()) + tilt(tiltRad),
                tilt(tiltRad),
                stumbles ? STUMBLE_SHOCK_MPS2 : 0);
    }

    private double tilt(double sdRad) {
        return Math.clamp(ground.gaussian(sdRad), -STEEPEST_TILT_SD * sdRad, STEEPEST_TILT_SD * sdRad);
    }

    private double evenStepS(double timeS) {
        return 60 / scenario.techniqueAt(timeS).cadenceSpm();
    }

    /** From the contact of a foot to that of the other. */
    private double stepS(double timeS, int foot) {
        double limp = foot == 0 ? 1 + traits.limp() : 1 - traits.limp();
        return evenStepS(timeS)
                * limp
                * (1 + STEP_TIME_SD * traits.variation() * Math.clamp(random.nextGaussian(), -3, 3));
    }

    private double nextMoveS(double fromS) {
        double timeS = fromS;
        while (timeS < scenario.seconds() && scenario.gaitAt(timeS) == Gait.STANDING) {
            timeS += SEARCH_STEP_S;
        }
        return timeS;
    }
}
