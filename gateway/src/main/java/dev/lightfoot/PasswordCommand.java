package dev.lightfoot;

import dev.lightfoot.config.ConfigException;
import dev.lightfoot.web.PasswordHash;
import dev.lightfoot.web.SecretText;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sets the password of the pages; keeps only its hash. */
@Command(
        name = "password",
        description = "Sets the password of the pages: asks for it, or reads a line of the standard input.")
final class PasswordCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before a command runs
    private CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", description = Main.CONFIG_HELP)
    private @Nullable Path config;

    @Override
    public Integer call() throws ConfigException, IOException {
        Path file = Main.config(config).web().passwordFile();
        char[] password = password();
        String line;
        try {
            line = PasswordHash.of(password).line();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        } finally {
            Arrays.fill(password, ' ');
        }
        try {
            SecretText.write(file, line);
        } catch (IOException e) {
            throw new IOException(
                    "the password cannot be kept in " + file + " (" + e.getMessage()
                            + "): give this user write access to its folder",
                    e);
        }
        System.out.println("password set in " + file + "; it takes effect when the gateway starts anew");
        return 0;
    }

    private char[] password() throws IOException {
        // null again in JDK 25 where the input is no terminal
        Console terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .orElse(null);
        if (terminal == null) {
            return line(System.in);
        }
        char[] password = said(terminal.readPassword("New password: "));
        char[] again = said(terminal.readPassword("Once more: "));
        boolean same = Arrays.equals(password, again);
        Arrays.fill(again, ' ');
        if (!same) {
            throw new ParameterException(spec.commandLine(), "the passwords differ: nothing is changed");
        }
        return password;
    }

    private char[] said(char @Nullable [] typed) {
        if (typed == null) {
            throw new ParameterException(spec.commandLine(), "no password was given: nothing is changed");
        }
        return typed;
    }

    /** The first line, at most so long that one character more than is allowed is seen. */
    private static char[] line(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(4 * PasswordHash.LONGEST + 4);
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        return (end < 0 ? text : text.substring(0, end)).stripTrailing().toCharArray();
    }
}
