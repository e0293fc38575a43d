package dev.lightfoot;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What was wrong with a command line, in one line that names the value and where to read on. */
final class UsageMistake {
    private UsageMistake() {}

    static String told(ParameterException mistake) {
        CommandSpec command = mistake.getCommandLine().getCommandSpec();
        String line = String.valueOf(mistake.getMessage()).replaceAll("\\R\\s*", " ");
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            line = unmatched(unmatched.getUnmatched(), command);
        }
        return line + " (see " + command.qualifiedName() + " --help)";
    }

    /** The names of a command's subcommands, separated by commas. */
    static String commands(CommandSpec command) {
        return String.join(", ", command.subcommands().keySet());
    }

    private static String unmatched(List<String> arguments, CommandSpec command) {
        String first = arguments.getFirst();
        if (first.startsWith("-")) {
            return "there is no option " + first;
        }
        return command.subcommands().isEmpty()
                ? "'" + first + "' is one argument too many"
                : "there is no command '" + first + "', choose one of " + commands(command);
    }
}
