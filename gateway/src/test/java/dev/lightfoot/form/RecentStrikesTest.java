package dev.lightfoot.form;

import static dev.lightfoot.gait.StrikePattern.FOREFOOT;
import static dev.lightfoot.gait.StrikePattern.MIDFOOT;
import static dev.lightfoot.gait.StrikePattern.REARFOOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RecentStrikesTest {
    private final RecentStrikes recent = new RecentStrikes();

    @Test
    void thereIsAScoreFromTheSixthStrikeOn() {
        for (int i = 1; i <= 5; i++) {
            recent.addScore(0.8f);
            assertThat(recent.score()).isNaN();
        }
        recent.addScore(0.8f);
        assertThat(recent.score()).as("of strikes that are alike").isCloseTo(0.8f, within(1e-6f));
    }

    @Test
    void eachStrikeWeighsSixTenthsOfTheOneAfterIt() {
        double[] scores = {0.2, 1.5, 0, 0.9, 1.1, 0.4, 0.7, 1.3};
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < scores.length; i++) {
            recent.addScore((float) scores[i]);
            double weight = Math.pow(0.6, scores.length - 1 - i);
            sum += weight * scores[i];
            weights += weight;
        }

        assertThat(recent.score()).isCloseTo((float) (sum / weights), within(1e-6f));
    }

    @Test
    void ofTheLastSixItIsKnownHowManyReachAScore() {
        recent.addScore(2);
        for (int i = 0; i < 6; i++) {
            recent.addScore(i);
        }

        assertThat(recent.scoresFrom(2))
                .as("2, 3, 4 and 5; the one before the six is gone")
                .isEqualTo(4);
        assertThat(recent.scoresFrom(2.5f)).isEqualTo(3);
    }

    @Test
    void theRearfootShareIsOfTheLastTwenty() {
        assertThat(recent.rearfootShare()).isNaN();
        recent.add(REARFOOT);
        assertThat(recent.rearfootShare()).isEqualTo(1);
        recent.add(MIDFOOT);
        recent.add(FOREFOOT);
        recent.add(MIDFOOT);
        assertThat(recent.rearfootShare()).isEqualTo(0.25f);
        for (int i = 0; i < 17; i++) {
            recent.add(MIDFOOT);
        }
        assertThat(recent.rearfootShare()).isZero();
    }

    @Test
    void clearingForgetsBoth() {
        for (int i = 0; i < 30; i++) {
            recent.add(REARFOOT);
            recent.addScore(1);
        }
        recent.clear();

        assertThat(recent.score()).isNaN();
        assertThat(recent.rearfootShare()).isNaN();
    }
}
