package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Robinson 1987: 100 (left - right) / (half of left + right). */
class AsymmetryTest {
    private final Asymmetry asymmetry = new Asymmetry();

    private float running(Foot foot, double contactMs) {
        return asymmetry.percent(foot, contactMs, false);
    }

    private float runningBoth(int stances, double leftMs, double rightMs) {
        float last = Float.NaN;
        for (int i = 0; i < stances; i++) {
            running(Foot.LEFT, leftMs);
            last = running(Foot.RIGHT, rightMs);
        }
        return last;
    }

    @Test
    void itIsKnownFromTheFifthStanceOfEachFoot() {
        assertThat(runningBoth(4, 260, 240)).isNaN();
        assertThat(running(Foot.LEFT, 260)).as("five left, four right").isNaN();
        assertThat(running(Foot.RIGHT, 240)).isCloseTo(8f, within(1e-4f));
    }

    @Test
    void theShorterLeftIsNegative() {
        assertThat(runningBoth(5, 190, 210)).isCloseTo(-10f, within(1e-4f));
    }

    @Test
    void itIsOfTheFeetsMeans() {
        for (double leftMs : new double[] {200, 210, 220, 230, 240}) {
            running(Foot.LEFT, leftMs);
        }
        float last = Float.NaN;
        for (double rightMs : new double[] {260, 250, 240, 230, 220}) {
            last = running(Foot.RIGHT, rightMs);
        }
        assertThat(last).as("220 and 240 ms").isCloseTo((float) (100.0 * (220 - 240) / 230), within(1e-4f));
    }

    @Test
    void afterTenStancesANewOneWeighsATenth() {
        runningBoth(20, 200, 200);
        assertThat(running(Foot.LEFT, 300)).as("210 and 200 ms").isCloseTo((float) (100.0 * 10 / 205), within(1e-4f));
        assertThat(running(Foot.RIGHT, 300)).as("210 and 210 ms").isCloseTo(0, within(1e-4f));
    }

    @Test
    void walkingIsCountedAnew() {
        runningBoth(10, 260, 240);
        for (int i = 0; i < 4; i++) {
            asymmetry.percent(Foot.LEFT, 700, true);
            assertThat(asymmetry.percent(Foot.RIGHT, 700, true)).isNaN();
        }
        asymmetry.percent(Foot.LEFT, 700, true);
        assertThat(asymmetry.percent(Foot.RIGHT, 700, true)).isCloseTo(0, within(1e-4f));
    }

    @Test
    void aFootWhoseStancesBrokeOffIsCountedAnewTheOtherNot() {
        for (Foot broken : Foot.values()) {
            runningBoth(10, 240, 240);
            asymmetry.forget(broken);
            assertThat(running(broken.other(), 240)).isNaN();
            for (int i = 0; i < 4; i++) {
                assertThat(running(broken, 240)).isNaN();
            }
            assertThat(running(broken, 240)).isCloseTo(0, within(1e-4f));
        }
    }
}
