package dev.lightfoot.pod;

import java.util.UUID;

/**
 * WitMotion WT901BLE: set to 100 Hz until it is switched off, nothing is saved in it. Its notifications go on until it is
 * unsubscribed. The UUIDs' base ends in 9a34fb.
 */
public final class WitMotionDriver implements PodDriver {
    static final UUID SERVICE = UUID.fromString("0000ffe5-0000-1000-8000-00805f9a34fb");
    static final UUID NOTIFY = UUID.fromString("0000ffe4-0000-1000-8000-00805f9a34fb");
    static final UUID WRITE = UUID.fromString("0000ffe9-0000-1000-8000-00805f9a34fb");
    private static final PodKind KIND = new PodKind("witmotion", "WitMotion WT901BLE", NOTIFY, SERVICE, true);
    private static final int RATE_HZ = 100;
    private static final byte[] UNLOCK = {(byte) 0xff, (byte) 0xaa, 0x69, (byte) 0x88, (byte) 0xb5};
    private static final byte[] RATE_100_HZ = {(byte) 0xff, (byte) 0xaa, 0x03, 0x09, 0x00};
    private static final byte[] READ_BATTERY = {(byte) 0xff, (byte) 0xaa, 0x27, 0x64, 0x00};

    @Override
    public PodKind kind() {
        return KIND;
    }

    @Override
    public boolean recognises(Advertisement advertisement) {
        return advertisement.services().contains(SERVICE)
                || advertisement.name().startsWith("WT901BLE");
    }

    @Override
    public PodStart start(Gatt gatt) throws PodStartException {
        gatt.subscribe(NOTIFY);
        gatt.write(WRITE, UNLOCK.clone());
        gatt.write(WRITE, RATE_100_HZ.clone());
        gatt.write(WRITE, READ_BATTERY.clone());
        return new PodStart(new WitMotionDecoder(RATE_HZ), RATE_HZ, null);
    }

    @Override
    public void stop(Gatt gatt) {}
}
