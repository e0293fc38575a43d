package dev.lightfoot.pod;

import java.util.UUID;

/**
 * MetaMotion (R, RL, C with a BMI160; S with a BMI270): both sensors at 100 Hz, 16 g and 2000 deg/s, three samples to a
 * packet. Which chip it is decides over registers and codes, so it is asked first.
 */
public final class MetaMotionDriver implements PodDriver {
    static final UUID SERVICE = UUID.fromString("326a9000-85cb-9195-d9dd-464cfbbae75a");
    static final UUID COMMAND = UUID.fromString("326a9001-85cb-9195-d9dd-464cfbbae75a");
    static final UUID NOTIFY = UUID.fromString("326a9006-85cb-9195-d9dd-464cfbbae75a");
    static final byte ACC = 0x03;
    static final byte GYRO = 0x13;
    private static final byte INFO = (byte) 0x80;
    private static final byte BMI160 = 1;
    private static final byte BMI270 = 4;
    private static final int RATE_HZ = 100;
    private static final PodKind KIND = new PodKind("metamotion", "MetaMotion", NOTIFY, SERVICE, true);

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
        gatt.subscribe(NOTIFY);
        command(gatt, ACC, INFO);
        byte[] info = gatt.await(
                NOTIFY,
                "the accelerometer's module information",
                packet -> packet.length >= 3 && packet[0] == ACC && packet[1] == INFO);
        byte accPacked;
        byte gyroPacked;
        switch (info[2]) {
            case BMI160 -> {
                accPacked = 0x1c;
                gyroPacked = 0x07;
                command(gatt, ACC, 0x03, 0x28, 0x0c);
            }
            case BMI270 -> {
                accPacked = 0x05;
                gyroPacked = 0x05;
                command(gatt, ACC, 0x03, 0xa8, 0x03);
            }
            default ->
                throw new PodStartException("accelerometer type " + info[2] + " is not 1 (BMI160) or 4 (BMI270)");
        }
        command(gatt, GYRO, 0x03, 0x28, 0x00);
        command(gatt, ACC, accPacked, 0x01);
        command(gatt, GYRO, gyroPacked, 0x01);
        command(gatt, ACC, 0x02, 0x01, 0x00);
        command(gatt, GYRO, 0x02, 0x01, 0x00);
        command(gatt, ACC, 0x01, 0x01);
        command(gatt, GYRO, 0x01, 0x01);
        return new PodStart(new MetaMotionDecoder(RATE_HZ, accPacked, gyroPacked), RATE_HZ, null);
    }

    @Override
    public void stop(Gatt gatt) throws PodStartException {
        command(gatt, ACC, 0x01, 0x00);
        command(gatt, GYRO, 0x01, 0x00);
        command(gatt, ACC, 0x02, 0x00, 0x01);
        command(gatt, GYRO, 0x02, 0x00, 0x01);
    }

    private static void command(Gatt gatt, int... values) throws PodStartException {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        gatt.write(COMMAND, bytes);
    }
}
