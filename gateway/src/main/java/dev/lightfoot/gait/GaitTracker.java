package dev.lightfoot.gait;

/**
 * Follows both feet sample by sample and tells strikes and stances. Samples of one foot come in time order; late, repeated
 * and non-finite ones are passed over. Allocates nothing. Not thread-safe.
 */
public final class GaitTracker {
    private final TrackedFoot left;
    private final TrackedFoot right;

    public GaitTracker(GaitListener listener) {
        left = new TrackedFoot(Foot.LEFT, listener);
        right = new TrackedFoot(Foot.RIGHT, listener);
        left.other = right;
        right.other = left;
    }

    /**
     * Takes one sample in the pod's own axes.
     *
     * @param accXMps2 specific force: a resting pod reads +g upwards
     */
    public void sample(
            Foot foot,
            long timeNs,
            float accXMps2,
            float accYMps2,
            float accZMps2,
            float gyroXRadPerS,
            float gyroYRadPerS,
            float gyroZRadPerS) {
        tracked(foot).tracker.sample(timeNs, accXMps2, accYMps2, accZMps2, gyroXRadPerS, gyroYRadPerS, gyroZRadPerS);
    }

    /** Whether the mount of this foot's pod is not known yet: nothing is classified meanwhile. */
    public boolean learning(Foot foot) {
        return tracked(foot).tracker.learning();
    }

    /** Forgets all about a foot, its mount too. */
    public void reset(Foot foot) {
        tracked(foot).tracker.reset();
    }

    private TrackedFoot tracked(Foot foot) {
        return foot == Foot.LEFT ? left : right;
    }

    /** One foot beside the other, for what takes both to know. */
    private static final class TrackedFoot implements FootTracker.StanceTeller {
        private static final long NEIGHBOUR_NS = 500_000_000L;

        private final GaitListener listener;
        private final Stance stance;
        private final FootTracker tracker;
        private TrackedFoot other = this;
        private boolean terminalContactKnown;
        private long terminalContactNs;

        TrackedFoot(Foot foot, GaitListener listener) {
            this.listener = listener;
            stance = new Stance(foot);
            tracker = new FootTracker(foot, listener, this);
        }

        @Override
        public void stance(long contactNs, long terminalContactNs, long strideNs) {
            this.terminalContactNs = terminalContactNs;
            terminalContactKnown = true;
            float contactTimeMs = (terminalContactNs - contactNs) * 1e-6f;
            boolean strideKnown = strideNs > 0;
            float strideMs = strideNs * 1e-6f;
            float dutyFactor = strideKnown ? contactTimeMs / strideMs : Float.NaN;
            boolean seen = other.terminalContactKnown && Math.abs(contactNs - other.terminalContactNs) < NEIGHBOUR_NS;
            float flightTimeMs = seen
                    ? (contactNs - other.terminalContactNs) * 1e-6f
                    : strideKnown ? strideMs / 2 - contactTimeMs : Float.NaN;
            listener.stance(stance.set(
                    contactNs,
                    terminalContactNs,
                    flightTimeMs,
                    !seen && strideKnown,
                    dutyFactor,
                    strideKnown ? 120_000 / strideMs : Float.NaN,
                    walking(contactTimeMs, dutyFactor)));
        }

        /**
         * Walking is contact long in itself and long in its stride: duty factor 0.60 to 0.66 against 0.31 to 0.44 running,
         * up to 0.51 in grounded running (Bonnaerens 2019).
         */
        private static boolean walking(float contactTimeMs, float dutyFactor) {
            double longContact = 10 * (contactTimeMs / 1000 - 0.45);
            return (Float.isNaN(dutyFactor) ? longContact : longContact + 12 * (dutyFactor - 0.52)) > 0;
        }
    }
}
