package dev.lightfoot.loop;

/**
 * Tells a pod that floods: more notifications, good or garbage, than a limit allows, over and above a burst of 2 s worth
 * that a link or this process may have held back. A leaking bucket. Allocates nothing. Not thread-safe.
 */
public final class FloodGate {
    private static final long BURST_NS = 2_000_000_000L;
    /** A pod's period deviates by 12.8 % at most; the rest is for scenarios that are played faster than they are run. */
    private static final int TIMES_NOMINAL = 2;

    private final long eachNs;
    private final String words;
    private long levelNs;
    private long lastNs;
    private boolean begun;

    private FloodGate(long eachNs, String words) {
        this.eachNs = eachNs;
        this.words = words;
    }

    /** For a pod of this many samples a second, which fill as many notifications at most. */
    public static FloodGate forRate(int rateHz) {
        int mostPerS = rateHz * TIMES_NOMINAL;
        return new FloodGate(
                1_000_000_000L / mostPerS,
                "it floods: more than " + mostPerS + " notifications a second where " + rateHz
                        + " samples a second need no more than " + rateHz);
    }

    /** Lets everything through. */
    static FloodGate open() {
        return new FloodGate(0, "");
    }

    /** Whether there is anything that it does not let through. */
    boolean limits() {
        return eachNs > 0;
    }

    /** Counts one notification; false when it is one too many. */
    boolean admits(long arrivalNs) {
        long elapsedNs = begun ? arrivalNs - lastNs : 0;
        begun = true;
        lastNs = arrivalNs;
        levelNs = Math.max(0, levelNs - elapsedNs) + eachNs;
        return levelNs <= BURST_NS;
    }

    /** What is wrong, with its limit, for people. */
    String words() {
        return words;
    }
}
