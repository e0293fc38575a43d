package dev.lightfoot.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A few reconnects; deploy/mqtt-endurance makes a thousand. */
@Timeout(120)
final class ReconnectsTest {
    @TempDir
    Path folder;

    @Test
    void aConnectionThatWasCutLeavesNothingBehind() throws Exception {
        Reconnects.Outcome outcome = Reconnects.run(folder, 10, 30);
        assertThat(outcome.leftNothing()).as(outcome.toString()).isTrue();
    }
}
