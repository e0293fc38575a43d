package dev.lightfoot.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The configuration of mosquitto in deploy, under a real mosquitto: who may do what. */
@Timeout(60)
final class BrokerRulesTest {
    private static final Path DEPLOYED = Path.of("../deploy/mosquitto");

    @TempDir
    Path folder;

    private Mosquitto broker;

    @BeforeEach
    void start() throws Exception {
        Path passwords = folder.resolve("passwords");
        Files.createFile(passwords);
        for (String user : List.of("lightfoot", "coach", "viewer")) {
            assertThat(exitCode(List.of("mosquitto_passwd", "-b", passwords.toString(), user, "secret")))
                    .isZero();
        }
        Path rules = Files.copy(DEPLOYED.resolve("lightfoot.acl"), folder.resolve("acl"));
        List<String> deployed = Files.readAllLines(DEPLOYED.resolve("lightfoot.conf")).stream()
                .filter(line -> !line.startsWith("listener"))
                .map(line -> line.replace("/etc/mosquitto/lightfoot.passwords", passwords.toString()))
                .map(line -> line.replace("/etc/mosquitto/lightfoot.acl", rules.toString()))
                .toList();
        broker = Mosquitto.start(folder, deployed.toArray(String[]::new));
    }

    @AfterEach
    void stop() throws Exception {
        broker.kill();
    }

    private static int exitCode(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private List<String> client(String program, String user, String topic, String... more) {
        return Stream.concat(
                        Stream.of(program, "-p", "" + broker.port(), "-u", user, "-P", "secret", "-t", topic),
                        Stream.of(more))
                .toList();
    }

    /** Retained, so that a reader who may hears it whenever it asks. */
    private boolean reaches(String writer, String reader, String topic) throws IOException, InterruptedException {
        exitCode(client("mosquitto_pub", writer, topic, "-m", writer, "-r", "-q", "1"));
        return exitCode(client("mosquitto_sub", reader, topic, "-C", "1", "-W", "1", "-q", "1")) == 0;
    }

    @ParameterizedTest
    @CsvSource({
        "lightfoot, viewer, lightfoot/belt/strike, true",
        "lightfoot, viewer, lightfoot/belt/form/change, true",
        "lightfoot, viewer, lightfoot/belt/pod/c0ffee000001, true",
        "lightfoot, coach, lightfoot/belt/command/response, true",
        "coach, lightfoot, lightfoot/belt/command/request, true",
        "viewer, lightfoot, lightfoot/belt/command/request, false",
        "viewer, coach, lightfoot/belt/cue, false",
        "coach, viewer, lightfoot/belt/form, false",
        "lightfoot, lightfoot, lightfoot/belt/strike, false",
        "viewer, viewer, elsewhere, false"
    })
    void eachMayDoWhatItIsFor(String writer, String reader, String topic, boolean allowed) throws Exception {
        assertThat(reaches(writer, reader, topic)).isEqualTo(allowed);
    }

    @Test
    void nobodyComesInWithoutAPassword() throws Exception {
        assertThat(exitCode(List.of(
                        "mosquitto_pub", "-p", "" + broker.port(), "-t", "lightfoot/belt/command/request", "-m", "{}")))
                .isNotZero();
        assertThat(exitCode(client("mosquitto_pub", "coach", "lightfoot/belt/command/request", "-m", "{}")))
                .isZero();
    }
}
