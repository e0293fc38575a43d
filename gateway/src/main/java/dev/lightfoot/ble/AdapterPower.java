package dev.lightfoot.ble;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Switches an adapter on that is off, again every few seconds: somebody may have switched it off for a reason. */
final class AdapterPower {
    private static final Logger LOG = LoggerFactory.getLogger(AdapterPower.class);
    private static final long AGAIN_NS = 5_000_000_000L;

    private final Calls calls;
    private long atNs = System.nanoTime();

    AdapterPower(Calls calls) {
        this.calls = calls;
    }

    void switchOn(Session session, long nowNs) {
        if (nowNs - atNs >= 0) {
            atNs = nowNs + AGAIN_NS;
            calls.tell(
                    () -> session.bus().power(session.adapter()),
                    () -> {},
                    e -> LOG.warn("{}; if it is blocked: rfkill unblock bluetooth", e.getMessage()));
        }
    }

    /** A new bus: the next time it need not wait. */
    void forget(long nowNs) {
        atNs = nowNs;
    }
}
