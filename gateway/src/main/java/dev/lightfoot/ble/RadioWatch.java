package dev.lightfoot.ble;

/**
 * Finds out that an adapter has gone deaf, and what to try next: when nothing at all was heard for long although it
 * listens, each rung of a ladder in turn, then all of them again after twice the time. Lives on one thread; reads no clock.
 */
final class RadioWatch {
    /** What is to be tried. */
    enum Rung {
        NOTHING("nothing"),
        RESTART_DISCOVERY("restarting the scan"),
        POWER_CYCLE("switching the adapter off and on"),
        UNBLOCK("blocking and unblocking the radio (rfkill)"),
        LOOK_UP_AGAIN("looking the adapter up anew");

        private final String words;

        Rung(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private static final Rung[] LADDER = {
        Rung.RESTART_DISCOVERY,
        Rung.POWER_CYCLE,
        Rung.UNBLOCK,
        Rung.LOOK_UP_AGAIN,
        Rung.LOOK_UP_AGAIN,
        Rung.LOOK_UP_AGAIN
    };
    private static final int MOST_DOUBLINGS = 4;

    private final long deafNs;
    private final long rungNs;
    private long dueNs;
    private boolean listening;
    private int rung;
    private int climbs;

    RadioWatch(Patience patience) {
        deafNs = patience.deaf().toNanos();
        rungNs = patience.rung().toNanos();
    }

    /** Something was heard: the radio lives. */
    void heard(long nowNs) {
        rung = 0;
        climbs = 0;
        dueNs = nowNs + deafNs;
    }

    /** The adapter is not to hear anything now, so that silence means nothing. */
    void pause() {
        listening = false;
    }

    /** Whether what is under way is an attempt to bring a radio back. */
    boolean climbing() {
        return rung > 0;
    }

    /** What to do now, while the adapter listens. */
    Rung due(long nowNs) {
        if (!listening) {
            listening = true;
            dueNs = nowNs + (rung > 0 ? rungNs : deafNs << climbs);
        }
        if (nowNs - dueNs < 0) {
            return Rung.NOTHING;
        }
        Rung next = LADDER[rung];
        rung++;
        if (rung == LADDER.length) {
            rung = 0;
            climbs = Math.min(climbs + 1, MOST_DOUBLINGS);
            dueNs = nowNs + (deafNs << climbs);
        } else {
            dueNs = nowNs + rungNs;
        }
        return next;
    }
}
