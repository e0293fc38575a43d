package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LandingDetectorTest {
    private static final long SPACING_NS = 20_000_000L;
    private static final double FREE = 5;

    private final LandingDetector landing = new LandingDetector();
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

    private boolean sample(double rate, double push) {
        timeNs += SPACING_NS;
        angleDeg += rate * SPACING_NS * 1e-9;
        return landing.sample(timeNs, rate, angleDeg, angleDeg, push, 0);
    }
}
