package dev.lightfoot.haptic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.form.CueKind;
import dev.lightfoot.gait.Foot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class PatternHapticTest {
    private final RecordedMotor motor = new RecordedMotor();
    private final PatternHaptic haptic = new PatternHaptic(List.of(new TendedMotor("recorded", null, () -> motor)));

    @AfterEach
    void rest() {
        haptic.close();
    }

    @Test
    void theCallersThreadDrivesTheFirstPulse() {
        haptic.play(CueKind.NUDGE, Foot.LEFT, 0.5f);

        assertThat(motor.firstDriver).isSameAs(Thread.currentThread());
    }

    @Test
    void aPulseEndsByItself() throws Exception {
        haptic.play(CueKind.NUDGE, Foot.LEFT, 0.5f);

        assertThat(motor.take()).isEqualTo("drive");
        motor.awaitRest();
        assertThat(motor.driven).isFalse();
    }

    @Test
    void restoredIsADoublePulse() throws Exception {
        haptic.play(CueKind.RESTORED, Foot.LEFT, 0.3f);

        motor.awaitRest();
        motor.awaitRest();
        assertThat(motor.pulses).isEqualTo(2);
    }

    @Test
    void aStrongerCuePreemptsAndALighterOneIsPassedOver() throws Exception {
        haptic.play(CueKind.STOP, Foot.LEFT, 1);
        haptic.play(CueKind.NUDGE, Foot.LEFT, 0.2f);
        motor.awaitRest();
        motor.awaitRest();
        motor.awaitRest();

        assertThat(motor.strengths).containsOnly(1f);
        haptic.play(CueKind.RESTORED, Foot.LEFT, 0.3f);
        haptic.play(CueKind.STOP, Foot.LEFT, 1);
        assertThat(motor.driven).isTrue();
    }

    @Test
    void closingLeavesTheMotorAtRest() {
        haptic.play(CueKind.STOP, Foot.LEFT, 1);

        haptic.close();

        assertThat(motor.driven).isFalse();
        assertThat(motor.closed.getCount()).isZero();
    }

    @Test
    void noPulseIsLongerThanTheLimitAndPatternsBeginAndEndDriven() {
        for (CueKind cue : CueKind.values()) {
            for (float strength : new float[] {-1, 0, 0.3f, 1, 7}) {
                List<Step> steps = Pattern.of(cue, strength).steps();
                assertThat(steps.getFirst().strength()).isPositive();
                assertThat(steps.getLast().strength()).isPositive();
                for (Step step : steps) {
                    assertThat(step.durationMs()).isBetween(1, Pattern.LONGEST_PULSE_MS);
                }
            }
        }
    }

    @Test
    void aWarningGrowsWithTheError() {
        assertThat(Pattern.of(CueKind.WARNING, 1).lengthMs())
                .isGreaterThan(2 * Pattern.of(CueKind.WARNING, 0.1f).lengthMs());
    }

    private static final class RecordedMotor implements Motor {
        final LinkedBlockingQueue<String> moves = new LinkedBlockingQueue<>();
        final List<Float> strengths = new ArrayList<>();
        final CountDownLatch closed = new CountDownLatch(1);
        volatile Thread firstDriver = Thread.currentThread();
        volatile boolean driven;
        volatile int pulses;
        private boolean first = true;

        @Override
        public synchronized void drive(float strength) {
            if (first) {
                first = false;
                firstDriver = Thread.currentThread();
            }
            pulses += driven ? 0 : 1;
            driven = true;
            strengths.add(strength);
            moves.add("drive");
        }

        @Override
        public synchronized void rest() {
            driven = false;
            moves.add("rest");
        }

        String take() throws InterruptedException {
            return String.valueOf(moves.poll(5, TimeUnit.SECONDS));
        }

        void awaitRest() throws InterruptedException {
            String move = take();
            while (!move.equals("rest")) {
                assertThat(move).isEqualTo("drive");
                move = take();
            }
        }

        @Override
        public String description() {
            return "recorded";
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
