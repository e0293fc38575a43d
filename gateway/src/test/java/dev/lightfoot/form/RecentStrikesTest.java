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
    void theScoreIsTheMeanOfTheLastSix() {
        for (int i = 1; i <= 5; i++) {
            recent.addScore(i);
            assertThat(recent.score()).isNaN();
        }
        recent.addScore(6);
        assertThat(recent.score()).isCloseTo(3.5f, within(1e-6f));
        recent.addScore(13);
        assertThat(recent.score()).isCloseTo(5.5f, within(1e-6f));
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
