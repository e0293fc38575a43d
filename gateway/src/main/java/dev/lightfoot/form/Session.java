package dev.lightfoot.form;

/**
 * The session under way: begins when running begins, ends after a rest, takes walk breaks as part of it. Counts the sessions
 * that had five minutes of running; the published ones last 15 to 30. Allocates nothing.
 */
final class Session {
    private static final long COUNTS_FROM_NS = 300_000_000_000L;
    /** Longer between two running strikes is no running. */
    private static final long STRIDE_AT_MOST_NS = 2_000_000_000L;

    private final long restNs;
    private int sessionsBefore;
    private boolean open;
    private long startedNs;
    private long runningNs;
    private long lastRunningNs;
    private long lastStepNs;

    Session(SessionStart start, long restNs) {
        this.restNs = restNs;
        sessionsBefore = start.sessionsBefore();
        SessionStart.UnderWay underWay = start.underWay();
        if (underWay != null) {
            open = true;
            startedNs = underWay.startedNs();
            lastStepNs = underWay.lastStepNs();
            lastRunningNs = lastStepNs;
            runningNs = lastStepNs - startedNs;
        }
    }

    /** Takes a step of any gait. */
    void step(long nowNs) {
        endAfterRest(nowNs);
        lastStepNs = Math.max(lastStepNs, nowNs);
    }

    /** Takes a running strike, after {@link #step}; true when it begins a session. */
    boolean run(long nowNs) {
        boolean begins = !open;
        if (begins) {
            open = true;
            startedNs = nowNs;
            runningNs = 0;
        } else if (nowNs - lastRunningNs < STRIDE_AT_MOST_NS) {
            runningNs += Math.max(0, nowNs - lastRunningNs);
        }
        lastRunningNs = nowNs;
        return begins;
    }

    private void endAfterRest(long nowNs) {
        if (open && nowNs - lastStepNs > restNs) {
            open = false;
            sessionsBefore += runningNs >= COUNTS_FROM_NS ? 1 : 0;
        }
    }

    /** Which session of the runner's this is, from 1. */
    int number() {
        return sessionsBefore + 1;
    }

    long sinceStartNs(long nowNs) {
        return open ? nowNs - startedNs : 0;
    }
}
