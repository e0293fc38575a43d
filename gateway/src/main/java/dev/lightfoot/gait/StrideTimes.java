package dev.lightfoot.gait;

/** Stride times of one foot: initial contact to the next. */
final class StrideTimes {
    /** 0 where there is none. */
    private static final long NONE = 0;

    /** 171 strides a minute: above any runner's. */
    private static final long SHORTEST_NS = 350_000_000L;
    /** A very slow walk. */
    private static final long LONGEST_NS = 2_000_000_000L;

    private boolean contactKnown;
    private long lastContactNs;
    private long strideNs = NONE;

    void contact(long contactNs) {
        long sinceLastNs = contactNs - lastContactNs;
        strideNs = contactKnown && sinceLastNs >= SHORTEST_NS && sinceLastNs <= LONGEST_NS ? sinceLastNs : NONE;
        contactKnown = true;
        lastContactNs = contactNs;
    }

    /** The stride that ended with the last contact; 0 when it is not known. */
    long strideNs() {
        return strideNs;
    }

    void clear() {
        contactKnown = false;
        strideNs = NONE;
    }
}
