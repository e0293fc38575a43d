package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LandingDetectorTest {
    private static final double FREE = 5;

    private final LandingDetector landing = new LandingDetector();
    private long spacingNs = 20_000_000L;
    private long timeNs = 1_000_000_000L;
    private double angleDeg = -60;

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

    private boolean sample(double rate, double push) {
        timeNs += spacingNs;
        angleDeg += rate * spacingNs * 1e-9;
        return landing.sample(timeNs, rate, angleDeg, angleDeg, push, 0);
    }
}
