package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnCovarianceTest {
    private final TurnCovariance turns = new TurnCovariance();

    /** Turning about a level line leads, whichever of the pod's axes is upright, beside more turning about up. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, 1, 0, 0",
        "0, 0, 1, 0.6, 0.8, 0",
        "1, 0, 0, 0, 0.6, 0.8",
        "-1, 0, 0, 0, 0.8, -0.6",
        "0, 1, 0, 0.8, 0, 0.6",
        "0.96, 0.28, 0, -0.28, 0.96, 0",
        "0.9, 0, 0.43589, 0, 1, 0",
        "0.96, 0.28, 0, 0, 0, 1",
        "0.6, 0.8, 0, 0.8, -0.6, 0"
    })
    void theLevelLineOfMostTurningLeads(double ux, double uy, double uz, double lx, double ly, double lz) {
        for (int i = 0; i < 20; i++) {
            double sign = i % 2 == 0 ? 1 : -1;
            turns.add(1, 0.01, 3 * sign * lx, 3 * sign * ly, 3 * sign * lz);
            turns.add(1, 0.01, 5 * ux, 5 * uy, 5 * uz);
            // square to both
            turns.add(1, 0.01, uy * lz - uz * ly, uz * lx - ux * lz, ux * ly - uy * lx);
        }
        turns.lead(ux, uy, uz);

        double along = turns.leading(0) * lx + turns.leading(1) * ly + turns.leading(2) * lz;
        assertThat(Math.abs(along)).isCloseTo(1, within(1e-6));
        assertThat(turns.energy()).isCloseTo(0.2 * (9 + 25 + 1), within(1e-3));
    }

    @Test
    void evenTurningHasALevelLineAllTheSame() {
        turns.add(1, 0.01, 2, 0, 0);
        turns.add(1, 0.01, 0, 2, 0);
        turns.lead(0, 0, 1);

        assertThat(Math.hypot(turns.leading(0), turns.leading(1))).isCloseTo(1, within(1e-9));
    }

    @Test
    void whatWasAddedSinceIsToldWithForgetting() {
        double[] before = new double[TurnCovariance.ELEMENTS];
        double[] added = new double[TurnCovariance.ELEMENTS];
        turns.add(1, 0.1, 7, -5, 3);
        turns.since(before, added);
        assertThat(added).containsExactly(new double[] {4.9, -3.5, 2.1, 2.5, -1.5, 0.9}, within(1e-9));

        turns.add(0.5, 0.1, 1, 2, 3);
        turns.add(0.5, 0.1, 2, 0, 0);
        turns.since(before, added);
        // half of the first, all of the second; what was before is taken off as far as it is still there
        assertThat(added).containsExactly(new double[] {0.45, 0.1, 0.15, 0.2, 0.3, 0.45}, within(1e-9));
    }

    @Test
    void aResetForgets() {
        turns.add(1, 0.1, 1, 2, 3);
        turns.reset();

        assertThat(turns.energy()).isZero();
    }
}
