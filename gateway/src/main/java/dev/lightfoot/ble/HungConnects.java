package dev.lightfoot.ble;

/**
 * Connects of one pod in a row that were not answered in time although the pod was heard before each: then it is the adapter
 * or BlueZ that hangs, as when either holds on to a link that is none. Lives on the supervisor's thread.
 */
final class HungConnects {
    private static final int MANY = 2;

    private boolean heard;
    private int inARow;

    void heard(boolean now) {
        heard = now;
    }

    void timedOut() {
        inARow += heard ? 1 : 0;
    }

    /** It connected, or what may have hung was begun anew. */
    void clear() {
        inARow = 0;
    }

    boolean many() {
        return inARow >= MANY;
    }
}
