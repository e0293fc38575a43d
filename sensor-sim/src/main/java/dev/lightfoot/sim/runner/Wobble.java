package dev.lightfoot.sim.runner;

import java.util.function.DoubleUnaryOperator;

/**
 * The motion of a loose pod beside its shoe. It is stepped in even milliseconds whatever the rate of reading, from rest two
 * seconds before the first reading. Times must not go back. Not thread-safe.
 */
final class Wobble {
    private static final double STEP_S = 0.001;

    /** The resonance has forgotten what was so long ago. */
    private static final double MEMORY_S = 2;

    private final Strap strap;
    private final DoubleUnaryOperator acrossMps2;
    private final double omega;
    private long step = Long.MIN_VALUE;
    private double motionM;
    private double motionMps;
    private double motionMps2;
    private double beforeM;
    private double beforeMps;
    private double beforeMps2;

    /** @param acrossMps2 acceleration of the shoe across the sole at a time in s, without gravity */
    Wobble(Strap strap, DoubleUnaryOperator acrossMps2) {
        this.strap = strap;
        this.acrossMps2 = acrossMps2;
        omega = 2 * Math.PI * strap.frequencyHz();
    }

    void addTo(double timeS, ImuReading into) {
        advance((long) Math.ceil(timeS / STEP_S));
        double part = timeS / STEP_S - (step - 1);
        double tip = strap.tipRadPerM() * (beforeM + part * (motionM - beforeM));
        double tipRate = strap.tipRadPerM() * (beforeMps + part * (motionMps - beforeMps));
        double across = into.accZMps2;
        into.accZMps2 += strap.slide() * (beforeMps2 + part * (motionMps2 - beforeMps2)) - into.accXMps2 * tip;
        into.accXMps2 += across * tip;
        into.accYMps2 -= across * tip / 2;
        into.gyroYRadPerS -= tipRate;
        into.gyroXRadPerS -= tipRate / 2;
    }

    private void advance(long wanted) {
        long memory = (long) (MEMORY_S / STEP_S);
        if (step < wanted - memory) {
            step = wanted - memory;
            motionM = 0;
            motionMps = 0;
        }
        while (step < wanted) {
            beforeM = motionM;
            beforeMps = motionMps;
            beforeMps2 = motionMps2;
            step++;
            motionMps2 = -acrossMps2.applyAsDouble(step * STEP_S)
                    - 2 * strap.damping() * omega * motionMps
                    - omega * omega * motionM;
            motionMps += STEP_S * motionMps2;
            motionM += STEP_S * motionMps;
        }
    }
}
