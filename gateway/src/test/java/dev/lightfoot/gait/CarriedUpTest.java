package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CarriedUpTest {
    private final Random random = new Random(3);

    private double[] direction() {
        double[] v = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
        double norm = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
        return new double[] {v[0] / norm, v[1] / norm, v[2] / norm};
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    /** Rodrigues: a pod that turns by t sees a fixed direction turn by -t. */
    @Test
    void aTurnIsRightToTheFourthOrder() {
        for (int trial = 0; trial < 30; trial++) {
            double[] up = direction();
            double[] axis = direction();
            double turn = 0.2;
            CarriedUp carried = new CarriedUp();
            carried.set(up[0], up[1], up[2]);
            carried.turn(turn * axis[0], turn * axis[1], turn * axis[2]);

            double[] across = cross(axis, up);
            double along = axis[0] * up[0] + axis[1] * up[1] + axis[2] * up[2];
            for (int i = 0; i < 3; i++) {
                double expected =
                        Math.cos(-turn) * up[i] + Math.sin(-turn) * across[i] + (1 - Math.cos(-turn)) * along * axis[i];
                assertThat(carried.along(i == 0 ? 1 : 0, i == 1 ? 1 : 0, i == 2 ? 1 : 0))
                        .isCloseTo(expected, within(turn * turn * turn * turn / 12));
            }
        }
    }

    @Test
    void itsCrossProductsAreThoseOfAVector() {
        for (int trial = 0; trial < 5; trial++) {
            double[] up = direction();
            double[] v = direction();
            CarriedUp carried = new CarriedUp();
            carried.set(up[0], up[1], up[2]);
            double[] expected = cross(up, v);

            assertThat(carried.crossX(v[1], v[2])).isCloseTo(expected[0], within(1e-12));
            assertThat(carried.crossY(v[0], v[2])).isCloseTo(expected[1], within(1e-12));
            assertThat(carried.crossZ(v[0], v[1])).isCloseTo(expected[2], within(1e-12));
        }
    }

    @Test
    void oneTakesOverWhereAnotherPoints() {
        CarriedUp other = new CarriedUp();
        other.set(0.6, 0, 0.8);
        CarriedUp carried = new CarriedUp();
        carried.set(other);

        assertThat(carried.along(0.6, 0, 0.8)).isCloseTo(1, within(1e-12));
    }
}
