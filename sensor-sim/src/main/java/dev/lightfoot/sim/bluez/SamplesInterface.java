package dev.lightfoot.sim.bluez;

import dev.lightfoot.sim.pod.AttError;
import dev.lightfoot.sim.pod.Firmware;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.freedesktop.dbus.FileDescriptor;
import org.freedesktop.dbus.types.UInt16;
import org.jspecify.annotations.Nullable;

/**
 * A characteristic that notifies: hands its notifications on, by PropertiesChanged to all or through one acquired fd. What
 * does not fit into the socket is dropped and counted. Lives on the loop's thread.
 */
final class SamplesInterface extends CharacteristicInterface {
    private final Surroundings with;
    private final VirtualPod pod;
    private final String path;
    private final Firmware.Characteristic characteristic;
    private final Runnable due;
    private final Set<String> listeners = new HashSet<>();
    private @Nullable SeqPacketPair acquired;
    private boolean subscribed;
    private long delivered;
    private long dropped;

    /** @param due is told when the pod may have something to send */
    SamplesInterface(
            Surroundings with,
            VirtualPod pod,
            Firmware.Characteristic characteristic,
            String path,
            String servicePath,
            BooleanSupplier connected,
            Runnable due) {
        super(value(with, pod, characteristic, due), servicePath, with.mtu(), connected);
        this.with = with;
        this.pod = pod;
        this.path = path;
        this.characteristic = characteristic;
        this.due = due;
        with("Notifying", false, "b");
        with("NotifyAcquired", false, "b");
    }

    private static Value value(
            Surroundings with, VirtualPod pod, Firmware.Characteristic characteristic, Runnable due) {
        return new Value(characteristic.uuid(), characteristic.flag(), characteristic.value(), bytes -> {
            if (!characteristic.flag().contains("write")) {
                return AttError.UNKNOWN_OPCODE;
            }
            int answer = pod.firmware()
                    .write(
                            characteristic.uuid(),
                            bytes,
                            with.playback().bodyNs(with.loop().nowNs()));
            due.run();
            return answer;
        });
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
        if (subscribed) {
            return;
        }
        subscribed = true;
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
        pod.firmware()
                .notify(characteristic.uuid(), true, with.mtu(), with.playback().bodyNs(nowNs));
        with.narrator().accept("subscribed " + pod.name() + " by " + how);
        if (!pod.faults().sticks()) {
            due.run();
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
        if (subscribed) {
            subscribed = false;
            pod.firmware()
                    .notify(
                            characteristic.uuid(),
                            false,
                            with.mtu(),
                            with.playback().bodyNs(with.loop().nowNs()));
            with.narrator().accept("unsubscribed " + pod.name() + " (" + why + "), " + account());
            due.run();
        }
    }

    void hand(byte[] notification) {
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
