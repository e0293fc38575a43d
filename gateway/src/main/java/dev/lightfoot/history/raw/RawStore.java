package dev.lightfoot.history.raw;

import dev.lightfoot.gait.Foot;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The folder of raw samples, a file a run; bounded: the oldest runs' files go first, never the one being written. */
public final class RawStore {
    private static final String HEADER =
            "time_us,acc_x_mps2,acc_y_mps2,acc_z_mps2,gyro_x_radps,gyro_y_radps,gyro_z_radps";

    private final Path folder;
    private final long mostBytes;

    RawStore(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /** The folder of a history. */
    public static Path folderOf(Path history) {
        return history.resolveSibling(history.getFileName() + ".raw");
    }

    Path folder() {
        return folder;
    }

    private static Path file(Path folder, long runId) {
        return folder.resolve("run-" + runId + ".raw");
    }

    void append(long runId, RawSamples samples) throws IOException {
        Files.createDirectories(folder);
        Path file = file(folder, runId);
        RawFile.append(file, samples);
        bound(file);
    }

    /** Moves the times of all that is kept of a run, a section at a time; the old file stays until the new one is whole. */
    void setBy(long runId, long byUs) throws IOException {
        Path file = file(folder, runId);
        if (!Files.exists(file)) {
            return;
        }
        Path moved = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(moved);
        RawFile.forEach(file, samples -> {
            samples.setBy(byUs);
            RawFile.append(moved, samples);
        });
        if (Files.exists(moved)) {
            Files.move(moved, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void bound(Path writing) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(file -> number(file) >= 0).forEach(files::add);
        }
        files.sort(Comparator.comparingLong(RawStore::number));
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        for (Path oldest : files) {
            if (bytes <= mostBytes || oldest.equals(writing)) {
                return;
            }
            bytes -= Files.size(oldest);
            Files.delete(oldest);
        }
    }

    /** The number of the run in a file's name; -1 when it is none of ours. */
    private static long number(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.matches("run-\\d{1,18}\\.raw") ? Long.parseLong(name.substring(4, name.length() - 4)) : -1;
    }

    /** Deletes what is kept of a run. */
    public static void delete(Path history, long runId) throws IOException {
        Files.deleteIfExists(file(folderOf(history), runId));
    }

    /** Moves the files of runs above a number into another folder: a history that was restored will give these numbers anew. */
    public static void setAside(Path history, long lastRunId, Path into) throws IOException {
        Path folder = folderOf(history);
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> newer = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(file -> number(file) > lastRunId).forEach(newer::add);
        }
        for (Path file : newer) {
            Files.createDirectories(into);
            Files.move(file, into.resolve(String.valueOf(file.getFileName())));
        }
    }

    /**
     * Writes what is kept of a run as trace files, left.csv and right.csv, on the clock of the epoch. Returns how many
     * samples; 0, and nothing is written, when nothing is kept.
     */
    public static long writeTraces(Path history, long runId, Path into) throws IOException {
        List<RawSamples> sections = RawFile.read(file(folderOf(history), runId));
        long samples = sections.stream().mapToLong(RawSamples::size).sum();
        if (samples > 0) {
            Files.createDirectories(into);
            for (Foot foot : Foot.values()) {
                String name = foot.name().toLowerCase(Locale.ROOT);
                try (PrintWriter out =
                        new PrintWriter(Files.newBufferedWriter(into.resolve(name + ".csv"), StandardCharsets.UTF_8))) {
                    out.println("# lightfoot-trace 1");
                    out.println("# foot: " + name);
                    out.println(HEADER);
                    sections.forEach(section -> writeSamples(section, foot, out));
                    if (out.checkError()) {
                        throw new IOException(into + " cannot be written: make room on its disk");
                    }
                }
            }
        }
        return samples;
    }

    private static void writeSamples(RawSamples section, Foot foot, PrintWriter out) {
        for (int i = 0; i < section.size(); i++) {
            if (section.foot(i) == foot) {
                out.println(String.format(
                        Locale.ROOT,
                        "%d,%.3f,%.3f,%.3f,%.4f,%.4f,%.4f",
                        section.timeUs(i),
                        section.value(i, 0),
                        section.value(i, 1),
                        section.value(i, 2),
                        section.value(i, 3),
                        section.value(i, 4),
                        section.value(i, 5)));
            }
        }
    }
}
