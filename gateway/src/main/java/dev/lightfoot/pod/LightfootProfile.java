package dev.lightfoot.pod;

import java.util.UUID;

/** The UUIDs of the Lightfoot pod profile, version 1, and of the standard Battery service. */
public final class LightfootProfile {
    public static final UUID SERVICE = UUID.fromString("4b1f0001-6ece-4309-954f-9d9ea5de27cb");
    public static final UUID INFO = UUID.fromString("4b1f0002-6ece-4309-954f-9d9ea5de27cb");
    public static final UUID SAMPLES = UUID.fromString("4b1f0003-6ece-4309-954f-9d9ea5de27cb");
    public static final UUID CONTROL = UUID.fromString("4b1f0004-6ece-4309-954f-9d9ea5de27cb");
    public static final UUID BATTERY_LEVEL = UUID.fromString("00002a19-0000-1000-8000-00805f9b34fb");

    private LightfootProfile() {}
}
