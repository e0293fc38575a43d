package dev.lightfoot.pod;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/**
 * Polar Verity Sense in SDK mode: accelerometer and gyroscope as two streams of one characteristic. Of the rates that both
 * offer the highest up to 208 Hz is taken, of each range the widest. The streams are stopped explicitly: they outlive a link.
 */
public final class PolarDriver implements PodDriver {
    static final UUID SERVICE = UUID.fromString("fb005c80-02e7-f387-1cad-8acd2d8df0c8");
    static final UUID CONTROL = UUID.fromString("fb005c81-02e7-f387-1cad-8acd2d8df0c8");
    static final UUID DATA = UUID.fromString("fb005c82-02e7-f387-1cad-8acd2d8df0c8");
    static final byte ACC = 2;
    static final byte GYRO = 5;
    private static final byte SDK_MODE = 9;
    private static final byte ANSWER = (byte) 0xf0;
    private static final byte SETTINGS = 1;
    private static final byte START = 2;
    private static final byte STOP = 3;
    /** The status of a stream that runs, or a mode that is on, already. */
    private static final byte ALREADY = 6;

    private static final int MOST_RATE_HZ = 208;
    private static final PodKind KIND = new PodKind("polar", "Polar Verity Sense", DATA, SERVICE, true);

    @Override
    public PodKind kind() {
        return KIND;
    }

    @Override
    public boolean recognises(Advertisement advertisement) {
        return advertisement.services().contains(SERVICE)
                || advertisement.name().startsWith("Polar Sense");
    }

    @Override
    public PodStart start(Gatt gatt) throws PodStartException {
        gatt.subscribe(CONTROL);
        gatt.subscribe(DATA);
        checked(ask(gatt, START, SDK_MODE), "SDK mode", true);
        PolarSettings acc = offered(gatt, ACC);
        PolarSettings gyro = offered(gatt, GYRO);
        int rateHz = acc.commonRate(gyro, MOST_RATE_HZ);
        double accFactor = begin(gatt, ACC, acc, rateHz);
        double gyroFactor = begin(gatt, GYRO, gyro, rateHz);
        return new PodStart(
                new PolarDecoder(rateHz, accFactor, acc.widestRange(), gyroFactor, gyro.widestRange()), rateHz, null);
    }

    @Override
    public void stop(Gatt gatt) throws PodStartException {
        for (byte type : new byte[] {ACC, GYRO, SDK_MODE}) {
            gatt.write(CONTROL, new byte[] {STOP, type});
        }
    }

    private static PolarSettings offered(Gatt gatt, byte type) throws PodStartException {
        return PolarSettings.read(checked(ask(gatt, SETTINGS, type), "the settings of " + word(type), false));
    }

    private static double begin(Gatt gatt, byte type, PolarSettings offered, int rateHz) throws PodStartException {
        byte[] command = ByteBuffer.allocate(17)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(START)
                .put(type)
                .put(PolarSettings.RATE)
                .put((byte) 1)
                .putShort((short) rateHz)
                .put(PolarSettings.RESOLUTION)
                .put((byte) 1)
                .putShort((short) 16)
                .put(PolarSettings.RANGE)
                .put((byte) 1)
                .putShort((short) offered.widestRange())
                .put(PolarSettings.CHANNELS)
                .put((byte) 1)
                .put((byte) 3)
                .array();
        byte[] answer = write(gatt, command);
        if (answer[3] == ALREADY) {
            ask(gatt, STOP, type);
            answer = write(gatt, command);
        }
        return PolarSettings.read(checked(answer, "the start of " + word(type), false))
                .factor();
    }

    private static byte[] ask(Gatt gatt, byte operation, byte type) throws PodStartException {
        return write(gatt, new byte[] {operation, type});
    }

    private static byte[] write(Gatt gatt, byte[] command) throws PodStartException {
        gatt.write(CONTROL, command);
        return gatt.await(
                CONTROL,
                "the answer to command %02x %02x".formatted(command[0], command[1]),
                answer -> answer.length >= 4
                        && answer[0] == ANSWER
                        && answer[1] == command[0]
                        && answer[2] == command[1]);
    }

    private static byte[] checked(byte[] answer, String what, boolean alreadyWillDo) throws PodStartException {
        if (answer[3] != 0 && !(alreadyWillDo && answer[3] == ALREADY)) {
            throw new PodStartException(
                    what + " was refused with status " + answer[3] + "; switch the sensor off and on again");
        }
        return answer;
    }

    private static String word(byte type) {
        return type == ACC ? "the accelerometer" : "the gyroscope";
    }
}
