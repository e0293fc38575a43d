package dev.lightfoot.sim.pod;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A pod of any kind as a central meets it: what it advertises, its GATT services, what it does when it is written to, and what
 * it notifies when. Times are the body's, nanoseconds since the scenario's start; it reads no clock. Not thread-safe.
 */
public interface Firmware {
    /** What it is before anybody has connected, and its services. */
    Profile profile();

    /** Carries out a write; the answer is an ATT error code, 0 for success. */
    int write(UUID characteristic, byte[] value, long nowNs);

    /** A central begins or ends notifications of a characteristic, at an ATT MTU. */
    void notify(UUID characteristic, boolean on, int mtu, long nowNs);

    /** When {@link #next} is due; Long.MAX_VALUE while it has nothing to say. */
    long dueNs();

    /** What is notified next. */
    Packet next();

    /** Fault: it loses so many samples before they are packed. */
    void loseSamples(int count);

    /** Fault: it starts anew under a link that stays: its clock begins at 0, and what was buffered is gone. */
    void restart(long nowNs);

    /** One notification. Whoever has it owns its bytes. */
    final class Packet {
        private final UUID characteristic;
        private final long dueNs;
        private final byte[] bytes;

        Packet(UUID characteristic, long dueNs, byte[] bytes) {
            this.characteristic = characteristic;
            this.dueNs = dueNs;
            this.bytes = bytes;
        }

        public UUID characteristic() {
            return characteristic;
        }

        public long dueNs() {
            return dueNs;
        }

        public byte[] bytes() {
            return bytes;
        }
    }

    /**
     * What a pod is.
     *
     * @param advertised service UUIDs
     * @param samples the characteristic that garbage is sent on, where it notifies
     * @param services without Generic Access and Battery
     */
    record Profile(String name, List<UUID> advertised, UUID samples, List<Service> services, int batteryPercent) {
        public Profile {
            advertised = List.copyOf(advertised);
            services = List.copyOf(services);
        }
    }

    /** A primary service. */
    record Service(UUID uuid, List<Characteristic> characteristics) {
        public Service {
            characteristics = List.copyOf(characteristics);
        }
    }

    /**
     * A characteristic.
     *
     * @param flag as BlueZ has it: read, write, write-without-response, notify or indicate
     * @param value of one that can be read
     */
    record Characteristic(UUID uuid, String flag, @Nullable Supplier<byte[]> value) {
        static Characteristic of(UUID uuid, String flag) {
            return new Characteristic(uuid, flag, null);
        }
    }
}
