package dev.lightfoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service's own words are understood without picocli, and a start that fails is told in the same lines as with it. */
class ListeningTest {
    @TempDir
    private Path folder = Path.of("unset");

    @Test
    void onlyTheServicesOwnWordsGoPastPicocli() {
        assertThat(meant("run", "--config", "/etc/lightfoot/lightfoot.toml")).isTrue();
        assertThat(meant("run")).isFalse();
        assertThat(meant("run", "--config")).isFalse();
        assertThat(meant("run", "--config", "")).isFalse();
        assertThat(meant("run", "--config", "--meter")).isFalse();
        assertThat(meant("run", "--meter", "x")).isFalse();
        assertThat(meant("run", "--config", "a.toml", "--meter")).isFalse();
        assertThat(meant("doctor", "--config", "a.toml")).isFalse();
    }

    @Test
    void mistakesOfTheConfigurationAreToldAsByPicocli() throws Exception {
        Path file = Files.writeString(folder.resolve("bad.toml"), "[web]\nport = -1\nhots = \"x\"\n");
        assertToldAlike(file.toString());
    }

    @Test
    void aFileThatIsNotThereIsToldAsByPicocli() {
        assertToldAlike(folder.resolve("none.toml").toString());
    }

    private static void assertToldAlike(String file) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        int code = Listening.told(file, new PrintStream(told, true, StandardCharsets.UTF_8));
        StringWriter byPicocli = new StringWriter();
        int expected =
                Main.commandLine().setErr(new PrintWriter(byPicocli, true)).execute("run", "--config", file);
        assertThat(code).isEqualTo(1).isEqualTo(expected);
        assertThat(told.toString(StandardCharsets.UTF_8))
                .startsWith("lightfoot: ")
                .contains(file)
                .isEqualTo(byPicocli.toString());
    }

    private static boolean meant(String... args) {
        return Listening.isMeantBy(args);
    }
}
