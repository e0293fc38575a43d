package dev.lightfoot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveConfigTest {
    @TempDir
    Path folder;

    @Test
    void whatChangedIsNamedInTheOrderOfTheFile() throws Exception {
        LiveConfig live = LiveConfig.open(write("[coach]\nmuted = false\n"));

        write("""
                [web]
                port = 9090
                [coach]
                muted = true
                [[pod]]
                address = "C0:FF:EE:00:00:01"
                """);

        assertThat(live.readAgain()).containsExactly("pod", "coach.muted", "web.port");
        assertThat(live.config().form().cues().muted()).isTrue();
        assertThat(live.config()).isEqualTo(Config.load(file()));
        assertThat(live.readAgain()).isEmpty();
    }

    @Test
    void aDefaultThatIsWrittenDownIsNoChange() throws Exception {
        LiveConfig live = LiveConfig.open(write(""));

        write("[web]\nport = 8080\n");

        assertThat(live.readAgain()).isEmpty();
    }

    @Test
    void aMistakeLeavesAllAsItWas() throws Exception {
        LiveConfig live = LiveConfig.open(write("[coach]\nmuted = true\n"));

        write("[coach]\nmuted = false\ncue-gap-s = \"often\"\n");

        assertThatThrownBy(live::readAgain).isInstanceOf(ConfigException.class).hasMessageContaining("coach.cue-gap-s");
        assertThat(live.config().form().cues().muted()).isTrue();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(file(), text);
    }

    private Path file() {
        return folder.resolve("lightfoot.toml");
    }
}
