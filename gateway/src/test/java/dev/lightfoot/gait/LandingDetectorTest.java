package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LandingDetectorTest {
    private static final double FREE = 5;

    private final LandingDetector landing = new LandingDetector();
    private long spacingNs = 20_000_000L;
    private long timeNs = 1_000_000_000L;
    private double angleDeg = -60;
    private double forwardMps;

    @Test
    void atFiftyHertzTheDipOneSampleBeforeTheForceIsTheLandings() {
        for (int i = 0; i < 100; i++) {
            sample(0, 9.81); // the foot stands, and the usual spacing is learned
        }
        for (double rate : new double[] {400, 900, 900, 900, 900, 700, 300, -50, -200, -260, -260, -260}) {
            assertThat(sample(rate, FREE)).isFalse();
        }
        assertThat(sample(-500, FREE)).isFalse();
        long dipNs = timeNs;
        double dipDeg = angleDeg;
        assertThat(dipDeg).as("still heel first").isBetween(9.0, 25.0);
        boolean landed = sample(-300, 60);
        for (int i = 0; i < 4 && !landed; i++) {
            landed = sample(-20, 15);
        }
        assertThat(landed).isTrue();
        assertThat(landing.contactNs(0)).as("the heel was there before the dip").isLessThan(dipNs);
    }

    @Test
    void aLegThatPushesAsHardAsTheGroundDoesNotHideTheSlap() {
        spacingNs = 5_000_000L;
        for (int i = 0; i < 30; i++) {
            sample(600, 5);
        }
        for (double rate : new double[] {300, 100, -100, -250, -400}) {
            assertThat(sample(rate, 40)).isFalse();
        }
        long dipNs = timeNs;
        boolean landed = false;
        for (double rate = -380; rate < 0 && !landed; rate += 40) {
            landed = sample(rate, 45);
        }
        assertThat(landed).isTrue();
        assertThat(timeNs - dipNs).as("long before it rests").isLessThan(40_000_000L);
    }

    private void stand(double deg) {
        angleDeg = deg;
        landing.onGround(deg);
    }

    /** Swings the foot up by 90 deg and lowers the toes a little. */
    private void swing() {
        spacingNs = 5_000_000L;
        for (int i = 0; i < 30; i++) {
            sample(600, FREE);
        }
        for (double rate : new double[] {300, 50, -20, -45}) {
            assertThat(sample(rate, FREE)).isFalse();
        }
    }

    /** The ground pushes from now on, while the sole turns at these rates; how many samples it took to be sure, -1 for never. */
    private int pushed(double push, double... rates) {
        for (int i = 0; i < rates.length; i++) {
            if (sample(rates[i], push)) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void aSlapThatHasPassedTellsTheAngleByItsTurning() {
        swing();
        assertThat(pushed(60, -300, -500, -450, -300, -200, -100, -50, 0)).isBetween(3, 5);

        assertThat(landing.slapped()).isTrue();
        assertThat(landing.stillTurning()).isFalse();
    }

    @Test
    void aHeelThatStillTurnsDownThirtyMillisecondsAfterAFirmContactHasLanded() {
        swing();
        int sure = pushed(60, -100, -150, -200, -250, -300, -350, -400, -450, -500);
        assertThat(sure).isBetween(5, 8);

        assertThat(landing.slapped()).isFalse();
        assertThat(landing.stillTurning()).isTrue();
    }

    @Test
    void aFlatFootLandsWithoutASlap() {
        swing();
        assertThat(pushed(60, -45, -30, -20, -10, 0, 0, 0, 0, 0, 0)).isPositive();

        assertThat(landing.slapped()).isFalse();
        assertThat(landing.stillTurning()).isFalse();
    }

    @Test
    void aFootThatFliesForwardsHasNotLanded() {
        for (double forward : new double[] {1.1, 0.9}) {
            stand(-60);
            forwardMps = forward;
            swing();
            int sure = pushed(60, -300, -500, -450, -300, -200, -100, -50, 0, 0, 0, 0, 0);
            assertThat(sure >= 0).as("at %s m/s", forward).isEqualTo(forward < 1);
        }
    }

    @Test
    void aFootThatRestsAfterASlapHasLandedWithoutAPushUnlessItFlewAtTheSlap() {
        for (double forward : new double[] {2.1, 1.9}) {
            forwardMps = 0;
            stand(-60);
            swing();
            forwardMps = forward;
            // so gently that the heel is not pushed by the turning
            for (double rate : new double[] {-55, -65, -75, -85, -90, -85, -75}) {
                assertThat(sample(rate, 9.81)).isFalse();
            }
            forwardMps = 0;
            int sure = pushed(9.81, -65, -55, -45, -35, -25, -15, -5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
            if (forward < 2) {
                // 70 ms after the slap, two samples of which have passed
                assertThat(sure).isBetween(11, 12);
            } else {
                assertThat(sure).isEqualTo(-1);
            }
        }
    }

    @Test
    void withoutAZeroTheAngleIsReckonedFromTheUsualApexOfASwing() {
        assertThat(landing.guessDeg(7)).as("on the ground").isZero();
        swing();
        double apexDeg = landing.apexDeg();

        assertThat(apexDeg).isCloseTo(angleDeg + 0.325, within(1e-9));
        assertThat(landing.guessDeg(apexDeg - 4)).isCloseTo(11, within(1e-9));
    }

    @Test
    void aSwingThatEndsAtAnAngleNoFootHasIsNotCredible() {
        swing();
        assertThat(landing.incredible()).as("31.75 deg").isFalse();
        for (double start : new double[] {-30, -115}) {
            stand(start);
            swing();
            assertThat(landing.incredible()).as("from %s deg", start).isTrue();
        }
    }

    @Test
    void theUsualSpacingIsThatOfTheSamples() {
        spacingNs = 5_000_000L;
        for (int i = 0; i < 500; i++) {
            sample(0, 9.81);
        }
        assertThat(landing.spacingS()).isCloseTo(0.005, within(1e-4));
        spacingNs = 10_000_000L;
        for (int i = 0; i < 500; i++) {
            sample(0, 9.81);
        }
        assertThat(landing.spacingS()).isCloseTo(0.01, within(1e-4));
    }

    private boolean sample(double rate, double push) {
        timeNs += spacingNs;
        angleDeg += rate * spacingNs * 1e-9;
        return landing.sample(timeNs, rate, angleDeg, angleDeg, push, forwardMps);
    }
}
