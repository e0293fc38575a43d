package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feet that lie level in the pod's x-y plane, toes along x, and are swung forwards without being tipped. */
class ToesSideTest {
    private static final double STEP_S = 0.005;
    private static final double GRAVITY = 9.81;

    private final CarriedUp up = new CarriedUp();

    @Test
    void theSideToWhichTheFootGoesWhileItTurnsIsForwards() {
        Advance advance = new Advance();
        stride(advance, 5, 1);
        assertThat(advance.correlation(0, 1, 0)).isGreaterThan(0.5);
        assertThat(advance.correlation(0, -1, 0)).isLessThan(-0.5);
        advance.reset();
        assertThat(advance.correlation(0, 1, 0)).isZero();
    }

    @Test
    void whoGoesTheOtherWayHasTheToesOnTheOtherSide() {
        Advance advance = new Advance();
        stride(advance, 5, -1);
        assertThat(advance.correlation(0, 1, 0)).isLessThan(-0.5);
    }

    @Test
    void samplesThatBeginInMidSwingTellTheSideAfterAFewStrides() {
        Advance advance = new Advance();
        swing(advance, 20, -1);
        stride(advance, 4, 1);
        assertThat(advance.correlation(0, 1, 0)).isGreaterThan(0.15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 40, 100, 200, 310})
    void aSpeedThatGoesWithTheTurningWhateverElseItDoesIsCorrelatedWhole(double tiltDeg) {
        double tilt = Math.toRadians(tiltDeg);
        double[] toes = {0.6 * Math.cos(tilt), 0.8, -0.6 * Math.sin(tilt)};
        double[] left = {-0.8 * Math.cos(tilt), 0.6, 0.8 * Math.sin(tilt)};
        up.set(Math.sin(tilt), 0, Math.cos(tilt));
        Advance advance = new Advance();
        correlate(advance, tilt, toes, -2);
        advance.reset();
        correlate(advance, tilt, toes, 0.5);

        assertThat(advance.correlation(left[0], left[1], left[2])).isCloseTo(1, within(1e-6));
        assertThat(advance.correlation(-left[0], -left[1], -left[2])).isCloseTo(-1, within(1e-6));
        assertThat(advance.correlation(toes[0], toes[1], toes[2])).isCloseTo(0, within(1e-6));
    }

    /** A foot whose speed, m/s, is 3 and so many times its rate of turn. */
    private void correlate(Advance advance, double tilt, double[] toes, double times) {
        double speed = 0;
        for (int i = 0; i < 200; i++) {
            double rate = 5 + 4 * Math.sin(i * i);
            double next = 3 + times * rate;
            // half of the speed is forgotten in so long a step
            double force = next - 0.5 * speed;
            advance.sample(
                    1,
                    force * toes[0] + GRAVITY * Math.sin(tilt),
                    force * toes[1],
                    force * toes[2] + GRAVITY * Math.cos(tilt),
                    up);
            advance.look(0.9, 0.01, rate);
            speed = next;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 40, 100, 200, 310})
    void theForceAlongTheFootVotesForTheHeelByItsMean(double tiltDeg) {
        double tilt = Math.toRadians(tiltDeg);
        double[] upright = {Math.sin(tilt), 0, Math.cos(tilt)};
        double[] toes = {0.6 * Math.cos(tilt), 0.8, -0.6 * Math.sin(tilt)};
        double[] left = {-0.8 * Math.cos(tilt), 0.6, 0.8 * Math.sin(tilt)};
        ToesSide side = new ToesSide();
        // the mean of -3 while turning at 2 rad/s and of 1 while at 6 is nothing
        for (int i = 0; i < 80; i++) {
            push(side, i % 2 == 0 ? -3 : 1, toes, i % 2 == 0 ? 2 : 6);
        }
        assertThat(side.votes(left[0], left[1], left[2], upright[0], upright[1], upright[2]))
                .as("before 0.45 s in motion")
                .isZero();
        for (int i = 0; i < 80; i++) {
            push(side, i % 2 == 0 ? -3 : 1, toes, i % 2 == 0 ? 2 : 6);
        }
        assertThat(side.votes(left[0], left[1], left[2], upright[0], upright[1], upright[2]))
                .isCloseTo(0, within(1e-6));
        // slow turning is not in motion
        push(side, 1000, toes, 1.7);
        for (int i = 0; i < 160; i++) {
            push(side, i % 2 == 0 ? -5 : -1, toes, i % 2 == 0 ? 2 : 6);
        }
        // of 2.5 m/s2 that make a whole vote, (0 + 2) / 2, by the weight of 0.7
        assertThat(side.votes(left[0], left[1], left[2], upright[0], upright[1], upright[2]))
                .isCloseTo(0.7 * 1 / 2.5, within(1e-6));
        for (int i = 0; i < 160; i++) {
            push(side, 50, toes, 4);
        }
        assertThat(side.votes(left[0], left[1], left[2], upright[0], upright[1], upright[2]))
                .as("no more than a whole vote")
                .isCloseTo(-0.7, within(1e-6));
    }

