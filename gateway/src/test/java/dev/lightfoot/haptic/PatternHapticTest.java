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
    void aNudgeIsFeltOnItsSideAndAStopOnBoth() throws Exception {
        RecordedMotor left = new RecordedMotor();
        RecordedMotor right = new RecordedMotor();
        try (PatternHaptic sides = new PatternHaptic(List.of(
                new TendedMotor("left", Foot.LEFT, () -> left), new TendedMotor("right", Foot.RIGHT, () -> right)))) {
            assertThat(sides.play(CueKind.NUDGE, Foot.RIGHT, 0.5f)).isTrue();
            right.awaitRest();
            assertThat(left.pulses).isZero();
            sides.play(CueKind.STOP, Foot.RIGHT, 1);
            assertThat(left.driven && right.driven).isTrue();
        }
        assertThat(left.driven || right.driven).isFalse();
    }

    @Test
    void aMotorThatFailsOnOneSideIsStoodInForByTheOther() throws Exception {
        RecordedMotor right = new RecordedMotor();
        TendedMotor missing = new TendedMotor("left", Foot.LEFT, () -> {
            throw new HapticException("no pin", null);
        });
        try (PatternHaptic sides =
                new PatternHaptic(List.of(missing, new TendedMotor("right", Foot.RIGHT, () -> right)))) {
            assertThat(sides.play(CueKind.NUDGE, Foot.LEFT, 0.5f)).isTrue();
            long begunNs = System.nanoTime();
            right.awaitRest();
            assertThat(System.nanoTime() - begunNs)
                    .as("ns for which it was driven")
                    .isGreaterThan(50_000_000L);
            assertThat(sides.status().fault()).contains("left cannot be opened: no pin");
        }
    }

    @Test
    void theBeatTapsAtItsCadenceAndGivesWayToACue() throws Exception {
        haptic.beat(240);
        motor.awaitRest();
        motor.awaitRest();
        haptic.play(CueKind.STOP, Foot.LEFT, 1);
        motor.awaitRest();

        assertThat(motor.strengths).contains(0.5f, 1f);
    }

    @Test
    void cuesThatFollowOnEachOtherNeverVibrateForMoreThanThreeSeconds() throws Exception {
        long endNs = System.nanoTime() + 4_500_000_000L;
        while (System.nanoTime() < endNs) {
            haptic.play(CueKind.WARNING, Foot.LEFT, 1);
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000L);
        }

        assertThat(motor.longestDrivenNs).isBetween(1_500_000_000L, 3_200_000_000L);
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
        volatile long longestDrivenNs;
        private long drivenSinceNs;

        @Override
        public synchronized void drive(float strength) {
            if (first) {
                first = false;
                firstDriver = Thread.currentThread();
            }
            pulses += driven ? 0 : 1;
            drivenSinceNs = driven ? drivenSinceNs : System.nanoTime();
            driven = true;
            strengths.add(strength);
            moves.add("drive");
        }

        @Override
        public synchronized void rest() {
            longestDrivenNs = driven ? Math.max(longestDrivenNs, System.nanoTime() - drivenSinceNs) : longestDrivenNs;
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
