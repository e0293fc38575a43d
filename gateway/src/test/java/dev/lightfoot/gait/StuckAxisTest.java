package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StuckAxisTest {
    private static final double DT_S = 0.01;

    private final StuckAxis watch = new StuckAxis();
    private double noise;

    @BeforeEach
    void begin() {
        watch.reset();
    }

    /** Looks of a reading with noise on each axis but one. */
    private void look(int looks, int dead, double... reading) {
        double[] read = new double[6];
        for (int i = 0; i < looks; i++) {
            noise += 1e-6;
            for (int axis = 0; axis < 6; axis++) {
                read[axis] = reading[axis] + (axis == dead ? 0 : noise);
            }
            watch.look(DT_S, read[0], read[1], read[2], read[3], read[4], read[5]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void anAxisThatRepeatsItselfForAQuarterOfASecondOfMotionIsStuck(int axis) {
        look(24, axis, 0, 0, 9.8, 1, 1, 1);
        assertThat(watch.stuck()).isFalse();
        look(2, axis, 0, 0, 9.8, 1, 1, 1);
        assertThat(watch.stuck()).isTrue();
    }

    @Test
    void aReadingThatChangesInTimeIsNotStuck() {
        look(20, 2, 0, 0, 9.8, 1, 1, 1);
        look(1, -1, 0, 0, 9.8, 1, 1, 1);
        look(20, 2, 0, 0, 9.8, 1, 1, 1);

        assertThat(watch.stuck()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 9.8, 0.6, -0.6, 0.5",
        "0, 0, 9.8, -0.6, 0.5, -0.6",
        "3.5, 3.5, 3.5, 0, 0, 0",
        "-3.5, -3.5, 4, 0.1, 0, 0",
        "8, 8, 8, 0, 0, 0"
    })
    void aFootAtRestMayReadTheSame(double ax, double ay, double az, double gx, double gy, double gz) {
        look(100, 0, ax, ay, az, gx, gy, gz);

        assertThat(watch.stuck()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 9.8, 0.6, -0.6, 0.6", "0, 0, 9.8, 0, 0, -1.8", "2.8, 2.8, 2.8, 0, 0, 0", "9, 9, 9, 0, 0, 0"})
    void aFootThatTurnsFallsOrPushesMoves(double ax, double ay, double az, double gx, double gy, double gz) {
        look(30, 4, ax, ay, az, gx, gy, gz);

        assertThat(watch.stuck()).isTrue();
    }

    @Test
    void itIsMendedByHalfASecondOfMotionInWhichAllAxesChange() {
        look(30, 5, 0, 0, 9.8, 1, 1, 1);
        look(49, -1, 0, 0, 9.8, 1, 1, 1);
        look(500, -1, 0, 0, 9.8, 0, 0, 0);
        assertThat(watch.stuck()).as("rest mends nothing").isTrue();
        look(2, -1, 0, 0, 9.8, 1, 1, 1);
        assertThat(watch.stuck()).isFalse();
    }

    @Test
    void whatRepeatsItselfBetweenMendsNothingAndSticksAnew() {
        look(30, 5, 0, 0, 9.8, 1, 1, 1);
        look(40, -1, 0, 0, 9.8, 1, 1, 1);
        look(20, 5, 0, 0, 9.8, 1, 1, 1);
        assertThat(watch.stuck()).isTrue();
        look(10, 5, 0, 0, 9.8, 1, 1, 1);
        look(40, -1, 0, 0, 9.8, 1, 1, 1);
        assertThat(watch.stuck()).as("what was mended before is lost").isTrue();
        look(12, -1, 0, 0, 9.8, 1, 1, 1);
        assertThat(watch.stuck()).isFalse();
    }

    @Test
    void aResetForgets() {
        look(24, 3, 0, 0, 9.8, 1, 1, 1);
        watch.reset();
        look(24, 3, 0, 0, 9.8, 1, 1, 1);
        assertThat(watch.stuck()).isFalse();
        look(10, 3, 0, 0, 9.8, 1, 1, 1);
        assertThat(watch.stuck()).isTrue();
        watch.reset();
        assertThat(watch.stuck()).isFalse();
    }
}
