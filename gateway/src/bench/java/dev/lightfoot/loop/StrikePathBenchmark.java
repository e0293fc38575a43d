package dev.lightfoot.loop;

import dev.lightfoot.form.Cue;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.Stance;
import dev.lightfoot.gait.Strike;
import dev.lightfoot.pod.Figure;
import dev.lightfoot.pod.LightfootDecoder;
import dev.lightfoot.pod.LightfootInfo;
import dev.lightfoot.pod.LossAccount;
import dev.lightfoot.pod.SampleSink;
import dev.lightfoot.sim.pod.Pod;
import dev.lightfoot.sim.pod.PodSettings;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.Scenarios;
import dev.lightfoot.sim.runner.Side;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a sample costs on the strike path, from the notification's bytes to strike, stance, form and cue, beside a floor that
 * decodes the same bytes and turns a Madgwick filter by each sample. Per sample; one minute of one foot at 208 Hz.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class StrikePathBenchmark {
    private static final int SAMPLES = 12_480;
    private static final int RATE_HZ = 208;

    private final List<ByteBuffer> notifications = new ArrayList<>();
    private final List<Long> arrivalsNs = new ArrayList<>();
    private LightfootDecoder decoder;
    private PodStream stream;
    private Madgwick madgwick;
    private Heard heard;

    @Setup(Level.Trial)
    public void recordPod() throws Exception {
        Pod pod = new Pod(
                new Body(Scenarios.named("slide"), 2).left(), PodSettings.workbench(Side.LEFT, RATE_HZ, 2));
        decoder = new LightfootDecoder(LightfootInfo.read(pod.info()));
        pod.subscribe(247, 0);
        int samples = 0;
        while (samples < SAMPLES) {
            arrivalsNs.add(pod.nextNotificationNs());
            byte[] bytes = pod.nextNotification();
            samples += (bytes.length - 8) / 12;
            notifications.add(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        }
        if (samples != SAMPLES) {
            throw new IllegalStateException(samples + " samples instead of " + SAMPLES);
        }
    }

    @Setup(Level.Invocation)
    public void startOver() {
        heard = new Heard();
        stream = new PodStream(Foot.LEFT, -1, decoder, new LossAccount(), FloodGate.open(), (ended, why) -> {});
        stream.begin(new Judge(FormSettings.defaults(), heard), null);
        madgwick = new Madgwick();
    }

    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public int strikePath() {
        for (int i = 0; i < notifications.size(); i++) {
            ByteBuffer bytes = notifications.get(i);
            stream.received(bytes, bytes.limit(), arrivalsNs.get(i));
        }
        return heard.strikes;
    }

    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public float floor() {
        for (int i = 0; i < notifications.size(); i++) {
            ByteBuffer bytes = notifications.get(i);
            decoder.decode(bytes, bytes.limit(), madgwick);
        }
        return madgwick.q0;
    }

    private static final class Heard implements JudgeListener {
        int strikes;

        @Override
        public void strike(Strike strike) {
            strikes++;
        }

        @Override
        public void stance(Stance stance, GaitKind gait) {}

        @Override
        public void formChanged(FormState state, long timeNs, float joggingScore, float rearfootShare) {}

        @Override
        public void cue(Cue cue) {}
    }

    /** Orientation from six axes (Madgwick 2010), one gradient step a sample: the least that any strike detector does. */
    private static final class Madgwick implements SampleSink {
        private static final float BETA = 0.05f;
        private static final float DT_S = 1f / RATE_HZ;

        float q0 = 1;
        private float q1;
        private float q2;
        private float q3;

        @Override
        public void notification(
                int sequence, int samples, long firstTickUs, long spanNs, boolean clipped, boolean lostBefore) {}

        @Override
        public void untimed(int samples, double periodNs, boolean clipped) {}

        @Override
        public void figure(Figure figure, float value) {}

        @Override
        public void sample(long sinceFirstNs, float ax, float ay, float az, float gx, float gy, float gz) {
            float norm = (float) (1 / Math.sqrt(ax * ax + ay * ay + az * az));
            float x = ax * norm;
            float y = ay * norm;
            float z = az * norm;
            float f1 = 2 * (q1 * q3 - q0 * q2) - x;
            float f2 = 2 * (q0 * q1 + q2 * q3) - y;
            float f3 = 1 - 2 * (q1 * q1 + q2 * q2) - z;
            float s0 = -2 * q2 * f1 + 2 * q1 * f2;
            float s1 = 2 * q3 * f1 + 2 * q0 * f2 - 4 * q1 * f3;
            float s2 = -2 * q0 * f1 + 2 * q3 * f2 - 4 * q2 * f3;
            float s3 = 2 * q1 * f1 + 2 * q2 * f2;
            float step = BETA / (float) Math.sqrt(s0 * s0 + s1 * s1 + s2 * s2 + s3 * s3 + 1e-20f);
            float r0 = 0.5f * (-q1 * gx - q2 * gy - q3 * gz) - step * s0;
            float r1 = 0.5f * (q0 * gx + q2 * gz - q3 * gy) - step * s1;
            float r2 = 0.5f * (q0 * gy - q1 * gz + q3 * gx) - step * s2;
            float r3 = 0.5f * (q0 * gz + q1 * gy - q2 * gx) - step * s3;
            q0 += r0 * DT_S;
            q1 += r1 * DT_S;
            q2 += r2 * DT_S;
            q3 += r3 * DT_S;
            float unit = (float) (1 / Math.sqrt(q0 * q0 + q1 * q1 + q2 * q2 + q3 * q3));
            q0 *= unit;
            q1 *= unit;
            q2 *= unit;
            q3 *= unit;
        }
    }
}
