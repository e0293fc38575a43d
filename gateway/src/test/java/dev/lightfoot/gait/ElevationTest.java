package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ElevationTest {
    @Test
    void itIsTheAngleOfTheDirectionAllTheWayRound() {
        for (int tenths = -1799; tenths <= 1800; tenths++) {
            double angle = Math.toRadians(tenths * 0.1);
            assertThat(Elevation.rad(Math.sin(angle), Math.cos(angle)))
                    .as("%s deg", tenths * 0.1)
                    .isCloseTo(angle, within(1e-7));
        }
    }

    @Test
    void theLevelIsZero() {
        assertThat(Elevation.rad(0, 1)).isCloseTo(0, within(1e-7));
    }
}
