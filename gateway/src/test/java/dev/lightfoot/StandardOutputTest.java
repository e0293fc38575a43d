package dev.lightfoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void whatIsWrittenArrivesAndTheCommandsExitCodeStands() {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        StandardOutput output = new StandardOutput(target);
        print(output, "line");

        assertThat(target.toString(StandardCharsets.UTF_8)).isEqualTo("line");
        assertThat(exitCode(output, 0)).isZero();
        assertThat(exitCode(output, 2)).isEqualTo(2);
        assertThat(err.size()).isZero();
    }

    @Test
    void aFullDiskIsAFailureAndSaysSo() {
        StandardOutput output = new StandardOutput(failing("No space left on device"));
        print(output, "line");

        assertThat(exitCode(output, 0)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("lightfoot: ")
                .contains("No space left on device");
    }

    @Test
    void aReaderThatHasSeenEnoughIsNone() {
        StandardOutput output = new StandardOutput(failing("Broken pipe"));
        print(output, "line");

        assertThat(exitCode(output, 0)).isZero();
        assertThat(err.size()).isZero();
    }

    private int exitCode(StandardOutput output, int ofCommand) {
        return output.exitCode(ofCommand, new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static void print(StandardOutput output, String text) {
        new PrintStream(output, true, StandardCharsets.UTF_8).print(text);
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int oneByte) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
