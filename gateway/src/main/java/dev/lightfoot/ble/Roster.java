package dev.lightfoot.ble;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pods that are to be heard: those of the configuration, and those of the file of adopted pods, which is looked at
 * again whenever it has changed. A file that cannot be read changes nothing. Lives on the supervisor's thread.
 */
final class Roster {
    private static final Logger LOG = LoggerFactory.getLogger(Roster.class);
    private static final long LOOK_NS = 500_000_000L;
    private static final int MOST_A_WINDOW = 2;
    /** About two metres and a body away: a pod on the shoe, not one of the runner on the next treadmill. */
    private static final int LEAST_RSSI_DBM = -75;

    private final List<KnownPod> configured;
    private final @Nullable PodFile file;
    private AdoptedPods adopted = AdoptedPods.NONE;
    private List<KnownPod> pods;
    private @Nullable String stamp;
    private long lookAtNs;
    private @Nullable Instant window;
    private int adoptedInWindow;

    Roster(RadioSettings settings, long nowNs) {
        configured = settings.pods();
        pods = configured;
        file = settings.podFile() == null ? null : new PodFile(settings.podFile());
        lookAtNs = nowNs;
    }

    /** Each address once; what the configuration says of a pod goes before what the file says. */
    List<KnownPod> pods() {
        return pods;
    }

    /** Looks whether the file has changed; true when other pods are to be heard now. */
    boolean changed(long nowNs) {
        if (file == null || nowNs - lookAtNs < 0) {
            return false;
        }
        lookAtNs = nowNs + LOOK_NS;
        String now = file.stamp();
        if (now.equals(stamp)) {
            return false;
        }
        stamp = now;
        try {
            return take(file.read());
        } catch (PodFileException e) {
            LOG.error("{}; what was adopted before stays", e.getMessage());
            return false;
        }
    }

    private boolean take(AdoptedPods next) {
        adopted = next;
        Instant until = next.windowUntil();
        if (until != null && !until.equals(window)) {
            adoptedInWindow = 0;
        }
        window = until;
        List<KnownPod> all = new ArrayList<>();
        for (KnownPod pod : configured) {
            all.add(next.find(pod.address())
                    .map(kept -> kept.on(pod.foot(), null))
                    .orElseGet(() -> next.remembered(pod)));
        }
        next.pods().stream()
                .filter(pod ->
                        configured.stream().noneMatch(own -> own.address().equals(pod.address())))
                .forEach(all::add);
        boolean others = !all.equals(pods);
        pods = List.copyOf(all);
        return others;
    }

    boolean windowOpen(Instant now) {
        return adopted.windowOpen(now);
    }

    /** Adopts what is near, good and unknown while the window is open; closes it when both feet have a pod. */
    void adoptFrom(List<Sighting> sightings, Instant now) {
        if (file == null || !windowOpen(now)) {
            return;
        }
        for (Sighting sighting : sightings) {
            if (sighting.standing() == Sighting.Standing.UNKNOWN
                    && !sighting.kind().isEmpty()
                    && sighting.rssiDbm() >= LEAST_RSSI_DBM
                    && adoptedInWindow < MOST_A_WINDOW
                    && pods.stream().noneMatch(pod -> pod.address().equals(sighting.address()))) {
                adopt(file, sighting);
            }
        }
    }

    private void adopt(PodFile into, Sighting sighting) {
        KnownPod pod = new KnownPod(sighting.address(), null).heardAs(sighting.name(), sighting.addressType());
        boolean last = ++adoptedInWindow == MOST_A_WINDOW;
        try {
            into.change(before -> last ? before.with(pod).withWindow(null) : before.with(pod));
            LOG.info("pod {} ({}) is adopted{}", pod.address(), pod.name(), last ? "; the window is closed" : "");
            lookAtNs = System.nanoTime();
        } catch (PodFileException e) {
            LOG.error("pod {} is not adopted: {}", pod.address(), e.getMessage());
        }
    }
}
