package dev.lightfoot.ble;

import dev.lightfoot.pod.PodDrivers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** BlueZ's scan for pods: on only while one is looked for, and one call at a time. Lives on the supervisor's thread. */
final class Discovery {
    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);

    /** What is scanned for. */
    enum Scan {
        NONE,
        /** Advertisements that name a service of pods: other people's devices stay out of the index. */
        PODS,
        /** All there is: for pods that do not advertise their service, and to hear whether the radio hears at all. */
        ALL
    }

    private final Calls calls;
    private final long againNs;
    private Scan state = Scan.NONE;
    private boolean switching;
    private int generation;
    private boolean waiting;
    private long notBeforeNs;
    private String lastFailure = "";

    /**
     * Off at first.
     *
     * @param again between two attempts of what was refused
     */
    Discovery(Calls calls, Duration again) {
        this.calls = calls;
        againNs = again.toNanos();
    }

    boolean off() {
        return state == Scan.NONE && !switching;
    }

    boolean on() {
        return state != Scan.NONE && !switching;
    }

    /** BlueZ has gone, and its scan with it; or it stops by itself. */
    void forget() {
        state = Scan.NONE;
        switching = false;
        generation++;
        waiting = false;
    }

    void want(Scan wanted, Session session, long nowNs) {
        if (switching || wanted == state || (waiting && nowNs - notBeforeNs < 0)) {
            return;
        }
        Scan next = state == Scan.NONE ? wanted : Scan.NONE; // from one scan to another by way of none
        Scan before = state;
        waiting = false;
        switching = true;
        int mine = generation;
        calls.tell(
                () -> {
                    if (next == Scan.NONE) {
                        session.bus().stopDiscovery(session.adapter());
                    } else {
                        session.bus().startDiscovery(session.adapter(), filter(next));
                    }
                },
                () -> switched(mine, next, ""),
                e -> {
                    if (e.errorName().equals("InProgress")) {
                        switched(mine, next, "");
                    } else {
                        // a scan that cannot be stopped is one that does not run
                        switched(mine, next == Scan.NONE ? next : before, String.valueOf(e.getMessage()));
                    }
                });
    }

    private static List<UUID> filter(Scan scan) {
        return scan == Scan.PODS ? PodDrivers.advertised() : List.of();
    }

    private void switched(int mine, Scan next, String failure) {
        if (mine != generation) {
            return;
        }
        state = next;
        switching = false;
        if (!failure.isEmpty()) {
            waiting = true;
            notBeforeNs = System.nanoTime() + againNs;
            if (!failure.equals(lastFailure)) {
                LOG.warn("{}; trying again", failure);
            }
        }
        lastFailure = failure;
    }
}
