package dev.lightfoot.sim.bluez;

/** What is to go wrong next with one pod; each fault that was ordered is used up when it happens. Lives on the loop's thread. */
final class PodFaults {
    /** What comes of finding the services. */
    enum Resolving {
        WELL,
        /** BlueZ never says that they are found. */
        NEVER,
        /** BlueZ says that they are found, and shows none: a stale cache. */
        EMPTY
    }

    private int aborts;
    private int busy;
    private int ignored;
    private int stuck;
    private int refusals;
    private Resolving next = Resolving.WELL;
    private int unresolved;

    void abortConnects(int count) {
        aborts = count;
    }

    void answerBusy(int count) {
        busy = count;
    }

    void ignoreConnects(int count) {
        ignored = count;
    }

    /** The adapter was off: what hung in it hangs no more. */
    void unhang() {
        ignored = 0;
    }

    void stick(int count) {
        stuck = count;
    }

    void refuseAcquires(int count) {
        refusals = count;
    }

    void resolve(Resolving how, int count) {
        next = how;
        unresolved = count;
    }

    boolean abortsConnect() {
        return aborts > 0 && aborts-- > 0;
    }

    /** Whether Connect is refused, as another is under way. */
    boolean answersBusy() {
        return busy > 0 && busy-- > 0;
    }

    /** Whether Connect is never answered. */
    boolean ignoresConnect() {
        return ignored > 0 && ignored-- > 0;
    }

    /** Whether it takes a subscription and sends nothing. */
    boolean sticks() {
        return stuck > 0 && stuck-- > 0;
    }

    boolean refusesAcquire() {
        return refusals > 0 && refusals-- > 0;
    }

    Resolving resolving() {
        return unresolved > 0 && unresolved-- > 0 ? next : Resolving.WELL;
    }
}
