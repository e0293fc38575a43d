package dev.lightfoot.pod;

import java.util.Arrays;
import java.util.UUID;

/** Nordic Thingy:52: raw motion at 100 Hz. Of its motion configuration only the rate is changed. */
public final class ThingyDriver implements PodDriver {
    static final UUID ADVERTISED = UUID.fromString("ef680100-9b35-4933-9b10-52ffa9740042");
    static final UUID CONFIGURATION = UUID.fromString("ef680401-9b35-4933-9b10-52ffa9740042");
    static final UUID RAW = UUID.fromString("ef680406-9b35-4933-9b10-52ffa9740042");
    private static final int CONFIGURATION_BYTES = 9;
    private static final int RATE_AT = 6;
    private static final int RATE_HZ = 100;
    private static final PodKind KIND = new PodKind("thingy52", "Nordic Thingy:52", RAW, ADVERTISED, true);

    @Override
    public PodKind kind() {
        return KIND;
    }

    @Override
    public boolean recognises(Advertisement advertisement) {
        return advertisement.services().contains(ADVERTISED)
                || advertisement.name().equals("Thingy");
    }

    @Override
    public PodStart start(Gatt gatt) throws PodStartException {
        byte[] configuration = gatt.read(CONFIGURATION);
        if (configuration.length != CONFIGURATION_BYTES) {
            throw new PodStartException("the motion configuration has " + configuration.length + " bytes where "
                    + CONFIGURATION_BYTES + " belong: " + Arrays.toString(configuration));
        }
        configuration[RATE_AT] = RATE_HZ;
        configuration[RATE_AT + 1] = 0;
        gatt.write(CONFIGURATION, configuration);
        gatt.subscribe(RAW);
        return new PodStart(new ThingyDecoder(RATE_HZ), RATE_HZ, null);
    }

    @Override
    public void stop(Gatt gatt) {}
}
