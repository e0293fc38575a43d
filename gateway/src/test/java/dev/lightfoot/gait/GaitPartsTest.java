package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The rooms of the tracker, one by one. */
class GaitPartsTest {
    @Test
    void patternsFollowTheCutOffsOfAltmanAndDavis() {
        assertThat(PatternClassifier.pattern(8.1)).isEqualTo(StrikePattern.REARFOOT);
        assertThat(PatternClassifier.pattern(8.0)).isEqualTo(StrikePattern.MIDFOOT);
        assertThat(PatternClassifier.pattern(-1.6)).isEqualTo(StrikePattern.MIDFOOT);
        assertThat(PatternClassifier.pattern(-1.7)).isEqualTo(StrikePattern.FOREFOOT);
    }

    @Test
    void confidenceIsEvenAtABorderAndGrowsAwayFromIt() {
        assertThat(PatternClassifier.confidence(8.0001, true, 0.005)).isCloseTo(0.5, within(0.01));
        assertThat(PatternClassifier.confidence(25, true, 0.005)).isGreaterThan(0.99);
        assertThat(PatternClassifier.confidence(12, false, 0.005))
                .isLessThan(PatternClassifier.confidence(12, true, 0.005));
        assertThat(PatternClassifier.confidence(12, true, 0.02))
                .isLessThan(PatternClassifier.confidence(12, true, 0.01));
    }

    @Test
    void fastWalkingIsWalkingAndGroundedRunningIsNot() {
        assertThat(WalkRun.walking(0.55, 0.95)).isTrue();
        assertThat(WalkRun.walking(0.36, 0.71)).isFalse();
        assertThat(WalkRun.walking(0.70, Double.NaN)).isTrue();
        assertThat(WalkRun.walking(0.25, Double.NaN)).isFalse();
    }

    @Test
    void carriedUpComesBackAfterAWholeTurnAboutAnyAxis() {
        Random random = new Random(11);
        for (int trial = 0; trial < 50; trial++) {
            double x = random.nextGaussian();
            double y = random.nextGaussian();
            double z = random.nextGaussian();
            double scale = 2 * Math.PI / 60 / Math.sqrt(x * x + y * y + z * z);
            CarriedUp up = new CarriedUp();
            for (int i = 0; i < 60; i++) {
                up.turn(x * scale, y * scale, z * scale);
            }
            assertThat(up.along(0, 0, 1)).as("trial %d", trial).isCloseTo(1, within(1e-3));
        }
    }

    @Test
    void raisingTheToesTiltsUpTowardsThem() {
        CarriedUp up = new CarriedUp();
        for (int i = 0; i < 10; i++) {
            up.turn(0, -Math.toRadians(3), 0);
        }
        assertThat(Math.toDegrees(Math.asin(up.along(1, 0, 0)))).isCloseTo(30, within(0.05));
    }

    @Test
    void mostTurningLeadsInTheLevelPlane() {
        Random random = new Random(5);
        TurnCovariance turns = new TurnCovariance();
        for (int i = 0; i < 2000; i++) {
            double pitch = 5 * random.nextGaussian();
            turns.add(1, 0.005, 0.6 * pitch + random.nextGaussian(), 0.8 * pitch + random.nextGaussian(), 3);
        }
        turns.lead(0, 0, 1);
        assertThat(Math.abs(0.6 * turns.leading(0) + 0.8 * turns.leading(1))).isGreaterThan(0.995);
        assertThat(turns.leading(2)).isCloseTo(0, within(1e-9));
    }

    @Test
    void theGateRefusesWhatIsNoReadingAndMarksHoles() {
        SampleGate gate = new SampleGate();
        assertThat(gate.judge(0, 0, 0, 9.8f, 0, 0, 0)).isEqualTo(SampleGate.Verdict.RESTART);
        assertThat(gate.judge(5_000_000, 0, 0, 9.8f, 0, 0, 0)).isEqualTo(SampleGate.Verdict.TAKE);
        assertThat(gate.judge(5_000_000, 0, 0, 9.8f, 0, 0, 0)).isEqualTo(SampleGate.Verdict.REJECT);
        assertThat(gate.judge(9_000_000, 0, 0, Float.NaN, 0, 0, 0)).isEqualTo(SampleGate.Verdict.REJECT);
        assertThat(gate.judge(100_000_000, 0, 0, 9.8f, 0, 0, 0)).isEqualTo(SampleGate.Verdict.TAKE_AFTER_HOLE);
        assertThat(gate.judge(400_000_000, 0, 0, 9.8f, 0, 0, 0)).isEqualTo(SampleGate.Verdict.RESTART);
        assertThat(gate.rejected()).isEqualTo(2);
    }

    @Test
    void holesAndSizesThatAreJustBorneAreTaken() {
        SampleGate gate = new SampleGate();
        gate.judge(0, 0, 0, 9.8f, 0, 0, 0);
        assertThat(gate.judge(80_000_000, 0, 0, 9.8f, 0, 0, 0)).isEqualTo(SampleGate.Verdict.TAKE);
        assertThat(gate.judge(330_000_000, 0, 0, 9.8f, 0, 0, 0)).isEqualTo(SampleGate.Verdict.TAKE_AFTER_HOLE);
        assertThat(gate.judge(335_000_000, 400, -400, 141, 70, -70, 69)).isEqualTo(SampleGate.Verdict.TAKE);
        assertThat(gate.judge(340_000_000, 400, -400, 142, 0, 0, 0)).isEqualTo(SampleGate.Verdict.REJECT);
        assertThat(gate.judge(340_000_000, 0, 0, 0, 70, -70, 70)).isEqualTo(SampleGate.Verdict.REJECT);
    }

    @Test
    void aClockIsSetBackWhenSixteenSamplesInARowSaySo() {
        SampleGate gate = new SampleGate();
        gate.judge(1_000_000_000, 0, 0, 9.8f, 0, 0, 0);
        for (int i = 1; i <= 15; i++) {
            assertThat(gate.judge(i, 0, 0, 9.8f, 0, 0, 0)).isEqualTo(SampleGate.Verdict.REJECT);
        }
        assertThat(gate.judge(15, 0, 0, 9.8f, 0, 0, 0))
                .as("the same time twice is no clock that runs")
                .isEqualTo(SampleGate.Verdict.REJECT);
        for (int i = 16; i <= 29; i++) {
            assertThat(gate.judge(i, 0, 0, 9.8f, 0, 0, 0)).isEqualTo(SampleGate.Verdict.REJECT);
        }
        assertThat(gate.judge(30, 0, 0, 9.8f, 0, 0, 0)).isEqualTo(SampleGate.Verdict.RESTART);
        assertThat(gate.judge(31, 0, 0, 9.8f, 0, 0, 0)).isEqualTo(SampleGate.Verdict.TAKE);
    }

    @Test
    void aGentleRiseIsNotTheGroundAndASteepOneIs() {
        TouchForce touch = new TouchForce();
        touch.begin();
        for (int i = 1; i <= 20; i++) {
            touch.sample(i * 5_000_000L, 0, 0.2, i, true);
        }
        assertThat(touch.found()).isFalse();
        for (int i = 21; i <= 23; i++) {
            touch.sample(i * 5_000_000L, 0, 0.2, 40, true);
        }
        assertThat(touch.found()).isTrue();
        assertThat(touch.contactNs()).isBetween(98_000_000L, 108_000_000L);
    }
}
