package dev.lightfoot.loop;

/**
 * Tells a pod that sends garbage: more than a third of its notifications, over and above a burst, that cannot be used as
 * they are not understood or their numbers lie. A leaking bucket. Allocates nothing. Not thread-safe.
 */
final class GarbageGate {
    /** Times two for each that is bad, less one for each that is good. */
    private static final int LIMIT = 400;

    private int level;

    /** Counts one notification; false when it is one bad one too many. */
    boolean admits(boolean good) {
        level = good ? Math.max(0, level - 1) : level + 2;
        return level < LIMIT;
    }

    /** What is wrong, with its limit, for people. */
    String words() {
        return "it sends garbage: " + LIMIT / 2 + " notifications more that cannot be used than there are good ones";
    }
}
