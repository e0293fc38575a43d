package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A sole that turns about its ball from lying flat, ever faster, with a pod so far behind the ball. */
class PodPlaceTest {
    private static final double STEP_S = 0.005;
    private static final double GRAVITY = 9.81;
    private static final double HEIGHT_M = 0.07;
    private static final double SPIN_RAD_PER_S2 = 60;

    private final PodPlace place = new PodPlace();

    @Test
    void theDistanceBehindTheBallIsMeasuredAsTheHeelRises() {
        rise(0.22);
        assertThat(place.fartherBackM()).isCloseTo(0.22 - PodPlace.USUAL_M, within(0.01));
    }

    @Test
    void aPodOnTheToesIsFartherForward() {
        for (int step = 0; step < 3; step++) {
            rise(0.03);
        }
        assertThat(place.fartherBackM()).isCloseTo(0.03 - PodPlace.USUAL_M, within(0.01));
    }

    @Test
    void oneOddStepMovesWhatIsKnownByAFifth() {
        for (int step = 0; step < 10; step++) {
            rise(0.1);
        }
        double before = place.fartherBackM();
        rise(0.2);
        assertThat(place.fartherBackM() - before).isCloseTo(0.02, within(0.005));
    }

    @Test
    void whatNoShoeIsLongEnoughForIsNotBelieved() {
        rise(0.5);
        assertThat(place.fartherBackM()).isZero();
    }

    @Test
    void aRiseThatWasNotSeenToBeginTellsNothing() {
        place.flat();
        place.heelRose();
        place.abandon();
        assertThat(turn(0.22)).isFalse();
        assertThat(place.fartherBackM()).isZero();
    }

    @Test
    void itIsForgottenWithTheMount() {
        rise(0.22);
        place.reset();
        assertThat(place.fartherBackM()).isZero();
    }

    private void rise(double behindM) {
        for (int i = 0; i < 10; i++) {
            place.sample(STEP_S, 0, 0, 1, 0, GRAVITY);
        }
        place.flat();
        place.heelRose();
        turn(behindM);
    }

    private boolean turn(double behindM) {
        boolean measured = false;
        for (double timeS = STEP_S; timeS < 0.2; timeS += STEP_S) {
            double risen = SPIN_RAD_PER_S2 * timeS * timeS / 2;
            double rate = SPIN_RAD_PER_S2 * timeS;
            double cos = Math.cos(risen);
            double sin = Math.sin(risen);
            double lift =
                    SPIN_RAD_PER_S2 * (behindM * cos - HEIGHT_M * sin) - rate * rate * (behindM * sin + HEIGHT_M * cos);
            measured |= place.sample(STEP_S, -rate, -Math.toDegrees(risen), cos, -sin, GRAVITY + lift);
        }
        return measured;
    }
}
