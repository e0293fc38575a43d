package dev.lightfoot.ble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RadioWatchTest {
    private static final long S = 1_000_000_000L;

    private final RadioWatch watch = new RadioWatch(Patience.usual());

    private List<String> climbs(long fromS, long untilS) {
        List<String> climbs = new ArrayList<>();
        for (long atS = fromS; atS < untilS; atS++) {
            RadioWatch.Rung rung = watch.due(atS * S);
            if (rung != RadioWatch.Rung.NOTHING) {
                climbs.add(atS + " " + rung);
            }
        }
        return climbs;
    }

    @Test
    void whatHearsNothingClimbsTheLadderAndThenWaitsTwiceAsLong() {
        assertThat(climbs(0, 500))
                .containsExactly(
                        "90 RESTART_DISCOVERY",
                        "120 POWER_CYCLE",
                        "150 UNBLOCK",
                        "180 LOOK_UP_AGAIN",
                        "210 LOOK_UP_AGAIN",
                        "240 LOOK_UP_AGAIN",
                        "420 RESTART_DISCOVERY",
                        "450 POWER_CYCLE",
                        "480 UNBLOCK");
    }

    @Test
    void oneAdvertisementShowsThatItLives() {
        assertThat(climbs(0, 100)).containsExactly("90 RESTART_DISCOVERY");
        watch.heard(100 * S);
        assertThat(climbs(100, 190)).isEmpty();
        assertThat(climbs(190, 191)).containsExactly("190 RESTART_DISCOVERY");
    }

    @Test
    void silenceWhileItDoesNotListenMeansNothing() {
        assertThat(climbs(0, 80)).isEmpty();
        watch.pause();
        assertThat(climbs(1000, 1090)).isEmpty();
        assertThat(climbs(1090, 1091)).containsExactly("1090 RESTART_DISCOVERY");
    }

    @Test
    void theLadderGoesOnWhereASwitchedOffAdapterInterruptedIt() {
        assertThat(climbs(0, 121)).containsExactly("90 RESTART_DISCOVERY", "120 POWER_CYCLE");
        watch.pause();
        assertThat(climbs(125, 200)).containsExactly("155 UNBLOCK", "185 LOOK_UP_AGAIN");
    }
}