    private static void push(ToesSide side, double forward, double[] toes, double rate) {
        side.look(1, STEP_S, forward * toes[0], forward * toes[1], forward * toes[2], rate, 0, rate, 0);
    }

    @Test
    void theAdvanceCountsByTheTimeInMotion() {
        ToesSide side = new ToesSide();
        assertThat(advanceVotes(side, 1)).isCloseTo(0.7 + 0.3 * 1, within(1e-6));
        assertThat(advanceVotes(side, 3)).isCloseTo(0.7 + 0.3 * 4, within(1e-6));
        assertThat(advanceVotes(side, 0.9)).isCloseTo(2, within(1e-6));
        assertThat(advanceVotes(side, 5.1)).isCloseTo(0.08 * 10 * 10, within(1e-6));
    }

    @Test
    void aFootThatStandsIsNotAskedWhereItGoes() {
        ToesSide side = new ToesSide();
        assertThat(advanceVotes(side, 1)).isCloseTo(1, within(1e-6));
        // a standing foot whose speed drifts
        for (int i = 0; i < 2000; i++) {
            side.sample(STEP_S, 4, 0, GRAVITY, up);
            side.look(1, STEP_S, 0, 0, 0, 0, 0, 0, 0);
        }
        assertThat(side.votes(0, 1, 0, 0, 0, 1)).isCloseTo(1, within(1e-6));
    }

    /** Goes forwards while it turns fast, for so many seconds in motion; what it votes then for the left. */
    private double advanceVotes(ToesSide side, double seconds) {
        for (int i = 0; i < Math.round(seconds / STEP_S); i++) {
            boolean fast = i / 20 % 2 == 0;
            double push = i % 20 != 0 ? 0 : fast ? 400 : -400;
            side.sample(STEP_S, push, 0, GRAVITY, up);
            side.look(1, STEP_S, 0, 0, 0, fast ? 8 : 2, 0, fast ? 8 : 2, 0);
        }
        return side.votes(0, 1, 0, 0, 0, 1);
    }

    @Test
    void aPodAtTheHeelWhoseForcePointsForwardsIsOutvotedByItsAdvance() {
        ToesSide side = new ToesSide();
        for (int stride = 0; stride < 8; stride++) {
            for (int i = 0; i < 60; i++) {
                feed(side, 0, 0);
            }
            // a pod at the heel is thrown forwards all through the swing, on top of speeding up and slowing down
            for (int i = 0; i < 80; i++) {
                feed(side, (i < 40 ? 25 : -25) + 5, 8);
            }
        }
        assertThat(side.votes(0, 1, 0, 0, 0, 1)).isGreaterThan(ToesSide.ENOUGH);
        assertThat(side.votes(0, -1, 0, 0, 0, 1)).isLessThan(-ToesSide.ENOUGH);
        side.reset();
        assertThat(side.votes(0, 1, 0, 0, 0, 1)).isZero();
    }

    private void feed(ToesSide side, double forward, double rate) {
        side.sample(STEP_S, forward, 0, GRAVITY, up);
        side.look(1 - STEP_S / 8, STEP_S, forward, 0, GRAVITY, rate, 0, rate, 0);
    }

    private void stride(Advance advance, int strides, int way) {
        for (int stride = 0; stride < strides; stride++) {
            for (int i = 0; i < 60; i++) {
                feed(advance, 0, 0);
            }
            swing(advance, 40, way);
            swing(advance, 40, -way);
        }
    }

    private void swing(Advance advance, int samples, int way) {
        for (int i = 0; i < samples; i++) {
            feed(advance, way * 25, 8);
        }
    }

    private void feed(Advance advance, double forward, double rate) {
        advance.sample(STEP_S, forward, 0, GRAVITY, up);
        advance.look(1 - STEP_S / 8, STEP_S, rate);
    }

    @Test
    void eachHeelRiseIsAVoteForTheToesDownTurn() {
        HeelRiseVote vote = new HeelRiseVote();
        for (int step = 0; step < 3; step++) {
            feed(vote, 10, 0);
            feed(vote, 30, 8);
            feed(vote, 30, -12);
        }
        assertThat(vote.votes(0, 1, 0)).isGreaterThan(2);
        assertThat(vote.votes(0, -1, 0)).isLessThan(-2);
        vote.reset();
        assertThat(vote.votes(0, 1, 0)).isZero();
    }

    @Test
    void whatFollowsStandingIsNoVote() {
        HeelRiseVote vote = new HeelRiseVote();
        feed(vote, 400, 0);
        feed(vote, 40, -8);
        assertThat(vote.votes(0, 1, 0)).isZero();
    }

    private static void feed(HeelRiseVote vote, int samples, double rateRadPerS) {
        for (int i = 0; i < samples; i++) {
            double force = rateRadPerS == 0 ? GRAVITY : 25;
            vote.sample(STEP_S, force * force, 0, rateRadPerS, 0);
        }
    }
}
