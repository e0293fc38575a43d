package dev.lightfoot.pod;

import java.util.UUID;

/** Any sensor with the standard Heart Rate service (0x180D). */
public final class HeartRateDriver implements PodDriver {
    static final UUID SERVICE = StandardServices.uuid(0x180D);
    static final UUID MEASUREMENT = StandardServices.uuid(0x2A37);
    private static final PodKind KIND = new PodKind("heart-rate", "Heart Rate", MEASUREMENT, SERVICE, false);

    @Override
    public PodKind kind() {
        return KIND;
    }

    @Override
    public boolean recognises(Advertisement advertisement) {
        return advertisement.services().contains(SERVICE);
    }

    @Override
    public PodStart start(Gatt gatt) throws PodStartException {
        gatt.subscribe(MEASUREMENT);
        return new PodStart(new HeartRateDecoder(), StandardServices.MOST_NOTIFICATIONS_HZ, null);
    }

    @Override
    public void stop(Gatt gatt) {}
}
