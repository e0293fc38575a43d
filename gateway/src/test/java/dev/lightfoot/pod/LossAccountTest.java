package dev.lightfoot.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LossAccountTest {
    private final LossAccount loss = new LossAccount();

    private boolean accept(int sequence) {
        return loss.accept(sequence, 2, 0, false, false);
    }

    @Test
    void missingNumbersAreLostAlsoOverTheWrap() {
        assertThat(accept(65_533)).isTrue();
        assertThat(accept(65_534)).isTrue();
        assertThat(accept(1)).isTrue();
        assertThat(loss.report().lost()).isEqualTo(2);
        assertThat(loss.report().notifications()).isEqualTo(3);
        assertThat(loss.report().samples()).isEqualTo(6);
    }

    @Test
    void duplicatesAndLateOnesAreCountedAndNotUsed() {
        accept(10);
        accept(12);
        assertThat(accept(12)).isFalse();
        assertThat(accept(11)).isFalse();
        assertThat(accept(13)).isTrue();
        assertThat(loss.report().duplicates()).isEqualTo(1);
        assertThat(loss.report().outOfOrder()).isEqualTo(1);
        assertThat(loss.report().lost()).isEqualTo(1);
    }

    @Test
    void aPodThatCountsAnewIsBelievedAfterAFewNotifications() {
        accept(500);
        assertThat(accept(0)).isFalse();
        assertThat(accept(1)).isFalse();
        assertThat(accept(2)).isFalse();
        assertThat(accept(3)).isTrue();
        assertThat(accept(4)).isTrue();
        assertThat(loss.report().lost()).isZero();
    }

    @Test
    void aNewSubscriptionMayStartAnywhereAndKeepsTheCounts() {
        accept(500);
        loss.restart();
        assertThat(accept(0)).isTrue();
        assertThat(loss.report().notifications()).isEqualTo(2);
        assertThat(loss.report().lost()).isZero();
    }

    @Test
    void theRateIsMeasuredFromArrivals() {
        for (int i = 0; i <= 300; i++) {
            loss.accept(i, 2, i * 10_000_000L, false, false);
        }
        assertThat(loss.report().rateHz()).isCloseTo(200, within(0.01f));
    }

    @Test
    void flagsAndGarbageAreCountedByReason() {
        loss.accept(0, 1, 0, true, false);
        loss.accept(1, 1, 0, false, true);
        loss.reject(Rejection.TRUNCATED);
        loss.reject(Rejection.TRUNCATED);
        loss.reject(Rejection.RESERVED_BIT);
        LossReport report = loss.report();
        assertThat(report.clipped()).isEqualTo(1);
        assertThat(report.lostInPod()).isEqualTo(1);
        assertThat(report.garbage()).isEqualTo(3);
        assertThat(report.garbageReasons()).isEqualTo("2 x shorter than its header, 1 x a reserved bit is set");
    }
}
