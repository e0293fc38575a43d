package dev.lightfoot.gait;

import static dev.lightfoot.gait.FootFlat.Finding.FLATTER;
import static dev.lightfoot.gait.FootFlat.Finding.HEEL_ROSE;
import static dev.lightfoot.gait.FootFlat.Finding.NOTHING;
import static dev.lightfoot.gait.FootFlat.Finding.STILLER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FootFlatTest {
    private static final double DT_S = 0.005;
    private static final double RESTING = 9.81 * 9.81;
    private static final double PUSHED = 20 * 20;

    private final FootFlat flat = new FootFlat();
    private double angleDeg;

    private FootFlat.Finding sample(double rate, double forceSquare) {
        angleDeg += rate * DT_S;
        return flat.sample(DT_S, rate, angleDeg, forceSquare);
    }

    @Test
    void withoutALandingNothingIsSought() {
        for (int i = 0; i < 100; i++) {
            assertThat(sample(i % 2 == 0 ? 100 : -100, PUSHED)).isEqualTo(NOTHING);
        }
    }

    @Test
    void theSoleLiesOnceItsSlapHasDiedAndIsOnlyStillerThen() {
        angleDeg = 8;
        flat.begin(-300, angleDeg);
        boolean lay = false;
        for (double rate = -280; rate <= -1; rate += 20) {
            FootFlat.Finding found = sample(rate, PUSHED);
            assertThat(found).isEqualTo(lay ? STILLER : FLATTER);
            // smoothed by 6 ms the rate lags by some 25 deg/s behind
            lay |= rate >= -30;
            if (rate < -60) {
                assertThat(lay).isFalse();
            }
        }
    }

    @Test
    void theHeelHasRisenTwelveDegreesFromTheFlattest() {
        flat.begin(-300, 0);
        for (double rate = -280; rate <= -1; rate += 20) {
            sample(rate, PUSHED);
        }
        double flatDeg = angleDeg;
        int samples = 0;
        FootFlat.Finding found = NOTHING;
        while (found == NOTHING && samples++ < 50) {
            found = sample(-200, PUSHED);
        }
        assertThat(found).isEqualTo(HEEL_ROSE);
        assertThat(angleDeg - flatDeg).isBetween(-14.0, -11.0);
        assertThat(sample(-200, PUSHED)).as("that stance is settled").isEqualTo(NOTHING);
    }

    @Test
    void aSlapUnderWayIsNoHeelRise() {
        flat.begin(-100, 0);
        sample(-100, PUSHED);
        for (int i = 0; i < 60; i++) {
            assertThat(sample(-150, PUSHED)).isNotEqualTo(HEEL_ROSE);
        }
    }

    @Test
    void aCalmFootIsFlatThoughItsLandingWasNotSeen() {
        int samples = 0;
        FootFlat.Finding found = NOTHING;
        while (found == NOTHING && samples++ < 50) {
            found = sample(20, RESTING);
        }
        assertThat(found).isEqualTo(FLATTER);
        assertThat(samples).as("calm for more than 30 ms").isBetween(6, 8);
    }

    @Test
    void aFootThatTurnsFallsOrIsPushedIsNotCalm() {
        double[][] wild = {{70, RESTING}, {-70, RESTING}, {20, 8 * 8}, {20, 12 * 12}};
        for (double[] each : wild) {
            for (int i = 0; i < 50; i++) {
                assertThat(sample(each[0], each[1])).isEqualTo(NOTHING);
            }
        }
        for (int i = 0; i < 50; i++) {
            assertThat(sample(20, i % 4 == 3 ? PUSHED : RESTING))
                    .as("calm for 15 ms only")
                    .isEqualTo(NOTHING);
        }
    }

    @Test
    void anAbandonedStanceIsNotSettled() {
        flat.begin(-300, 0);
        sample(-200, PUSHED);
        sample(-20, PUSHED);
        flat.abandon();
        for (int i = 0; i < 30; i++) {
            assertThat(sample(-200, PUSHED)).isEqualTo(NOTHING);
        }
    }

    /** From 120 ms after the decision on the least turning counts alone, so that the flattest moves on under a walker's rolling sole. */
    @Test
    void lateInAStanceEachStillerMomentIsFlatter() {
        flat.begin(-300, 0);
        for (int i = 0; i < 26; i++) {
            sample(-40 + i * 0.01, PUSHED);
        }
        assertThat(sample(-10, PUSHED)).isEqualTo(FLATTER);
    }
}
