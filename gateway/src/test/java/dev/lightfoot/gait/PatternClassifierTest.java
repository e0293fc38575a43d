package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Borders at 8 and -1.6 deg, softened by a logistic curve of 1.4 deg and 70 deg more for each second of spacing beyond 5 ms. */
class PatternClassifierTest {
    private static double share(double angleDeg, double borderDeg, double scaleDeg) {
        return 1 / (1 + Math.exp(-(angleDeg - borderDeg) / scaleDeg));
    }

    @ParameterizedTest
    @CsvSource({
        "15, true, 0.005, 1.4",
        "9, true, 0.0025, 1.4",
        "12, true, 0.015, 2.1",
        "11, false, 0.005, 2.8",
        "11, false, 0.015, 4.2"
    })
    void aHeelStrikeIsAsSureAsItsAngleIsAboveTheBorder(double deg, boolean zeroed, double spacingS, double scaleDeg) {
        assertThat(PatternClassifier.confidence(deg, zeroed, spacingS))
                .isCloseTo(share(deg, 8, scaleDeg), within(1e-9));
    }

    @Test
    void aForefootStrikeIsAsSureAsItsAngleIsBelowTheOther() {
        assertThat(PatternClassifier.confidence(-4, true, 0.005)).isCloseTo(1 - share(-4, -1.6, 1.4), within(1e-9));
    }

    @Test
    void aMidfootStrikeIsWhatTheOthersLeave() {
        double rear = share(3, 8, 1.4);
        double fore = 1 - share(3, -1.6, 1.4);
        assertThat(PatternClassifier.confidence(3, true, 0.005)).isCloseTo(1 - rear - fore, within(1e-9));
    }

    @Test
    void withoutAnAngleItIsTheSenseOfTurningAndSixTenthsSure() {
        assertThat(PatternClassifier.pattern(Double.NaN, true)).isEqualTo(StrikePattern.REARFOOT);
        assertThat(PatternClassifier.pattern(Double.NaN, false)).isEqualTo(StrikePattern.MIDFOOT);
        assertThat(PatternClassifier.confidence(Double.NaN, true, 0.005)).isEqualTo(0.6);
        assertThat(PatternClassifier.pattern(-5, true)).as("the angle is known").isEqualTo(StrikePattern.FOREFOOT);
    }
}
