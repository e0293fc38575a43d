package dev.lightfoot.haptic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.form.CueKind;
import dev.lightfoot.gait.Foot;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalHapticTest {
    @Test
    void everyCueIsShownBeforeItCloses() {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        TerminalHaptic haptic = new TerminalHaptic(new PrintStream(shown, true, StandardCharsets.UTF_8));

        haptic.play(CueKind.NUDGE, Foot.LEFT, 0.3f);
        haptic.play(CueKind.RESTORED, Foot.LEFT, 0.3f);
        haptic.close();

        assertThat(shown.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("  bzz nudge ##", "  bzz restored #  #");
    }
}
