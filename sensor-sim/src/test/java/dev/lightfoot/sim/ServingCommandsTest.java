package dev.lightfoot.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** Exit codes of the commands that serve, and the one line of an error. */
class ServingCommandsTest {
    private final StringWriter err = new StringWriter();

    @Test
    void badUsageIsOneLineAndExitCodeTwo() {
        assertThat(run("bluez", "--scenario", "nix")).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("scenario 'nix' is not known");
    }

    @Test
    void anOptionThatIsNoNumberIsNamed() {
        assertThat(run("broker", "--port", "many")).isEqualTo(2);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("--port")
                .contains("many");
    }

    @Test
    void aFailureIsOneLineAndExitCodeOne() {
        assertThat(run("bluez", "--scenario", "slide", "--address", "unix:path=/no/such/folder/bus"))
                .isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("no such folder");
    }

    private int run(String... arguments) {
        return Main.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
    }
}
