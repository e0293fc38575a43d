package dev.lightfoot.pod;

import java.util.UUID;

/**
 * Any pod with the standard Running Speed and Cadence service (0x1814). It tells cadence and walking or running; how a foot
 * lands it cannot tell, so nothing is judged by it. Its speed and distance are not used.
 */
public final class RunningSpeedDriver implements PodDriver {
    static final UUID SERVICE = StandardServices.uuid(0x1814);
    static final UUID MEASUREMENT = StandardServices.uuid(0x2A53);
    private static final PodKind KIND =
            new PodKind("running-speed", "Running Speed and Cadence (cadence only)", MEASUREMENT, SERVICE, false);

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
        return new PodStart(new RunningSpeedDecoder(), StandardServices.MOST_NOTIFICATIONS_HZ, null);
    }

    @Override
    public void stop(Gatt gatt) {}
}
