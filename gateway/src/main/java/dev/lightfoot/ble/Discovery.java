package dev.lightfoot.ble;

import dev.lightfoot.pod.LightfootProfile;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** BlueZ's scan for pods: on only while one is looked for, and one call at a time. Lives on the supervisor's thread. */
final class Discovery {
    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
    private static final long AGAIN_NS = 1_000_000_000L;

    private enum State {
        OFF,
        SWITCHING,
        ON
    }

    private final Calls calls;
    private State state = State.OFF;
    private int generation;
    private long notBeforeNs = Long.MIN_VALUE;
    private String lastFailure = "";

    Discovery(Calls calls) {
        this.calls = calls;
    }

    boolean off() {
        return state == State.OFF;
    }

    /** BlueZ has gone, and its scan with it. */
    void forget() {
        state = State.OFF;
        generation++;
        notBeforeNs = Long.MIN_VALUE;
    }

    void want(boolean on, Session session, long nowNs) {
        if (state == State.SWITCHING || on == (state == State.ON) || nowNs < notBeforeNs) {
            return;
        }
        State before = state;
        state = State.SWITCHING;
        int mine = generation;
        calls.tell(
                () -> {
                    if (on) {
                        session.bus().startDiscovery(session.adapter(), List.of(LightfootProfile.SERVICE));
                    } else {
                        session.bus().stopDiscovery(session.adapter());
                    }
                },
                () -> switched(mine, on ? State.ON : State.OFF, ""),
                e -> {
                    if (e.errorName().equals("InProgress")) {
                        switched(mine, on ? State.ON : State.OFF, "");
                    } else {
                        // a scan that cannot be stopped is one that does not run
                        switched(mine, on ? before : State.OFF, String.valueOf(e.getMessage()));
                    }
                });
    }

    private void switched(int mine, State next, String failure) {
        if (mine != generation) {
            return;
        }
        state = next;
        if (!failure.isEmpty()) {
            notBeforeNs = System.nanoTime() + AGAIN_NS;
            if (!failure.equals(lastFailure)) {
                LOG.warn("{}; trying again", failure);
            }
        }
        lastFailure = failure;
    }
}
