package dev.lightfoot.sim.bluez;

import dev.lightfoot.sim.pod.Pod;
import dev.lightfoot.sim.pod.PodProfile;
import java.io.IOException;
import java.util.function.Consumer;
import org.freedesktop.dbus.FileDescriptor;
import org.freedesktop.dbus.types.UInt16;
import org.jspecify.annotations.Nullable;

/**
 * The Samples characteristic as an application serves it to bluetoothd: each notification of the pod when it is due by the
 * body's time, through a socket that bluetoothd reads or as a changed Value. What bluetoothd is too slow to take is dropped
 * and counted. Lives on the loop's thread.
 */
final class ServedSamples extends BusInterface {
    private final Loop loop;
    private final ObjectTree objects;
    private final String path;
    private final Playback playback;
    private final Pod firmware;
    private final Consumer<String> narrator;
    private @Nullable SeqPacketPair socket;
    private Loop.Timer next = Loop.NO_TIMER;
    private int mtu = PodProfile.MIN_MTU;
    private long delivered;
    private long dropped;

    /**
     * Makes one that nobody has subscribed to.
     *
     * @param bySocket whether bluetoothd is offered a socket; else it watches Value
     */
    ServedSamples(
            Loop loop,
            ObjectTree objects,
            String path,
            Playback playback,
            Pod firmware,
            boolean bySocket,
            Consumer<String> narrator) {
        super(ServedCharacteristic.NAME);
        this.loop = loop;
        this.objects = objects;
        this.path = path;
        this.playback = playback;
        this.firmware = firmware;
        this.narrator = narrator;
        with("Notifying", false, "b");
        if (bySocket) {
            with("NotifyAcquired", false, "b");
        }
    }

    boolean subscribed() {
        return firmware.subscribed();
    }

    /** The MTU of the link, as far as bluetoothd has told it; other values are passed over. */
    void mtuIs(int bytes) {
        if (bytes >= PodProfile.MIN_MTU && bytes <= PodProfile.MAX_MTU) {
            mtu = bytes;
        }
    }

    @Override
    void call(Call call) throws BluezException {
        switch (call.member()) {
            case "AcquireNotify" -> acquire(call);
            case "StartNotify" -> {
                call.answer();
                objects.change(path, this, "Notifying", true, "b");
                subscribe("as signals");
            }
            case "StopNotify" -> {
                call.answer();
                end("the central unsubscribed");
            }
            default -> throw unknownMethod(call);
        }
    }

    private void acquire(Call call) throws BluezException {
        if (socket != null) {
            throw BluezException.bluez("NotPermitted", "Notify acquired");
        }
        mtuIs(ServedCharacteristic.number(call.options(0), "mtu", mtu));
        SeqPacketPair pair = open();
        socket = pair;
        call.answer("hq", new FileDescriptor(pair.givenEnd()), new UInt16(mtu));
        pair.forgetGivenEnd();
        objects.change(path, this, "NotifyAcquired", true, "b");
        subscribe("by a socket");
    }

    private static SeqPacketPair open() throws BluezException {
        try {
            return SeqPacketPair.open();
        } catch (IOException e) {
            throw BluezException.failed(String.valueOf(e.getMessage()));
        }
    }

    private void subscribe(String how) {
        if (firmware.subscribed()) {
            return;
        }
        delivered = 0;
        dropped = 0;
        long nowNs = loop.nowNs();
        if (playback.start(nowNs)) {
            narrator.accept("scenario started");
        }
        firmware.subscribe(mtu, playback.bodyNs(nowNs));
        narrator.accept("subscribed " + how + ", MTU " + mtu);
        arm();
    }

    /** Ends the subscription, if there is one. */
    void end(String why) {
        next.cancel();
        if (socket != null) {
            socket.close();
            socket = null;
            objects.change(path, this, "NotifyAcquired", false, "b");
        }
        objects.change(path, this, "Notifying", false, "b");
        if (firmware.subscribed()) {
            firmware.unsubscribe();
            narrator.accept(
                    "unsubscribed (" + why + "), " + delivered + " notifications delivered, " + dropped + " dropped");
        }
    }

    private void arm() {
        next = loop.after(playback.untilNs(firmware.nextNotificationNs(), loop.nowNs()), this::pump);
    }

    private void pump() {
        long bodyNs = playback.bodyNs(loop.nowNs());
        while (firmware.subscribed() && firmware.nextNotificationNs() <= bodyNs) {
            hand(firmware.nextNotification());
        }
        if (firmware.subscribed()) {
            arm();
        }
    }

    private void hand(byte[] notification) {
        if (socket == null) {
            objects.emitValue(path, this, notification);
            delivered++;
            return;
        }
        switch (send(socket, notification)) {
            case WHOLE -> delivered++;
            case FULL -> dropped++;
            case CLOSED_BY_READER -> end("bluetoothd closed the socket");
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
