package dev.lightfoot.history.export;

import dev.lightfoot.history.History;
import dev.lightfoot.history.HistoryException;
import dev.lightfoot.history.HistoryReader;
import dev.lightfoot.history.HistorySettings;
import dev.lightfoot.history.SimulatedEvents;
import dev.lightfoot.history.Stride;
import dev.lightfoot.sim.runner.Scenario;
import dev.lightfoot.sim.runner.Segment;
import dev.lightfoot.sim.runner.Technique;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A simulated run of three minutes, with a walk break, kept and exported. */
final class ExportedRun {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private ExportedRun() {}

    static void keep(Path file) throws HistoryException {
        Scenario scenario = new Scenario(
                "short",
                "Running, a walk break, jogging",
                List.of(
                        Segment.stand(3),
                        Segment.run(90, Technique.GOOD),
                        Segment.walk(30),
                        Segment.run(30, Technique.GOOD),
                        Segment.jog(40)));
        try (History history = History.open(HistorySettings.of(file), Stride.START_US)) {
            SimulatedEvents.of(scenario, 7)
                    .forEach(event -> history.accept(SimulatedEvents.moved(event, Stride.START_US, 0)));
        }
    }

    static byte[] bytes(Path file, RunExport.Format format, FitFields fields) throws HistoryException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HistoryReader reader = HistoryReader.open(file)) {
            if (!new RunExport(fields, ZONE, "test").write(reader, 1, format, out)) {
                throw new IOException("there is no run 1");
            }
        }
        return out.toByteArray();
    }

    /** The rows of the CSV by column. */
    static List<Map<String, String>> rows(Path file) throws HistoryException, IOException {
        String csv = new String(bytes(file, RunExport.Format.CSV, FitFields.PLAIN), StandardCharsets.UTF_8);
        List<String> lines = csv.lines().toList();
        String[] names = lines.getFirst().split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            if (fields.length != names.length) {
                throw new IOException(line + " has " + fields.length + " fields, not " + names.length);
            }
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], fields[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    /** Mean of a column over the contacts of a second, as yyyy-MM-ddTHH:mm:ss; NaN when none has it. */
    static double mean(List<Map<String, String>> rows, String second, String column) {
        return rows.stream()
                .filter(row -> row.getOrDefault("time_utc", "").startsWith(second))
                .map(row -> row.getOrDefault(column, ""))
                .filter(value -> !value.isEmpty())
                .mapToDouble(Double::parseDouble)
                .average()
                .orElse(Double.NaN);
    }
}
