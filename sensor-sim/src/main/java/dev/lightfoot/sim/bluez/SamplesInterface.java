package dev.lightfoot.sim.bluez;

import dev.lightfoot.sim.pod.PodProfile;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.freedesktop.dbus.FileDescriptor;
import org.freedesktop.dbus.types.UInt16;
import org.jspecify.annotations.Nullable;

/**
 * The Samples characteristic: hands the pod's notifications on, by PropertiesChanged to all or through one acquired fd,
 * each when it is due by the body's time. What does not fit into the socket is dropped and counted. Lives on the loop's
 * thread.
 */
final class SamplesInterface extends CharacteristicInterface {
    /** So that a scenario played faster than this machine can leaves room for calls. */
    private static final int MOST_AT_ONCE = 64;

    private final Surroundings with;
    private final VirtualPod pod;
    private final String path;
    private final Set<String> listeners = new HashSet<>();
    private @Nullable SeqPacketPair acquired;
    private Loop.Timer next = Loop.NO_TIMER;
    private long delivered;
    private long dropped;

    SamplesInterface(Surroundings with, VirtualPod pod, String path, String servicePath, BooleanSupplier connected) {
        super(notifying(PodProfile.SAMPLES), servicePath, with.mtu(), connected);
        this.with = with;
        this.pod = pod;
        this.path = path;
        with("Notifying", false, "b");
        with("NotifyAcquired", false, "b");
    }

    @Override
    void call(Call call) throws BluezException {
        switch (call.member()) {
            case "StartNotify" -> startNotify(call);
            case "StopNotify" -> stopNotify(call);
            case "AcquireNotify" -> acquireNotify(call);
            default -> super.call(call);
        }
    }

    String account() {
        return delivered + " notifications delivered, " + dropped + " dropped";
    }

    long dropped() {
        return dropped;
    }

    /** Fault: bytes that no pod sends go the way of the samples. */
    void sendGarbage(byte[] bytes) {
        hand(bytes);
    }

    void left(String client) {
        if (listeners.remove(client)) {
            subscriptionMayEnd("its client left the bus");
        }
    }

    void linkEnds() {
        listeners.clear();
        subscriptionMayEnd("the link ended");
    }

    private void startNotify(Call call) throws BluezException {
        requireLink();
        if (acquired != null) {
            throw BluezException.bluez("NotPermitted", "Notify acquired");
        }
        if (!listeners.add(call.sender())) {
            call.answer();
            return;
        }
        call.answer();
        with.tree().change(path, this, "Notifying", true, "b");
        subscribe("StartNotify");
    }

    private void stopNotify(Call call) throws BluezException {
        if (acquired == null && !listeners.remove(call.sender())) {
            throw BluezException.failed("No notify session started");
        }
        subscriptionMayEnd("StopNotify");
        call.answer();
    }

    private void acquireNotify(Call call) throws BluezException {
        requireLink();
        if (acquired != null) {
            throw BluezException.bluez("NotPermitted", "Notify acquired");
        }
        if (!listeners.isEmpty()) {
            throw BluezException.bluez("InProgress", "In Progress");
        }
        if (pod.faults().refusesAcquire()) {
            throw BluezException.notSupported();
        }
        SeqPacketPair pair = openPair();
        acquired = pair;
        call.answer("hq", new FileDescriptor(pair.givenEnd()), new UInt16(with.mtu()));
        pair.forgetGivenEnd();
        with.tree().change(path, this, "NotifyAcquired", true, "b");
        subscribe("AcquireNotify");
    }

    private static SeqPacketPair openPair() throws BluezException {
        try {
            return SeqPacketPair.open();
        } catch (IOException e) {
            throw BluezException.failed(String.valueOf(e.getMessage()));
        }
    }

    private void subscribe(String how) {
        if (pod.firmware().subscribed()) {
            return;
        }
        delivered = 0;
        dropped = 0;
        long nowNs = with.loop().nowNs();
        if (with.playback().start(nowNs)) {
            with.narrator().accept("scenario started");
            with.loop()
                    .after(
                            with.playback().untilNs(with.playback().lengthNs(), nowNs),
                            () -> with.narrator().accept("scenario finished, the runner stands"));
        }
        pod.firmware().subscribe(with.mtu(), with.playback().bodyNs(nowNs));
        with.narrator().accept("subscribed " + pod.name() + " by " + how);
        if (!pod.faults().sticks()) {
            arm();
        }
    }

    /** Ends the fd, and the subscription if nobody listens any more. */
    private void subscriptionMayEnd(String why) {
        if (acquired != null) {
            acquired.close();
            acquired = null;
            with.tree().change(path, this, "NotifyAcquired", false, "b");
        }
        if (!listeners.isEmpty()) {
            return;
        }
        with.tree().change(path, this, "Notifying", false, "b");
        next.cancel();
        if (pod.firmware().subscribed()) {
            pod.firmware().unsubscribe();
            with.narrator().accept("unsubscribed " + pod.name() + " (" + why + "), " + account());
        }
    }

    private void arm() {
        long delayNs = with.playback()
                .untilNs(pod.firmware().nextNotificationNs(), with.loop().nowNs());
        next = with.loop().after(delayNs, this::pump);
    }

    private void pump() {
        long bodyNs = with.playback().bodyNs(with.loop().nowNs());
        for (int i = 0; i < MOST_AT_ONCE && pod.firmware().subscribed(); i++) {
            if (pod.firmware().nextNotificationNs() > bodyNs) {
                break;
            }
            hand(pod.firmware().nextNotification());
        }
        if (pod.firmware().subscribed()) {
            arm();
        }
    }

    private void hand(byte[] notification) {
        if (acquired == null) {
            if (!listeners.isEmpty()) {
                with.tree().emitValue(path, this, notification);
                delivered++;
            }
            return;
        }
        switch (send(acquired, notification)) {
            case WHOLE -> delivered++;
            case FULL -> dropped++;
            case CLOSED_BY_READER -> subscriptionMayEnd("its fd was closed");
        }
    }

    private static SeqPacketPair.Sent send(SeqPacketPair pair, byte[] notification) {
        try {
            return pair.send(notification);
        } catch (IOException e) {
            return SeqPacketPair.Sent.CLOSED_BY_READER;
        }
    }
}
