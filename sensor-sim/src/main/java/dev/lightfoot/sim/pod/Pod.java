package dev.lightfoot.sim.pod;

import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.ImuSource;
import dev.lightfoot.sim.runner.Side;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The firmware of one foot pod: it samples the motion by its own clock and packs notifications. Body time, the time since
 * the scenario's start in nanoseconds, is handed in; the pod reads no clock. Not thread-safe.
 */
public final class Pod {
    private final ImuSource source;
    private final PodSettings settings;
    private final ImuReading reading = new ImuReading();

    private Side foot;
    private int rateHz;
    private int accRangeG;
    private int gyroRangeDps;

    private boolean subscribed;
    private int samplesAtMtu = 1;
    private int sequence;
    private long nextSample;
    private boolean lostBefore;
    private long clockZeroUs;

    public Pod(ImuSource source, PodSettings settings) {
        this.source = source;
        this.settings = settings;
        this.foot = settings.foot();
        this.rateHz = settings.rateHz();
        this.accRangeG = settings.accRangeG();
        this.gyroRangeDps = settings.gyroRangeDps();
        this.clockZeroUs = settings.clockZeroUs();
    }

    /** The value of Info, 8 bytes. */
    public byte[] info() {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) PodProfile.VERSION)
                .put((byte) (foot == Side.LEFT ? 1 : 2))
                .putShort((short) rateHz)
                .put((byte) accRangeG)
                .putShort((short) gyroRangeDps)
                .put((byte) samplesWanted())
                .array();
    }

    public int batteryPercent() {
        return settings.batteryPercent();
    }

    public DeviceInformation deviceInformation() {
        return DeviceInformation.ofSimulator(settings.foot());
    }

    /** Begins notifications: sequence numbers start at 0, the first sample is the next of the pod's clock. */
    public void subscribe(int mtu, long nowNs) {
        if (mtu < PodProfile.MIN_MTU || mtu > PodProfile.MAX_MTU) {
            throw new IllegalArgumentException("MTU " + mtu + " must be 23 to 517");
        }
        subscribed = true;
        samplesAtMtu = PodProfile.samplesAtMtu(mtu);
        sequence = 0;
        lostBefore = false;
        nextSample = (long) Math.ceil(nowNs / bodyPeriodNs());
    }

    public void unsubscribe() {
        subscribed = false;
    }

    public boolean subscribed() {
        return subscribed;
    }

    /** Body time at which the last sample of the next notification has been taken, nanoseconds. */
    public long nextNotificationNs() {
        return sampleNs(nextSample + samples() - 1);
    }

    /** Takes the samples of the next notification from the motion and packs them: 8 + 12 n bytes. */
    public byte[] nextNotification() {
        int samples = samples();
        var notification =
                new Notification(sequence, clockUs(nextSample), deviationPermille(), samples, accRangeG, gyroRangeDps);
        for (int i = 0; i < samples; i++) {
            source.read(sampleNs(nextSample + i), reading);
            settings.error().addTo(reading, sampleNs(nextSample + i));
            notification.add(reading);
        }
        nextSample += samples;
        sequence = (sequence + 1) & 0xFFFF;
        byte[] bytes = notification.bytes(lostBefore);
        lostBefore = false;
        return bytes;
    }

    /** Fault: the pod's own buffer overruns by so many samples; the next notification says that some were lost. */
    public void loseSamples(int count) {
        nextSample += count;
        lostBefore = true;
    }

    /** Fault: its clock begins at 0 under a link that stays. */
    public void restartClock(long nowNs) {
        clockZeroUs = -Math.round(Math.ceil(nowNs / bodyPeriodNs()) * clockPeriodUs());
    }

    /** Carries out a write to Control; the answer is an ATT error code, 0 for success. */
    public int control(byte[] command) {
        ByteBuffer in = ByteBuffer.wrap(command).order(ByteOrder.LITTLE_ENDIAN);
        if (command.length == 0) {
            return AttError.INVALID_LENGTH;
        }
        return switch (in.get()) {
            case 1 -> command.length == 3 ? setRate(in.getShort() & 0xFFFF) : AttError.INVALID_LENGTH;
            case 2 -> command.length == 2 ? setFoot(in.get()) : AttError.INVALID_LENGTH;
            case 3 ->
                command.length == 4 ? setRanges(in.get() & 0xFF, in.getShort() & 0xFFFF) : AttError.INVALID_LENGTH;
            default -> AttError.UNKNOWN_OPCODE;
        };
    }

    private int setRate(int wantedHz) {
        if (subscribed) {
            return AttError.BUSY;
        }
        if (wantedHz < PodProfile.MIN_RATE_HZ || wantedHz > PodProfile.MAX_RATE_HZ) {
            return AttError.VALUE_NOT_SUPPORTED;
        }
        rateHz = wantedHz;
        return AttError.NONE;
    }

    private int setFoot(byte wanted) {
        if (wanted != 1 && wanted != 2) {
            return AttError.VALUE_NOT_SUPPORTED;
        }
        foot = wanted == 1 ? Side.LEFT : Side.RIGHT;
        return AttError.NONE;
    }

    private int setRanges(int wantedG, int wantedDps) {
        if (subscribed) {
            return AttError.BUSY;
        }
        if (!PodProfile.ACC_RANGES_G.contains(wantedG) || !PodProfile.GYRO_RANGES_DPS.contains(wantedDps)) {
            return AttError.VALUE_NOT_SUPPORTED;
        }
        accRangeG = wantedG;
        gyroRangeDps = wantedDps;
        return AttError.NONE;
    }

    private int samples() {
        return Math.min(samplesAtMtu, samplesWanted());
    }

    private int samplesWanted() {
        return Math.clamp(rateHz * settings.batchMs() / 1000, 1, PodProfile.MAX_SAMPLES);
    }

    private int deviationPermille() {
        return (int) Math.round(settings.rateDeviation() * 1000);
    }

    private double clockPeriodUs() {
        return 1e6 / rateHz * (1 + settings.rateDeviation());
    }

    private double bodyPeriodNs() {
        return clockPeriodUs() * 1000 / (1 + settings.clockDriftPpm() * 1e-6);
    }

    private long sampleNs(long sample) {
        return Math.round(sample * bodyPeriodNs());
    }

    private long clockUs(long sample) {
        return clockZeroUs + Math.round(sample * clockPeriodUs());
    }
}
