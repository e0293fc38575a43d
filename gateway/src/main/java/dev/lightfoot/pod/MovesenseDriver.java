package dev.lightfoot.pod;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/**
 * Movesense sensors with the vendor's sensor data service: one subscription to six axes at 104 Hz. The range cannot be set
 * over this service. Subscriptions end with the link.
 */
public final class MovesenseDriver implements PodDriver {
    static final UUID SERVICE = UUID.fromString("34802252-7185-4d5d-b431-630e7050e8f0");
    static final UUID COMMAND = UUID.fromString("34800001-7185-4d5d-b431-630e7050e8f0");
    static final UUID NOTIFY = UUID.fromString("34800002-7185-4d5d-b431-630e7050e8f0");
    static final byte REFERENCE = 99;
    private static final PodKind KIND = new PodKind("movesense", "Movesense", NOTIFY, SERVICE, true);
    private static final int RATE_HZ = 104;
    private static final byte SUBSCRIBE = 1;
    private static final byte UNSUBSCRIBE = 2;
    private static final byte RESULT = 1;

    @Override
    public PodKind kind() {
        return KIND;
    }

    @Override
    public boolean recognises(Advertisement advertisement) {
        return advertisement.services().contains(SERVICE)
                || advertisement.name().startsWith("Movesense");
    }

    @Override
    public PodStart start(Gatt gatt) throws PodStartException {
        gatt.subscribe(NOTIFY);
        byte[] path = ("/Meas/IMU6/" + RATE_HZ).getBytes(StandardCharsets.US_ASCII);
        byte[] command = new byte[2 + path.length];
        command[0] = SUBSCRIBE;
        command[1] = REFERENCE;
        System.arraycopy(path, 0, command, 2, path.length);
        gatt.write(COMMAND, command);
        byte[] answer = gatt.await(
                NOTIFY,
                "the answer to SUBSCRIBE",
                packet -> packet.length >= 4 && packet[0] == RESULT && packet[1] == REFERENCE);
        if (!isSuccess(answer)) {
            throw new PodStartException("the sensor refuses " + RATE_HZ + " Hz of six axes with status "
                    + Arrays.toString(Arrays.copyOfRange(answer, 2, 4)));
        }
        return new PodStart(new MovesenseDecoder(RATE_HZ), RATE_HZ, null);
    }

    /** An HTTP status of 2xx, in whichever order of its two bytes: one of the two makes no sense. */
    private static boolean isSuccess(byte[] answer) {
        int first = Byte.toUnsignedInt(answer[2]);
        int second = Byte.toUnsignedInt(answer[3]);
        return (first << 8 | second) / 100 == 2 || (second << 8 | first) / 100 == 2;
    }

    @Override
    public void stop(Gatt gatt) throws PodStartException {
        gatt.write(COMMAND, new byte[] {UNSUBSCRIBE, REFERENCE});
    }
}
