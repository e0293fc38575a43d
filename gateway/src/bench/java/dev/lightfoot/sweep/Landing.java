package dev.lightfoot.sweep;

import dev.lightfoot.gait.StrikePattern;
import dev.lightfoot.sim.runner.TrueStance;
import org.jspecify.annotations.Nullable;

/** One true landing beside what was said of it, if anything; times in ms, angles in deg. */
record Landing(TrueStance truth, @Nullable Struck strike, @Nullable Stood stance) {
    /** A strike as it was told. */
    record Struck(
            dev.lightfoot.gait.Foot foot,
            long contactNs,
            long decidedNs,
            StrikePattern pattern,
            float confidence,
            float angleDeg) {}

    /** A stance as it was told. */
    record Stood(dev.lightfoot.gait.Foot foot, long contactNs, long terminalContactNs, boolean walking) {}

    StrikePattern truePattern() {
        return switch (truth.pattern()) {
            case REAR -> StrikePattern.REARFOOT;
            case MID -> StrikePattern.MIDFOOT;
            case FORE -> StrikePattern.FOREFOOT;
        };
    }

    double contactErrorMs(Struck said) {
        return (said.contactNs() - truth.contactNs()) / 1e6;
    }

    double delayMs(Struck said) {
        return (said.decidedNs() - truth.contactNs()) / 1e6;
    }

    double angleErrorDeg(Struck said) {
        return said.angleDeg() - truth.strikeAngleDeg();
    }

    double terminalErrorMs(Stood said) {
        return (said.terminalContactNs() - truth.liftNs()) / 1e6;
    }
}
