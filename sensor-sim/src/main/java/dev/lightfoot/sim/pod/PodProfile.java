package dev.lightfoot.sim.pod;

import java.util.Set;
import java.util.UUID;

/** Numbers and names of the Lightfoot pod profile, version 1, as a firmware writer takes them from POD-PROFILE.md. */
public final class PodProfile {
    public static final UUID SERVICE = UUID.fromString("4b1f0001-6ece-4309-954f-9d9ea5de27cb");
    public static final UUID INFO = UUID.fromString("4b1f0002-6ece-4309-954f-9d9ea5de27cb");
    public static final UUID SAMPLES = UUID.fromString("4b1f0003-6ece-4309-954f-9d9ea5de27cb");
    public static final UUID CONTROL = UUID.fromString("4b1f0004-6ece-4309-954f-9d9ea5de27cb");

    public static final int VERSION = 1;
    public static final int MIN_RATE_HZ = 50;
    public static final int MAX_RATE_HZ = 416;
    public static final int MIN_MTU = 23;
    public static final int MAX_MTU = 517;
    public static final int MAX_SAMPLES = 31;
    public static final Set<Integer> ACC_RANGES_G = Set.of(2, 4, 8, 16, 32);
    public static final Set<Integer> GYRO_RANGES_DPS = Set.of(125, 250, 500, 1000, 2000, 4000);

    static final int HEADER_BYTES = 8;
    static final int SAMPLE_BYTES = 12;
    static final int ATT_HEADER_BYTES = 3;

    private PodProfile() {}

    /** The most samples that fit one notification at an ATT MTU: 1 at 23, 19 at 247. */
    public static int samplesAtMtu(int mtu) {
        return Math.min(MAX_SAMPLES, (mtu - ATT_HEADER_BYTES - HEADER_BYTES) / SAMPLE_BYTES);
    }
}
