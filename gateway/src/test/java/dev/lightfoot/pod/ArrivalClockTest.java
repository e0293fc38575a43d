package dev.lightfoot.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ArrivalClockTest {
    private static final long MS = 1_000_000L;
    private static final double NOMINAL_NS = 10e6;

    private final ArrivalClock clock = new ArrivalClock();
    private final Random random = new Random(11);
    private long missing;

    /** Sends notifications of so many samples at a true period, each up to 30 ms late, and tells the worst error after 5 s. */
    private double worstErrorMs(double truePeriodNs, int samples, double fromS, double untilS, double judgedFromS) {
        double worstNs = 0;
        for (double trueNs = fromS * 1e9; trueNs < untilS * 1e9; trueNs += samples * truePeriodNs) {
            long delayNs = random.nextInt(30) * MS;
            long arrivalNs = Math.round(trueNs + (samples - 1) * truePeriodNs) + delayNs;
            long firstNs = clock.arrived(samples, NOMINAL_NS, arrivalNs);
            missing += clock.missing();
            if (trueNs >= judgedFromS * 1e9) {
                worstNs = Math.max(worstNs, Math.abs(firstNs - trueNs));
            }
        }
        return worstNs * 1e-6;
    }

    @Test
    void aRateThatIsNotNominalIsFoundFromTheArrivals() {
        for (double off : new double[] {-0.4, -0.03, 0, 0.03, 0.9}) {
            clock.restart();
            double truePeriodNs = NOMINAL_NS * (1 + off);
            assertThat(worstErrorMs(truePeriodNs, 1, 0, 60, 10))
                    .as("off by %s", off)
                    .isLessThan(10);
            assertThat(clock.driftPpm()).as("off by %s", off).isCloseTo(off * 1e6, within(1500.0));
            assertThat(missing).isZero();
        }
    }

    @Test
    void severalSamplesToANotificationAreSpreadOverTheirTime() {
        assertThat(worstErrorMs(NOMINAL_NS * 1.02, 3, 0, 40, 10)).isLessThan(10);
    }

    @Test
    void lostNotificationsAreCountedAndTheirTimeIsMadeGood() {
        worstErrorMs(NOMINAL_NS, 1, 0, 20, 30);
        assertThat(worstErrorMs(NOMINAL_NS, 1, 20.3, 40, 22)).isLessThan(16);
        assertThat(missing).isBetween(28L, 32L);
    }

    @Test
    void aQueueThatEmptiesItselfIsNoLoss() {
        worstErrorMs(NOMINAL_NS, 1, 0, 20, 30);
        for (int i = 0; i < 40; i++) { // 400 ms held back, then all at once
            clock.arrived(1, NOMINAL_NS, 20_400 * MS + i);
            missing += clock.missing();
        }
        assertThat(worstErrorMs(NOMINAL_NS, 1, 20.4, 40, 21)).isLessThan(10);
        assertThat(missing).isZero();
    }

    @Test
    void afterAPauseItBeginsAnewAtTheArrival() {
        worstErrorMs(NOMINAL_NS, 1, 0, 20, 30);
        assertThat(clock.arrived(3, NOMINAL_NS, 30_000 * MS)).isEqualTo(29_980 * MS);
        assertThat(clock.driftPpm()).isZero();
    }
}
