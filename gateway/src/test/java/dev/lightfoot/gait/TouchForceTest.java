package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The force at the touching point, fed with motions whose accelerations are known in closed form. */
class TouchForceTest {
    private static final double GRAVITY = 9.81;
    private static final double HEEL_BEHIND_M = 0.14;
    private static final double POD_HEIGHT_M = 0.07;
    private static final long STEP_NS = 5_000_000L;

    private final TouchForce touch = new TouchForce();

    @Test
    void toesLoweredAboutTheHeelInTheAirAreNoContact() {
        touch.begin();
        double most = 0;
        for (int i = 0; i < 40; i++) {
            double phase = 2 * Math.PI * i / 40;
            // 20 deg of toes lowered in 0.2 s about a heel that falls freely but for 0.3 g
            double angle = 0.4 - 0.35 * (phase - Math.sin(phase)) / (2 * Math.PI);
            double rate = -0.35 * (1 - Math.cos(phase)) / (2 * Math.PI) * (2 * Math.PI / 0.2);
            double turn = -0.35 * Math.sin(phase) / (2 * Math.PI) * Math.pow(2 * Math.PI / 0.2, 2);
            double push = 0.3 * GRAVITY + HEEL_BEHIND_M * turn;
            most = Math.max(most, push);
            touch.sample(1_000_000_000L + i * STEP_NS, rate, angle, push, true);
        }
        assertThat(most).as("the pod's own force does rise").isGreaterThan(GRAVITY);
        assertThat(touch.found()).isFalse();
    }

    @Test
    void aHeelThatIsStoppedIsContactAtTheStep() {
        touch.begin();
        long contactNs = 1_000_000_000L + 20 * STEP_NS - STEP_NS / 2;
        for (int i = 0; i < 40; i++) {
            touch.sample(1_000_000_000L + i * STEP_NS, 0, 0.3, i < 20 ? 2 : 60, true);
        }
        assertThat(touch.firm()).isTrue();
        assertThat((touch.contactNs() - contactNs) * 1e-6).isCloseTo(0, within(5.0));
        assertThat(touch.slowness()).isLessThan(0.5);
    }

    @Test
    void aLegThatBrakesAndThenFallsAgainWasNotTheGround() {
        touch.begin();
        for (int i = 0; i < 60; i++) {
            boolean brakes = i >= 10 && i < 20;
            touch.sample(1_000_000_000L + i * STEP_NS, 0, 0.3, brakes ? 30 : 0, true);
            if (i == 15) {
                assertThat(touch.firm()).isTrue();
            }
        }
        assertThat(touch.found()).isFalse();
    }

    @Test
    void aStrapThatRingsJustBeforeTheGroundIsNotTheGround() {
        touch.begin();
        long contactNs = 1_000_000_000L + 20 * STEP_NS - STEP_NS / 2;
        for (int i = 0; i < 40; i++) {
            boolean rings = i >= 10 && i < 14;
            touch.sample(1_000_000_000L + i * STEP_NS, 0, 0.3, i < 20 ? rings ? 30 : 0 : 55, true);
        }
        assertThat((touch.contactNs() - contactNs) * 1e-6).isCloseTo(0, within(5.0));
    }

    @Test
    void whatPushesFromTheStartIsNoRiseButBearsTheFoot() {
        touch.begin();
        touch.sample(1_000_000_000L, 0, 0.3, 35, false);
        for (int i = 1; i < 20; i++) {
            touch.sample(1_000_000_000L + i * STEP_NS, 0, 0.3, 35, true);
            assertThat(touch.borne()).isEqualTo(i >= 3);
        }
        assertThat(touch.found()).isFalse();

        for (int i = 20; i < 30; i++) {
            touch.sample(1_000_000_000L + i * STEP_NS, 0, 0.3, 25, true);
        }
        assertThat(touch.borne()).as("a leg can do that").isFalse();
    }

    /** Wobbles about a point of the sole that lies still, the pod so far ahead of it; what the pod's own force rises by. */
    private double wobble(double aheadM, double middleRad) {
        touch.begin();
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        double omega = 2 * Math.PI / 0.1;
        for (int i = 0; i < 300; i++) {
            double phase = omega * i * 1e-3;
            double angle = middleRad + 0.15 * Math.sin(phase);
            double rate = 0.15 * omega * Math.cos(phase);
            double turn = -0.15 * omega * omega * Math.sin(phase);
            // the pod is at aheadM x sin + height x cos above that point
            double push = GRAVITY
                    + aheadM * (Math.cos(angle) * turn - Math.sin(angle) * rate * rate)
                    - POD_HEIGHT_M * (Math.sin(angle) * turn + Math.cos(angle) * rate * rate);
            touch.sample(1_000_000_000L + i * 1_000_000L, rate, angle, push, true);
            least = Math.min(least, push);
            most = Math.max(most, push);
        }
        return most - least;
    }

    @ParameterizedTest
    @CsvSource({"0, 0.14", "0.03, 0.14", "0.06, 0.12", "-0.03, 0.14", "-0.06, 0.16"})
    void whateverTurnsAboutAHeelThatLiesStillIsNoRise(double fartherBackM, double heelBehindM) {
        touch.fartherBack(fartherBackM);

        assertThat(wobble(heelBehindM, 0.3)).as("at the pod itself").isGreaterThan(100);
        assertThat(touch.found()).isFalse();
        assertThat(touch.borne()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 0.06", "0.03, 0.09", "0.06, 0.12", "-0.1, -0.04"})
    void norAboutABallThatLiesStill(double fartherBackM, double ballAheadM) {
        touch.fartherBack(fartherBackM);

        assertThat(wobble(-ballAheadM, -0.3)).as("at the pod itself").isGreaterThan(30);
        assertThat(touch.found()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"12, -6", "15, 0", "18, 6", "25, 10", "40, 10"})
    void contactIsTenMillisecondsBehindTheMiddleOfASlowFirmRiseAndAsFarBeforeThatOfTheWeakest(
            double rise, double lagMs) {
        touch.begin();
        for (int i = 0; i < 100; i++) {
            double risen = Math.clamp((i - 40) / 25.0, 0, 1);
            touch.sample(1_000_000_000L + i * 1_000_000L, 0, 0.3, 8 + rise * risen, true);
        }
        assertThat(touch.slowness()).isEqualTo(1);
        assertThat(touch.contactNs() * 1e-6 - 1000).isCloseTo(52.5 + lagMs, within(0.6));
        assertThat(touch.firm()).isEqualTo(rise >= 20);
    }
}
