package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalmWatchTest {
    private static final double DT_S = 0.01;

    private final CalmWatch watch = new CalmWatch();

    /** Calm moments between two looks, 0.05 s by 0.01. */
    private void look(int samples, double... force) {
        for (int i = 0; i < samples; i++) {
            watch.sample(DT_S, force[0], force[1], force[2], 0.5, -0.5, 0.5);
        }
        watch.look();
    }

    private static double[] tipped(double deg) {
        return new double[] {10 * Math.sin(Math.toRadians(deg)), 0, 10 * Math.cos(Math.toRadians(deg))};
    }

    private void assertDirection(double[] told, double... direction) {
        double norm =
                Math.sqrt(direction[0] * direction[0] + direction[1] * direction[1] + direction[2] * direction[2]);
        for (int i = 0; i < 3; i++) {
            assertThat(told[i]).as("axis %d", i).isCloseTo(direction[i] / norm, within(1e-9));
        }
    }

    @Test
    void upIsTheMeanOfTheCalmMomentsOfThreeLooks() {
        look(5, 3, 1, 9);
        look(5, -1, 2, 10);
        look(5, 1, -6, 8);

        assertDirection(watch.now(), 3, -3, 27);
        assertDirection(watch.before(), 3, -3, 27);
        assertThat(watch.otherLooks()).isZero();
    }

    @Test
    void onlyTheLastThreeLooksCount() {
        look(5, 9, 0, 0);
        look(5, 0, 0, 10);
        look(5, 0, 0, 10);
        look(5, 0, 0, 10);

        assertDirection(watch.now(), 0, 0, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "0.7, 0.7, 0.5, 0, 0, 10",
        "0.5, 0.7, -0.7, 0, 0, 10",
        "-0.7, 0.5, 0.7, 0, 0, 10",
        "0, 0, 0, 4.8, 4.8, 4.8",
        "0, 0, 0, 7.6, 7.6, -7.6"
    })
    void aFootThatTurnsOrPushesTellsNothing(double gx, double gy, double gz, double ax, double ay, double az) {
        look(5, 0, 0, 10);
        look(5, 0, 0, 10);
        for (int i = 0; i < 50; i++) {
            watch.sample(DT_S, ax + 0.01, ay, az, gx, gy, gz);
        }
        look(5, 0, 0, 10);

        assertDirection(watch.now(), 0, 0, 1);
    }

    @Test
    void aFootThatPushesALittleIsCalm() {
        look(5, 7.2, 7.2, 7.2);
        look(5, 5, 5, 5);
        look(5, 6, 6, 6);

        assertDirection(watch.now(), 1, 1, 1);
    }

    @Test
    void aPodThatTipsIsSeenByEachLookOnceTheOldMomentsAreGone() {
        for (int i = 0; i < 6; i++) {
            look(5, tipped(0));
        }
        for (int i = 0; i < 3; i++) {
            look(5, tipped(40));
        }
        int seen = watch.otherLooks();
        look(5, tipped(40));

        assertThat(seen).as("the mean of two thirds tipped lies 26.6 deg off").isEqualTo(2);
        assertThat(watch.otherLooks()).isEqualTo(3);
        assertDirection(watch.now(), tipped(40));
        double third = Math.hypot(tipped(40)[0], 2 * tipped(0)[2] + tipped(40)[2]);
        assertDirection(watch.before(), tipped(40)[0] / third, 0, 4 + (2 * tipped(0)[2] + tipped(40)[2]) / third);
    }

    @Test
    void aHillIsNoTip() {
        for (int i = 0; i < 6; i++) {
            look(5, tipped(0));
        }
        for (int i = 0; i < 4; i++) {
            look(5, tipped(18));
            assertThat(watch.otherLooks()).isZero();
        }
    }

    @Test
    void whoIsHardlyCalmIsNotAccusedAndEndsTheDoubt() {
        for (int i = 0; i < 6; i++) {
            look(5, tipped(0));
        }
        for (int i = 0; i < 4; i++) {
            look(5, tipped(40));
        }
        assertThat(watch.otherLooks()).isEqualTo(3);
        look(0, tipped(40));
        assertThat(watch.otherLooks()).as("0.1 s of calm, less than 0.12").isZero();
    }

    @Test
    void whatIsKnownIsTheMeanOfWhatWasSeen() {
        for (int i = 0; i < 3; i++) {
            look(5, tipped(0));
        }
        look(5, tipped(12));

        double[] now = watch.now().clone();
        assertDirection(now, tipped(0)[0] * 2 + tipped(12)[0], 0, tipped(0)[2] * 2 + tipped(12)[2]);
        assertDirection(watch.before(), now[0] / 2, 0, (1 + now[2]) / 2);
    }

    @Test
    void afterAResetItLearnsAnew() {
        for (int i = 0; i < 6; i++) {
            look(5, tipped(0));
        }
        watch.reset();
        for (int i = 0; i < 3; i++) {
            look(5, tipped(60));
            assertThat(watch.otherLooks()).isZero();
        }
        assertDirection(watch.before(), tipped(60));
    }
}
