package dev.lightfoot.sim.pod;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * A wristband that buzzes at Immediate Alert (1802): Alert Level (2A06) of one byte, 0 none, 1 mild, 2 high, written without
 * response. As many do it serves Link Loss (1803) too, which has an Alert Level of its own that does not buzz, and advertises
 * neither. It keeps what was written, and when. Not thread-safe.
 */
public final class WristbandFirmware implements Firmware {
    private static final UUID ALERT_LEVEL = LightfootFirmware.standard(0x2A06);
    private static final int MOST_LEVEL = 2;

    private final LongSupplier nowNs;
    private final List<Level> levels = new ArrayList<>();
    private final Profile profile;
    private boolean refusing;

    /**
     * A level that it took.
     *
     * @param atNs by the clock it was given
     */
    public record Level(int level, long atNs) {}

    /** @param nowNs any monotonic clock, ns */
    public WristbandFirmware(LongSupplier nowNs) {
        this.nowNs = nowNs;
        profile = new Profile(
                "Band 09",
                List.of(),
                ALERT_LEVEL,
                List.of(
                        new Service(
                                LightfootFirmware.standard(0x1803),
                                List.of(new Characteristic(ALERT_LEVEL, "read", () -> new byte[1]))),
                        new Service(
                                LightfootFirmware.standard(0x1802),
                                List.of(Characteristic.of(ALERT_LEVEL, "write-without-response")))),
                80);
    }

    /** Every level it took, the oldest first. */
    public List<Level> levels() {
        return List.copyOf(levels);
    }

    /** Fault: whether writes are refused. */
    public void refuse(boolean refuses) {
        refusing = refuses;
    }

    @Override
    public Profile profile() {
        return profile;
    }

    @Override
    public int write(UUID characteristic, byte[] value, long bodyNs) {
        if (refusing) {
            return AttError.BUSY;
        }
        if (value.length != 1) {
            return AttError.INVALID_LENGTH;
        }
        if (value[0] < 0 || value[0] > MOST_LEVEL) {
            return AttError.VALUE_NOT_SUPPORTED;
        }
        levels.add(new Level(value[0], nowNs.getAsLong()));
        return AttError.NONE;
    }

    @Override
    public void notify(UUID characteristic, boolean on, int mtu, long bodyNs) {
        throw new IllegalStateException("a wristband notifies nothing");
    }

    @Override
    public long dueNs() {
        return Long.MAX_VALUE;
    }

    @Override
    public Packet next() {
        throw new IllegalStateException("a wristband notifies nothing");
    }

    @Override
    public void loseSamples(int count) {
        throw new IllegalStateException("a wristband has no samples");
    }

    @Override
    public void restart(long bodyNs) {
        refusing = false;
    }
}
