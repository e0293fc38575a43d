package dev.lightfoot.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** Exit codes and the one line of an error. */
class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void scenariosAreListedByName() {
        assertThat(run("scenarios")).isZero();
        assertThat(out.toString()).contains("slide ").contains("walk-breaks");
        assertThat(err.toString()).isEmpty();
    }

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
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
