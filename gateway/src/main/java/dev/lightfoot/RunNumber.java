package dev.lightfoot;

import dev.lightfoot.history.HistoryException;
import dev.lightfoot.history.HistoryReader;
import dev.lightfoot.history.RunSummary;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The number of a run as it is written on the command line: a number, or latest. */
final class RunNumber {
    private RunNumber() {}

    static long of(String written, HistoryReader reader, CommandLine command) throws HistoryException {
        if (written.equals("latest")) {
            List<RunSummary> newest = reader.runs(1);
            if (newest.isEmpty()) {
                throw new HistoryException("there is no run yet");
            }
            return newest.getFirst().id();
        }
        try {
            return Long.parseLong(written);
        } catch (NumberFormatException e) {
            throw new ParameterException(command, "run '" + written + "' must be a number or latest", e);
        }
    }
}
