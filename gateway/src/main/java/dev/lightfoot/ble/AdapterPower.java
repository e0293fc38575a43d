package dev.lightfoot.ble;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Switches an adapter on that is off, again every few seconds: somebody may have switched it off for a reason. */
final class AdapterPower {
    private static final Logger LOG = LoggerFactory.getLogger(AdapterPower.class);

    private final Calls calls;
    private final long againNs;
    private final long offNs;
    private long atNs = System.nanoTime();
    private boolean asked;

    AdapterPower(Calls calls, Patience patience) {
        this.calls = calls;
        againNs = patience.powerAgain().toNanos();
        offNs = patience.rung().toNanos() / 15;
    }

    void switchOn(Session session, long nowNs) {
        if (nowNs - atNs >= 0) {
            atNs = nowNs + againNs;
            asked = true;
            calls.tell(
                    () -> session.bus().power(session.adapter(), true),
                    () -> {},
                    e -> LOG.warn("{}; if it is blocked: rfkill unblock bluetooth", e.getMessage()));
        }
    }

    /** It is on, or it has gone: the next time it need not wait. */
    void mayAgain(long nowNs) {
        if (asked) {
            asked = false;
            atNs = nowNs;
        }
    }

    /** Switches the adapter off, and on again after a while. */
    void cycle(Session session, long nowNs) {
        atNs = nowNs + offNs;
        asked = false;
        calls.tellInVain(() -> session.bus().power(session.adapter(), false));
    }
}
