package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The score is 10 x (contact time - 0.45 s) + 12 x (duty factor - 0.52). */
class WalkRunTest {
    @ParameterizedTest
    @CsvSource({
        "0.45, 0.86, true",
        "0.45, 0.88, false",
        "0.36, 0.63, false",
        "0.36, 0.59, true",
        "0.60, 1.60, false",
        "0.60, 1.50, true",
        "0.60, 1.40, true",
        "0.46, NaN, true",
        "0.44, NaN, false"
    })
    void longContactsOfLongStridesAreNoWalkAndShortOnesOfShortMayBe(double contactS, double strideS, boolean walking) {
        assertThat(WalkRun.walking(contactS, strideS)).isEqualTo(walking);
    }
}
