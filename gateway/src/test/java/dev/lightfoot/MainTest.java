package dev.lightfoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "replay",
                "runs",
                "show",
                "config",
                "config check",
                "config show",
                "export",
                "import-trace",
                "backup",
                "restore",
                "delete"
            })
    void everyCommandTellsItsUsage(String command) {
        assertThat(execute(command + " --help")).isZero();
        assertThat(out.toString()).startsWith("Usage: lightfoot " + command + " ");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "run --version", "config check --version"})
    void theVersionIsToldAnywhere(String command) {
        assertThat(execute(command)).isZero();
        assertThat(out.toString()).startsWith("lightfoot ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frobnicate | there is no command 'frobnicate', choose one of | (see lightfoot --help)",
                "config frob | there is no command 'frob', choose one of check, show | (see lightfoot config --help)",
                "run --foo | there is no option --foo | (see lightfoot run --help)",
                "show 1 2 | '2' is one argument too many | (see lightfoot show --help)",
                "run --config | Missing required parameter for option '--config' | (see lightfoot run --help)",
                "replay | Missing required parameter: 'TRACE' | (see lightfoot replay --help)",
                "replay --foot middle x | 'middle' | (see lightfoot replay --help)",
                "show abc | run 'abc' must be a number or latest | (see lightfoot show --help)",
                "export 1 | give --format fit, csv or json | (see lightfoot export --help)",
                "export --format csv | name one RUN, or give --all | (see lightfoot export --help)",
                "export 1 --format gpx | expected one of [FIT, CSV, JSON] | (see lightfoot export --help)",
                "import-trace | TRACE | (see lightfoot import-trace --help)",
                "restore | FILE | (see lightfoot restore --help)",
                "runs --limit 0 | --limit 0 must be 1 or more | (see lightfoot runs --help)",
            })
    void badUsageIsOneLineThatNamesTheValueAndWhereToReadOn(String command, String named, String readOn) {
        assertThat(execute(command)).isEqualTo(2);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("lightfoot: ")
                .contains(named)
                .endsWith(readOn);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void withoutACommandThoseThatThereAreAreNamed() {
        assertThat(new CommandLineUnderTest().execute()).isEqualTo(2);
        assertThat(err.toString()).contains("name a command: ").contains("replay");
    }

    private int execute(String command) {
        return new CommandLineUnderTest().execute(command.split(" "));
    }

    private final class CommandLineUnderTest {
        private final CommandLine commandLine =
                Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

        int execute(String... arguments) {
            return commandLine.execute(arguments);
        }
    }
}
