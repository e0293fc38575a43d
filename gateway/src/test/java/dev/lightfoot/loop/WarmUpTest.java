package dev.lightfoot.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.form.FormSettings;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void itsStridesAreJudgedSoThatTheWholePathIsWalked() {
        int strides = (int) (2 * (30 - 2) / 0.72);

        assertThat(WarmUp.run(FormSettings.defaults(), 30)).isBetween(strides / 2, strides + 2);
    }
}
