package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
