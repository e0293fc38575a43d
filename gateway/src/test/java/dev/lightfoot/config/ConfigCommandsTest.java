package dev.lightfoot.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandsTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(complained, true, StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void checkSaysFine() throws Exception {
        Path file = Files.writeString(folder.resolve("good.toml"), "[web]\nport = 1\n");

        assertThat(new ConfigCheck().run(out, err, file)).isZero();
        assertThat(text(printed)).isEqualTo(file + ": fine" + System.lineSeparator());
        assertThat(text(complained)).isEmpty();
    }

    @Test
    void checkAndShowTellMistakesOnStandardErrorAndFail() throws Exception {
        Path file = Files.writeString(folder.resolve("bad.toml"), "[web]\nport = -1\nhots = \"x\"\n");

        assertThat(new ConfigCheck().run(out, err, file)).isEqualTo(1);
        assertThat(new ConfigShow().run(out, err, file)).isEqualTo(1);
        assertThat(text(printed)).isEmpty();
        assertThat(text(complained).lines()).hasSize(4);
    }

    @Test
    void tenMistakesGiveTenLinesEachWithItsLineNumber() throws Exception {
        Path file = Files.writeString(folder.resolve("ten.toml"), """
                [gateway]
                name = "Not Allowed"
                [bluetooh]
                adapter = "hci0"
                [form]
                jogging-score = 99
                fresh-cadence-spm = "quick"
                [coach]
                cue-gap = 6.0
                muted = 1
                [haptic]
                kind = "buzzer"
                pin = 64
                [web]
                port = 70000
                hots = "127.0.0.1"
                """);

        assertThat(new ConfigCheck().run(out, err, file)).isEqualTo(1);

        assertThat(text(complained).lines().map(line -> line.replaceFirst("^.*ten.toml:(\\d+).*", "$1")))
                .containsExactly("2", "3", "6", "7", "9", "10", "12", "13", "15", "16");
        assertThat(text(complained)).contains("bluetooth", "cue-gap-s", "host");
        assertThat(Files.readString(Path.of("INSTALL.md")))
                .contains(text(complained).replace(folder + "/", "").indent(4));
    }

    @Test
    void showWritesAFileThatReadsBackToTheSame() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.toml"), """
                [mqtt]
                username = 'a "quoted\\ name'
                [[pod]]
                address = "C0:FF:EE:00:00:01"
                foot = "left"
                [coach]
                cue-gap-s = 7.25
                """);

        assertThat(new ConfigShow().run(out, err, file)).isZero();

        Path shown = Files.writeString(folder.resolve("shown.toml"), text(printed));
        assertThat(Config.load(shown)).isEqualTo(Config.load(file));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
