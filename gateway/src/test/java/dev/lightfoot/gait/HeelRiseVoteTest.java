package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HeelRiseVoteTest {
    private static final double DT_S = 0.005;
    private static final double RESTING = 9.81 * 9.81;
    private static final double PUSHED = 25 * 25;
    private static final double[] LINE = {0.48, 0.6, -0.64};

    private final HeelRiseVote vote = new HeelRiseVote();

    private void turn(int samples, double rate, double forceSquare) {
        for (int i = 0; i < samples; i++) {
            vote.sample(DT_S, forceSquare, rate * LINE[0], rate * LINE[1], rate * LINE[2]);
        }
    }

    private double votes() {
        return vote.votes(LINE[0], LINE[1], LINE[2]);
    }

    private void step() {
        turn(6, 0, RESTING);
        // 40 deg are 0.7 rad, passed with the 18th sample
        turn(30, 8, PUSHED);
    }

    @Test
    void aStepIsOneVoteAlongItsLineWhereverThatLies() {
        step();
        assertThat(votes()).isCloseTo(1, within(1e-9));
        assertThat(vote.votes(-LINE[0], -LINE[1], -LINE[2])).isCloseTo(-1, within(1e-9));
        assertThat(vote.votes(0.8, 0, 0.6)).as("square to it").isCloseTo(0, within(1e-9));
    }

    @Test
    void eachStepLeavesFourFifthsOfThoseBefore() {
        step();
        step();
        step();
        assertThat(votes()).isCloseTo(1 + 0.8 + 0.64, within(1e-9));
    }

    @Test
    void lessThanFortyDegreesOrMoreThanATimeAreNoVote() {
        turn(6, 0, RESTING);
        turn(17, 8, PUSHED);
        assertThat(votes()).isZero();

        turn(6, 0, RESTING);
        // 1.9 rad/s for 0.35 s are 38 deg
        turn(200, 1.9, PUSHED);
        assertThat(votes()).isZero();
        turn(6, 0, RESTING);
        turn(200, 2.1, PUSHED);
        assertThat(votes()).isCloseTo(1, within(1e-9));
    }

    @Test
    void whatTurnsOrFallsOrIsPushedBeforehandWasNotCalm() {
        turn(6, 1.2, RESTING);
        turn(30, 8, PUSHED);
        turn(6, 0, 6 * 6);
        turn(30, 8, PUSHED);
        turn(6, 0, 17 * 17);
        turn(30, 8, PUSHED);
        turn(3, 0, RESTING);
        turn(30, 8, PUSHED);

        assertThat(votes()).isZero();
    }

    @Test
    void theFirstStepAfterStandingIsNoVoteTheNextIs() {
        turn(220, 0, RESTING);
        step();
        assertThat(votes()).isZero();
        turn(60, 8, PUSHED);
        step();
        assertThat(votes()).isCloseTo(1, within(1e-9));
    }
}
