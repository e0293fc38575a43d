package dev.lightfoot.sim.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Plans where and when each foot stands, step by step, from a scenario, a runner's traits and a seed. */
final class StepPlan {
    /** The stances that a scenario begins in lie before all time. */
    static final double BEFORE_S = -1000;

    private static final double STEP_TIME_SD = 0.012;
    private static final double STRIKE_ANGLE_SD_DEG = 1.3;
    private static final double DUTY_FACTOR_SD = 0.006;
    private static final double LIVELINESS_SD = 0.1;
    private static final double SEARCH_STEP_S = 0.01;

    private final Scenario scenario;
    private final Traits traits;
    private final Random random;
    private final List<List<Contact>> feet = List.of(new ArrayList<>(), new ArrayList<>());
    private double placeM;

    private StepPlan(Scenario scenario, Traits traits, long seed) {
        this.scenario = scenario;
        this.traits = traits;
        random = new Random(seed * 0xD1342543DE82EF95L + 7);
    }

    /** The contacts of the left foot and of the right, in time order. */
    static List<List<Contact>> of(Scenario scenario, Traits traits, long seed) {
        StepPlan plan = new StepPlan(scenario, traits, seed);
        plan.plan();
        return List.of(List.copyOf(plan.feet.get(0)), List.copyOf(plan.feet.get(1)));
    }

    private void plan() {
        for (List<Contact> foot : feet) {
            foot.add(standing(BEFORE_S));
        }
        int foot = random.nextInt(2);
        double timeS = nextMoveS(0);
        while (timeS < scenario.seconds()) {
            boolean moving = true;
            int closing = 0;
            timeS += stepS(timeS);
            while (closing < 2) {
                moving = moving && scenario.gaitAt(timeS) != Gait.STANDING;
                closing += moving ? 0 : 1;
                step(foot, timeS, closing > 0);
                double stepS = stepS(timeS);
                placeM += scenario.techniqueAt(timeS).speedMps() * stepS;
                foot = 1 - foot;
                timeS += stepS;
            }
            timeS = nextMoveS(timeS);
        }
    }

    /** Lands a foot: gives the stance it left its end, and begins the next. */
    private void step(int side, double timeS, boolean stays) {
        List<Contact> foot = feet.get(side);
        Gait gait = scenario.gaitAt(timeS) == Gait.STANDING ? Gait.WALKING : scenario.gaitAt(timeS);
        Technique technique = scenario.techniqueAt(timeS);
        double strideS = 2 * stepS(timeS);
        double dutyFactor = technique.dutyFactor() + DUTY_FACTOR_SD * traits.variation() * random.nextGaussian();
        double contactS = dutyFactor * strideS;
        Contact left = foot.removeLast();
        double liftS = Math.min(left.liftS(), timeS - 0.55 * (strideS - contactS));
        if (Double.isInfinite(left.liftS())) {
            liftS = timeS - (strideS - contactS);
        }
        foot.add(new Contact(
                left.gait(),
                left.contactS(),
                Math.max(liftS, left.contactS() + 0.5 * left.strideContactS()),
                left.strideContactS(),
                left.strikeAngleDeg(),
                left.placeM(),
                left.liveliness()));
        double asymmetryDeg = side == 0 ? traits.asymmetryDeg() / 2 : -traits.asymmetryDeg() / 2;
        double strikeAngleDeg = technique.strikeAngleDeg()
                + asymmetryDeg
                + STRIKE_ANGLE_SD_DEG * traits.variation() * random.nextGaussian();
        foot.add(new Contact(
                gait,
                timeS,
                stays ? Double.POSITIVE_INFINITY : timeS + contactS,
                contactS,
                strikeAngleDeg,
                placeM,
                1 + LIVELINESS_SD * traits.variation() * Math.clamp(random.nextGaussian(), -2.5, 2.5)));
    }

    private double stepS(double timeS) {
        double evenS = 60 / scenario.techniqueAt(timeS).cadenceSpm();
        return evenS * (1 + STEP_TIME_SD * traits.variation() * Math.clamp(random.nextGaussian(), -3, 3));
    }

    private double nextMoveS(double fromS) {
        double timeS = fromS;
        while (timeS < scenario.seconds() && scenario.gaitAt(timeS) == Gait.STANDING) {
            timeS += SEARCH_STEP_S;
        }
        return timeS;
    }

    private Contact standing(double contactS) {
        return new Contact(Gait.STANDING, contactS, Double.POSITIVE_INFINITY, 0.4, 0, placeM, 1);
    }
}
