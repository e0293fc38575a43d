package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineWatchTest {
    private static final double DT_S = 0.01;

    private final TurnCovariance turns = new TurnCovariance();
    private final LineWatch watch = new LineWatch();

    /** Half a second of turning to and fro between two looks, at a rate of so many rad/s. */
    private void look(double rate, double... line) {
        double norm = Math.sqrt(line[0] * line[0] + line[1] * line[1] + line[2] * line[2]);
        for (int i = 0; i < 50; i++) {
            double turn = (i % 2 == 0 ? rate : -rate) / norm;
            turns.add(1, DT_S, turn * line[0], turn * line[1], turn * line[2]);
        }
        watch.look(turns);
    }

    private void looks(int count, double rate, double... line) {
        for (int i = 0; i < count; i++) {
            look(rate, line);
        }
    }

    /** A line so far from y, to x. */
    private static double[] aside(double deg) {
        return new double[] {Math.sin(Math.toRadians(deg)), Math.cos(Math.toRadians(deg)), 0};
    }

    @Test
    void aPodThatTurnsIsSeenOnceTheOldTurningIsGone() {
        looks(6, 6, aside(0));
        look(6, aside(40));
        // two looks along 0 and one along 40 deg: half the argument of 2 + exp(i 80 deg), 12 deg
        assertThat(watch.otherLooks()).isZero();
        look(6, aside(40));
        // one and two: 28 deg
        assertThat(watch.otherLooks()).isEqualTo(1);
        look(6, aside(40));
        look(6, aside(40));
        assertThat(watch.otherLooks()).isEqualTo(3);
        looks(3, 6, aside(0));
        assertThat(watch.otherLooks()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "0, 1, 0", "0, 0, 1", "3, 2, -1", "-1, 3, 2", "2, -1, 3", "1, 1, 1", "-2, -2, 1"})
    void aLineThatStaysIsNotAccusedWhereverItLies(double x, double y, double z) {
        for (int i = 0; i < 30; i++) {
            look(6, x, y, z);
            assertThat(watch.otherLooks()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 0.6, 0.8, 0",
        "0, 1, 0, 0, 0.6, 0.8",
        "0, 0, 1, 0.8, 0, 0.6",
        "3, 2, -1, 3, -2, -1",
        "1, 2, 3, 3, 2, 1",
        "1, -1, 1, 1, 1, 1"
    })
    void anotherLineIsSeenWhereverItLies(double x, double y, double z, double x2, double y2, double z2) {
        looks(6, 6, x, y, z);
        looks(6, 6, x2, y2, z2);
        assertThat(watch.otherLooks()).isBetween(4, 5);
    }

    @Test
    void walkersWander() {
        looks(6, 6, aside(0));
        for (int i = 0; i < 6; i++) {
            look(6, aside(18));
            assertThat(watch.otherLooks()).isZero();
        }
    }

    @Test
    void whatIsKnownFollowsSlowlyAndFromFarIsSeen() {
        looks(40, 6, aside(0));
        looks(3, 6, aside(23));
        assertThat(watch.otherLooks()).isEqualTo(1);
    }

    @Test
    void littleTurningTellsNothingAndEndsTheDoubt() {
        looks(6, 6, aside(0));
        looks(5, 6, aside(60));
        assertThat(watch.otherLooks()).isGreaterThan(2);
        // three looks of half a second at 2.5 rad/s are 9.4 rad2/s
        looks(3, 2.5, aside(60));
        assertThat(watch.otherLooks()).isZero();
        looks(3, 2.7, aside(60));
        assertThat(watch.otherLooks()).as("10.4 and 10.9 rad2/s").isEqualTo(2);
    }

    @Test
    void turningEveryWayIsNoLine() {
        looks(6, 6, aside(0));
        for (int i = 0; i < 9; i++) {
            look(6, i % 3 == 0 ? 1 : 0, i % 3 == 1 ? 1 : 0, i % 3 == 2 ? 1 : 0);
        }
        assertThat(watch.otherLooks()).isZero();
    }

    @Test
    void afterAResetTheLineIsLearnedAnew() {
        looks(6, 6, aside(0));
        for (int i = 0; i < 50; i++) {
            turns.add(1, DT_S, 0, 30, 0);
        }
        watch.reset(turns);
        for (int i = 0; i < 8; i++) {
            look(6, aside(80));
            assertThat(watch.otherLooks()).isZero();
        }
        looks(4, 6, aside(0));
        assertThat(watch.otherLooks()).isEqualTo(3);
    }
}
