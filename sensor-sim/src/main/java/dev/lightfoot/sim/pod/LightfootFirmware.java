package dev.lightfoot.sim.pod;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** A pod of the Lightfoot profile as any other pod is seen. */
public final class LightfootFirmware implements Firmware {
    private final Pod pod;
    private final Profile profile;

    public LightfootFirmware(String name, Pod pod) {
        this.pod = pod;
        profile = new Profile(
                name,
                List.of(PodProfile.SERVICE),
                PodProfile.SAMPLES,
                List.of(
                        information(pod.deviceInformation()),
                        new Service(
                                PodProfile.SERVICE,
                                List.of(
                                        new Characteristic(PodProfile.INFO, "read", pod::info),
                                        Characteristic.of(PodProfile.SAMPLES, "notify"),
                                        Characteristic.of(PodProfile.CONTROL, "write")))),
                pod.batteryPercent());
    }

    /** The UUID of an assigned number of 16 bits. */
    static UUID standard(int assigned) {
        return UUID.fromString("%08x-0000-1000-8000-00805f9b34fb".formatted(assigned));
    }

    static Service information(DeviceInformation about) {
        return new Service(
                standard(0x180A),
                List.of(
                        text(0x2A24, about.model()),
                        text(0x2A25, about.serial()),
                        text(0x2A26, about.firmware()),
                        text(0x2A27, about.hardware()),
                        text(0x2A29, about.maker())));
    }

    private static Characteristic text(int assigned, String text) {
        return new Characteristic(standard(assigned), "read", () -> text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Profile profile() {
        return profile;
    }

    @Override
    public int write(UUID characteristic, byte[] value, long nowNs) {
        return pod.control(value);
    }

    @Override
    public void notify(UUID characteristic, boolean on, int mtu, long nowNs) {
        if (on) {
            pod.subscribe(mtu, nowNs);
        } else {
            pod.unsubscribe();
        }
    }

    @Override
    public long dueNs() {
        return pod.subscribed() ? pod.nextNotificationNs() : Long.MAX_VALUE;
    }

    @Override
    public Packet next() {
        return new Packet(PodProfile.SAMPLES, pod.nextNotificationNs(), pod.nextNotification());
    }

    @Override
    public void loseSamples(int count) {
        pod.loseSamples(count);
    }

    @Override
    public void restart(long nowNs) {
        pod.restartClock(nowNs);
    }
}
