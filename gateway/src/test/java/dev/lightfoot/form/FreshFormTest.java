package dev.lightfoot.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Steps: 8 deg, 0.05 of duty factor, 14 spm. */
class FreshFormTest {
    private static final FormSettings SETTINGS = FormSettings.defaults();

    @Test
    void nothingLearnedIsNothingKept() {
        assertThat(FreshForm.kept(List.of(), SETTINGS)).isNull();
    }

    @Test
    void theKeptFormGoesAFifthOfTheWayToEachSession() {
        FreshForm kept = Objects.requireNonNull(
                FreshForm.kept(List.of(new FreshForm(5, 0.37f, 170), new FreshForm(0, 0.36f, 175)), SETTINGS));

        assertThat(kept.strikeAngleDeg()).isCloseTo(4, within(1e-5f));
        assertThat(kept.dutyFactor()).isCloseTo(0.368f, within(1e-5f));
        assertThat(kept.cadenceSpm()).isCloseTo(171, within(1e-4f));
    }

    @Test
    void aSlideOverManySessionsStaysWithinAQuarterOfAStepOfTheFirst() {
        List<FreshForm> learned = new ArrayList<>();
        for (int session = 0; session < 60; session++) {
            learned.add(new FreshForm(2 + session * 0.2f, 0.35f + session * 0.001f, 176 - session * 0.5f));
        }
        FreshForm kept = Objects.requireNonNull(FreshForm.kept(learned, SETTINGS));

        assertThat(kept.strikeAngleDeg()).isCloseTo(4, within(1e-5f));
        assertThat(kept.dutyFactor()).isCloseTo(0.3625f, within(1e-5f));
        assertThat(kept.cadenceSpm()).isCloseTo(172.5f, within(1e-3f));
    }

    @Test
    void whoGetsBetterIsFollowedWithoutABound() {
        List<FreshForm> learned = new ArrayList<>();
        for (int session = 0; session < 60; session++) {
            learned.add(new FreshForm(6 - session * 0.2f, 0.37f, 170));
        }
        FreshForm kept = Objects.requireNonNull(FreshForm.kept(learned, SETTINGS));

        assertThat(kept.strikeAngleDeg()).isBetween(-6f, -4f);
    }

    @Test
    void whatIsNotKnownIsNoForm() {
        assertThatThrownBy(() -> new FreshForm(Float.NaN, 0.36f, 170)).hasMessageContaining("is not known");
    }
}
