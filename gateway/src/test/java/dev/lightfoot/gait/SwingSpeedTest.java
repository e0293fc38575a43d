package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A foot that still flies forwards has not landed. */
class SwingSpeedTest {
    private static final double STEP_S = 0.005;
    private static final int STRIDE = 130;

    private final SwingSpeed swing = new SwingSpeed();
    private int toldFlying;
    private boolean flyingAtEnd;

    private static boolean flying(SwingSpeed swing) {
        return swing.sureMps() > 1;
    }

    /** Rests, is swung forwards at up to 4 m/s for half a second, and rests; pull is what is felt besides. */
    private void stride(double drift) {
        toldFlying = 0;
        for (int i = 0; i < STRIDE; i++) {
            double pull = i < 50 ? 16 : i < 100 ? -16 : 0;
            swing.sample(STEP_S, pull + drift);
            toldFlying += flying(swing) ? 1 : 0;
        }
        flyingAtEnd = flying(swing);
        swing.flat();
        swing.sample(STEP_S, 0);
        swing.heelRose();
    }

    @Test
    void nothingIsKnownBeforeTheFirstFootFlat() {
        stride(0);
        assertThat(toldFlying).isZero();
    }

    @Test
    void aFootFliesBetweenItsRests() {
        stride(0);
        stride(0);
        // above 1 + 3 x 0.3 of 4 m/s
        assertThat(toldFlying).isBetween(50, 55);
        assertThat(flyingAtEnd).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-2.6, 2.6})
    void aSlopeIsTakenOffOnceItWasMet(double drift) {
        stride(0);
        stride(drift);
        int first = toldFlying;
        for (int i = 0; i < 40; i++) {
            stride(drift);
        }
        assertThat(Math.abs(first - 52)).isGreaterThan(10);
        // nothing is left over any more: above 1 of 4 m/s
        assertThat(toldFlying).isBetween(70, 78);
        assertThat(flyingAtEnd).isFalse();
    }

    @Test
    void aWildSumIsNotBelievedWhole() {
        stride(0);
        stride(500);
        stride(0);
        assertThat(flyingAtEnd).isFalse();
        assertThat(toldFlying).isGreaterThan(10);
    }

    @Test
    void anOldSumSaysNothing() {
        stride(0);
        for (int i = 0; i < 290; i++) {
            swing.sample(STEP_S, i < 100 ? 16 : 0);
        }
        assertThat(flying(swing)).isTrue();
        for (int i = 0; i < 15; i++) {
            swing.sample(STEP_S, 0);
        }
        assertThat(flying(swing)).isFalse();
    }

    @Test
    void aLostLevelEndsTheSum() {
        stride(0);
        swing.sample(1, 16);
        assertThat(flying(swing)).isTrue();
        swing.abandon();
        swing.sample(STEP_S, 800);
        assertThat(flying(swing)).isFalse();
    }

    /** Seed 3063 lowers the toes early and its pod swings at 12 Hz: the leg that slows the foot feels like the ground. */
    @Test
    void aLoosePodThatFeelsTheLegIsHeardAllTheSame() {
        PlayedPod pod = new PlayedPod("any-run", 3063);
        pod.feed(pod.samples(0, 60, 208));
        assertThat(pod.told(10, 60)).isGreaterThanOrEqualTo(pod.contacts(10, 60) * 9 / 10);
        assertThat(pod.invented()).isLessThanOrEqualTo(pod.contacts(0, 60) / 5);
    }
}
