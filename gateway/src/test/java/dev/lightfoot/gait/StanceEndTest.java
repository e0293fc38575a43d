package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a stance ends: the foot flat, the heel up, the tip of the shoe gone. */
class StanceEndTest {
    private static final long STEP_NS = 5_000_000L;
    private static final double STEP_S = 0.005;
    private static final double GRAVITY = 9.81;

    /** Tip of the shoe ahead of and below the pod, m, as the class has it. */
    private static final double AHEAD_M = 0.14;

    private static final double BELOW_M = 0.06;

    /** A foot that turns about the tip of the shoe, which leaves at 0.2 s with 12 m/s2 both ways. */
    private static long terminalNs(double wrongLevelDeg, double rateRadPerS) {
        ToeOff toeOff = new ToeOff();
        toeOff.flat(0, 0, 1, 0);
        boolean begun = false;
        for (int i = 1; i < 100; i++) {
            double timeS = i * STEP_S;
            double angle = angle(timeS, rateRadPerS);
            double before = angle(timeS - 1e-4, rateRadPerS);
            double after = angle(timeS + 1e-4, rateRadPerS);
            double rate = (after - before) / 2e-4;
            double ahead = (podAhead(after) - 2 * podAhead(angle) + podAhead(before)) / 1e-8;
            double up = (podUp(after) - 2 * podUp(angle) + podUp(before)) / 1e-8;
            double leaving = timeS > 0.2 ? 12 : 0;
            // a level that is wrong by a small angle shows gravity along the ground
            double force = ahead + up + 2 * leaving + GRAVITY - GRAVITY * Math.toRadians(wrongLevelDeg);
            if (!begun && Math.toDegrees(angle) < -12) {
                toeOff.begin(wrongLevelDeg, rate, Math.cos(angle), Math.sin(angle));
                begun = true;
            }
            double told = begun ? angle : angle + Math.toRadians(wrongLevelDeg);
            double forceNow = begun ? force + GRAVITY * Math.toRadians(wrongLevelDeg) : force;
            if (toeOff.sample(
                    i * STEP_NS, STEP_S, rate, Math.toDegrees(told), Math.cos(told), Math.sin(told), forceNow)) {
                return toeOff.terminalNs(false);
            }
        }
        return Long.MAX_VALUE;
    }

    private static double angle(double timeS, double rateRadPerS) {
        double since = Math.max(0, timeS - 0.05);
        return -rateRadPerS * since * since / 0.3;
    }

    /** The pod's place over a tip at rest. */
    private static double podAhead(double angle) {
        return -(AHEAD_M * Math.cos(angle) + BELOW_M * Math.sin(angle));
    }

    private static double podUp(double angle) {
        return -(AHEAD_M * Math.sin(angle) - BELOW_M * Math.cos(angle));
    }

    @ParameterizedTest
    @ValueSource(doubles = {6, 8, 10})
    void theTipLeavesWhenItsSpeedHasGrownHoweverFastTheFootTurns(double rateRadPerS) {
        // 0.5 m/s of 24 m/s2 take 21 ms, and 8 ms are added
        assertThat(terminalNs(0, rateRadPerS)).isBetween(222_000_000L, 234_000_000L);
    }

    @Test
    void aLevelThatWasCarriedWrongIsMadeGoodWhenTheHeelRises() {
        long right = terminalNs(0, 8);
        assertThat(terminalNs(5, 8)).isBetween(right - 4_000_000L, right + 4_000_000L);
        assertThat(terminalNs(-5, 8)).isBetween(right - 4_000_000L, right + 4_000_000L);
    }

    @Test
    void withoutALevelTheTipIsTakenToBeAtRestWhenTheHeelRises() {
        ToeOff toeOff = new ToeOff();
        toeOff.flat(0, 0, 1, 0);
        assertThat(toeOff.sample(STEP_NS, STEP_S, 0, 0, 1, 0, 500)).isFalse();
        assertThat(toeOff.sample(2 * STEP_NS, STEP_S, -3, 0, 1, 0, GRAVITY)).isFalse();
        toeOff.begin(Double.NaN, -3, 1, 0);
        double cos = Math.cos(Math.toRadians(-30));
        double sin = Math.sin(Math.toRadians(-30));
        assertThat(toeOff.sample(3 * STEP_NS, STEP_S, -3, -30, cos, sin, GRAVITY))
                .isFalse();
    }

    /** A heel that rises at 8 rad/s, the tip at rest or not by the force. */
    private static ToeOff leftBy(double force, int samples) {
        ToeOff toeOff = new ToeOff();
        toeOff.flat(0, 0, 1, 0);
        toeOff.begin(0, 0, 1, 0);
        boolean left = false;
        for (int i = 1; i <= samples && !left; i++) {
            double angle = -8 * i * STEP_S;
            left = toeOff.sample(
                    i * STEP_NS, STEP_S, -8, Math.toDegrees(angle), Math.cos(angle), Math.sin(angle), force);
        }
        assertThat(left).isTrue();
        return toeOff;
    }

    @Test
    void aHeelFarUpHasLeftWhateverTheTipSeemsToDo() {
        // 40 deg at 8 rad/s take 87 ms
        assertThat(leftBy(-1000, 40).terminalNs(false)).isBetween(156_000_000L, 158_000_000L);
    }

    @Test
    void aTipThatLeavesLongBeforeIsARunnersWhoShufflesButNoWalkers() {
        ToeOff early = leftBy(1000, 40);
        assertThat(early.terminalNs(false)).isLessThan(80_000_000L);
        assertThat(early.terminalNs(true)).isBetween(124_000_000L, 126_000_000L);
    }

    @Test
    void aTipThatMovesUnderALowHeelHasNotLeft() {
        ToeOff toeOff = new ToeOff();
        toeOff.flat(0, 0, 1, 0);
        toeOff.begin(0, 0, 1, 0);
        assertThat(toeOff.sample(STEP_NS, STEP_S, 0, -15, 0.966, -0.259, 1000)).isFalse();
    }

    @Test
    void aSlapUnderWayIsNoHeelRise() {
        FootFlat flat = new FootFlat();
        flat.begin(-200, 28);
        double angle = 28;
        boolean rose = false;
        for (int i = 0; i < 30; i++) {
            double rate = i < 20 ? -200 - 5 * i : Math.min(0, -300 + 60 * (i - 20));
            angle += rate * STEP_S;
            rose |= flat.sample(STEP_S, rate, angle, 15) == FootFlat.Finding.HEEL_ROSE;
        }
        assertThat(rose).isFalse();
        for (int i = 0; i < 40 && !rose; i++) {
            angle -= 200 * STEP_S;
            rose = flat.sample(STEP_S, -200, angle, 15) == FootFlat.Finding.HEEL_ROSE;
        }
        assertThat(rose).isTrue();
    }
}
