package dev.lightfoot.ble;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what is scanned for, and what is done about an adapter that has gone deaf. Lives on the supervisor's thread.
 */
final class Scanner {
    private static final Logger LOG = LoggerFactory.getLogger(Scanner.class);

    private final Patience patience;
    private final Calls calls;
    private final BluezObjects objects;
    private final AdapterPower power;
    private final Discovery discovery;
    private final RadioWatch watch;
    private final Rfkill rfkill = new Rfkill(Path.of("/dev/rfkill"));
    private long advertisements;
    private boolean looking;
    private long lookingSinceNs;

    Scanner(Patience patience, Calls calls, BluezObjects objects, AdapterPower power) {
        this.patience = patience;
        this.calls = calls;
        this.objects = objects;
        this.power = power;
        discovery = new Discovery(calls, patience.scanAgain());
        watch = new RadioWatch(patience);
    }

    boolean off() {
        return discovery.off();
    }

    /** The adapter or BlueZ has gone, and the scan with it. */
    void forget() {
        discovery.forget();
        watch.pause();
    }

    /**
     * Scans when a pod is looked for.
     *
     * @param all whether it is to be a scan for everything
     * @param streaming whether samples arrive, which shows that the radio lives
     * @return whether the adapter is to be looked up anew
     */
    boolean tick(Session session, boolean wanted, boolean all, boolean streaming, long nowNs) {
        if (wanted && !looking) {
            lookingSinceNs = nowNs;
        }
        looking = wanted;
        discovery.want(!wanted ? Discovery.Scan.NONE : all ? Discovery.Scan.ALL : scan(nowNs), session, nowNs);
        if (streaming || advertisements != objects.advertisements()) {
            advertisements = objects.advertisements();
            watch.heard(nowNs);
        }
        if (!wanted) {
            watch.pause();
            return false;
        }
        return discovery.on() && climb(session, watch.due(nowNs), nowNs);
    }

    /** For two thirds of the time what names a service of pods, for one third everything. */
    private Discovery.Scan scan(long nowNs) {
        long phaseNs = (nowNs - lookingSinceNs) % (patience.unheard().toNanos() * 3 / 2);
        return phaseNs < patience.unheard().toNanos() ? Discovery.Scan.PODS : Discovery.Scan.ALL;
    }

    private boolean climb(Session session, RadioWatch.Rung rung, long nowNs) {
        if (rung != RadioWatch.Rung.NOTHING) {
            LOG.warn("Bluetooth: nothing at all is heard; {}", rung.words());
        }
        switch (rung) {
            case NOTHING, LOOK_UP_AGAIN -> {}
            case RESTART_DISCOVERY ->
                calls.tell(
                        () -> session.bus().stopDiscovery(session.adapter()),
                        discovery::forget,
                        _ -> discovery.forget());
            case POWER_CYCLE -> power.cycle(session, nowNs);
            case UNBLOCK -> calls.tell(this::unblock, () -> {}, e -> LOG.info("{}", e.getMessage()));
        }
        return rung == RadioWatch.Rung.LOOK_UP_AGAIN;
    }

    private void unblock() throws BluezException {
        try {
            rfkill.blockAndUnblock();
        } catch (IOException e) {
            throw new BluezException("the radio cannot be unblocked without write access to /dev/rfkill", e);
        }
    }
}
