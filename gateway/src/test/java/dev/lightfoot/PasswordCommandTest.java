package dev.lightfoot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.web.PasswordHash;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The password of the pages as it is set by a line of the standard input; the terminal's way needs a terminal. */
class PasswordCommandTest {
    private static final String PASSWORD = "soft feet";

    @TempDir
    Path folder;

    private final InputStream standardInput = System.in;
    private final PrintStream standardOutput = System.out;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();
    private Path file;

    @BeforeEach
    void configure() {
        file = folder.resolve("secrets").resolve("web-password");
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveBack() {
        System.setIn(standardInput);
        System.setOut(standardOutput);
    }

    @Test
    void onlyItsHashIsKeptAndOnlyItsOwnerReadsIt() throws Exception {
        assertThat(say(PASSWORD + "\nwhat follows is not of it\n")).isZero();

        String kept = Files.readString(file).strip();
        PasswordHash hash = PasswordHash.read(kept).orElseThrow();
        assertThat(hash.matches(PASSWORD.toCharArray())).isTrue();
        assertThat(hash.matches("soft feet ".toCharArray())).isFalse();
        assertThat(kept).doesNotContain(PASSWORD);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("password set in " + file, "when the gateway starts anew")
                .doesNotContain(PASSWORD);
    }

    @Test
    void anotherOneTakesThePlaceOfTheFirst() throws Exception {
        assertThat(say(PASSWORD)).isZero();
        assertThat(say("softer feet\r\n")).isZero();

        PasswordHash hash = PasswordHash.read(Files.readString(file).strip()).orElseThrow();
        assertThat(hash.matches("softer feet".toCharArray())).isTrue();
        assertThat(hash.matches(PASSWORD.toCharArray())).isFalse();
    }

    @Test
    void oneThatIsTooShortOrTooLongOrMissingChangesNothing() throws Exception {
        assertThat(say(PASSWORD)).isZero();
        String before = Files.readString(file);

        for (String bad : new String[] {"", "short\n", "x".repeat(PasswordHash.LONGEST + 1) + "\n"}) {
            assertThat(say(bad)).as("%d characters", bad.length()).isEqualTo(2);
            assertThat(err.toString().lines())
                    .singleElement()
                    .asString()
                    .startsWith("lightfoot: ")
                    .contains("characters must have 8 to " + PasswordHash.LONGEST);
        }
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedWithTheMend() throws Exception {
        Files.writeString(folder.resolve("secrets"), "a file in the place of the folder");

        assertThat(say(PASSWORD)).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains(file.toString(), "give this user write access");
    }

    private int say(String line) throws Exception {
        Path config = Files.writeString(folder.resolve("lightfoot.toml"), "[web]\npassword-file = \"" + file + "\"\n");
        System.setIn(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
        out.reset();
        err.getBuffer().setLength(0);
        return Main.commandLine().setErr(new PrintWriter(err)).execute("password", "--config", config.toString());
    }
}
