package dev.lightfoot.ble;

import dev.lightfoot.pod.PodDriver;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What one link asks of BlueZ. An answer is passed on only while the link is where it was when it asked: one that comes
 * later concerns nobody. Lives on the supervisor's thread.
 */
final class LinkCalls {
    private static final Duration PAIRING = Duration.ofSeconds(20);

    private final KnownPod pod;
    private final Supervision with;
    private final LinkStanding standing;
    private boolean pairingTried;
    private boolean pairing;
    private int leaving;
    private long leavingSinceNs;

    LinkCalls(KnownPod pod, Supervision with, LinkStanding standing) {
        this.pod = pod;
        this.with = with;
        this.standing = standing;
    }

    /**
     * Connects.
     *
     * @param connected takes how that came about
     * @param failed takes why not
     */
    void connect(Session session, String device, Consumer<String> connected, Consumer<String> failed) {
        int mine = standing.transitions();
        with.calls()
                .tell(
                        () -> session.bus().connect(device),
                        () -> answered(mine, () -> connected.accept("connected")),
                        e -> answered(mine, () -> {
                            if (e.errorName().equals("AlreadyConnected")) {
                                connected.accept("connected already");
                            } else {
                                failed.accept(words(e));
                            }
                        }));
    }

    /** Has the driver start the pod, after pairing with it where that is wanted and was not tried yet. */
    void start(
            Session session,
            String device,
            PodDriver driver,
            Map<UUID, String> characteristics,
            Consumer<StartedPod> started,
            Consumer<String> failed) {
        int mine = standing.transitions();
        boolean pair =
                with.settings().bond() && !pairingTried && !with.objects().paired(device);
        pairing = pair;
        pairingTried |= pair;
        boolean acquire = with.settings().acquireNotify();
        with.calls()
                .ask(
                        () -> {
                            if (pair) {
                                Bonding.tryWith(session.bus(), device, pod.address());
                            }
                            return StartedPod.start(session.bus(), pod, driver, characteristics, acquire);
                        },
                        begun -> {
                            if (mine == standing.transitions()) {
                                started.accept(begun);
                            } else {
                                begun.discard();
                            }
                        },
                        e -> answered(mine, () -> failed.accept(words(e))));
    }

    /** For how long {@link #start} may take. */
    Duration startLimit() {
        Duration limit = with.settings().patience().start();
        return pairing ? limit.plus(PAIRING) : limit;
    }

    /** Has BlueZ forget the device, its services, its link and its bond. */
    void forget(Session session, String device) {
        pairingTried &= !with.objects().paired(device);
        leave(() -> session.bus().removeDevice(session.adapter(), device));
    }

    void disconnect(Session session, String device) {
        leave(() -> session.bus().disconnect(device));
    }

    private void leave(Calls.BlockingVoid call) {
        leaving++;
        leavingSinceNs = System.nanoTime();
        with.calls().tell(call, () -> leaving--, _ -> leaving--);
    }

    /**
     * Whether BlueZ has not answered {@link #forget} or {@link #disconnect} yet, so that what it shows of the device will not
     * last; one that does not answer at all is waited for no longer.
     */
    boolean leaving(long nowNs) {
        return leaving > 0
                && nowNs - leavingSinceNs <= with.settings().patience().leave().toNanos();
    }

    private void answered(int mine, Runnable reaction) {
        if (mine == standing.transitions()) {
            reaction.run();
        }
    }

    private static String words(BluezException e) {
        return e.errorName().isEmpty() ? String.valueOf(e.getMessage()) : e.getMessage() + " [" + e.errorName() + "]";
    }
}
