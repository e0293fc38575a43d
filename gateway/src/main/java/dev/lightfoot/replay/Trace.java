package dev.lightfoot.replay;

import dev.lightfoot.gait.Foot;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A trace file, format version 1, plain or gzip: lines beginning with # carry {@code lightfoot-trace 1} and {@code foot:
 * left|right}, then a header, then one sample a line. A cursor over its samples: {@link #next} moves to the next one. A line
 * that is not seven finite numbers, or whose time is not after the one before, is counted as rejected and passed over.
 */
final class Trace implements Closeable {
    private static final String MAGIC = "lightfoot-trace ";
    private static final List<String> COLUMNS = List.of(
            "time_us", "acc_x_mps2", "acc_y_mps2", "acc_z_mps2", "gyro_x_radps", "gyro_y_radps", "gyro_z_radps");

    /** Times that fit into nanoseconds, in either direction. */
    private static final long MOST_TIME_US = Long.MAX_VALUE / 1000;

    private final Path file;
    private final BufferedReader reader;
    private final int[] columns = new int[COLUMNS.size()];
    private final float[] values = new float[COLUMNS.size()];
    private @Nullable Foot foot;
    private int fieldCount;
    private long timeUs;
    private long samples;
    private long rejectedLines;

    private Trace(Path file, BufferedReader reader) {
        this.file = file;
        this.reader = reader;
    }

    static Trace open(Path file) throws TraceException {
        if (Files.isDirectory(file)) {
            throw new TraceException(file + ": is a directory, name a trace file");
        }
        if (!Files.exists(file)) {
            throw new TraceException(file + ": no such file");
        }
        try {
            InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
            bytes.mark(2);
            boolean gzip = bytes.read() == 0x1f && bytes.read() == 0x8b;
            bytes.reset();
            Trace trace = new Trace(
                    file,
                    new BufferedReader(
                            new InputStreamReader(gzip ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8)));
            trace.readHead();
            return trace;
        } catch (IOException e) {
            throw new TraceException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** The foot that the trace names; null when it names none. */
    @Nullable
    Foot foot() {
        return foot;
    }

    /** Moves to the next sample; false at the end. */
    boolean next() throws TraceException {
        try {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isEmpty() || line.charAt(0) == '#') {
                    continue;
                }
                if (parse(line)) {
                    samples++;
                    return true;
                }
                rejectedLines++;
            }
            if (samples == 0) {
                throw new TraceException(
                        file + ": has no sample that can be used; " + rejectedLines + " lines were rejected");
            }
            return false;
        } catch (IOException e) {
            throw new TraceException(file + ": breaks off after " + samples + " samples: " + e.getMessage(), e);
        }
    }

    long timeUs() {
        return timeUs;
    }

    /** Value of a column in the order of the format, 1 to 6: acc x, y, z in m/s2, gyro x, y, z in rad/s. */
    float value(int column) {
        return values[column];
    }

    long samples() {
        return samples;
    }

    long rejectedLines() {
        return rejectedLines;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private void readHead() throws IOException, TraceException {
        boolean magic = false;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.isBlank()) {
                continue;
            }
            if (line.charAt(0) != '#') {
                if (!magic) {
                    throw new TraceException(file + ": not a trace: the first lines lack '# lightfoot-trace 1'");
                }
                readHeader(line);
                return;
            }
            String note = line.substring(1).strip();
            if (note.startsWith(MAGIC)) {
                String version = note.substring(MAGIC.length()).strip();
                if (!version.equals("1")) {
                    throw new TraceException(
                            file + ": trace version " + version + " is not known, this reads version 1");
                }
                magic = true;
            } else if (note.startsWith("foot:")) {
                foot = foot(note.substring("foot:".length()).strip());
            }
        }
        throw new TraceException(file + ": has no header line, expected " + String.join(",", COLUMNS));
    }

    private Foot foot(String name) throws TraceException {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "left" -> Foot.LEFT;
            case "right" -> Foot.RIGHT;
            default -> throw new TraceException(file + ": foot '" + name + "' must be left or right");
        };
    }

    private void readHeader(String line) throws TraceException {
        List<String> names =
                Arrays.stream(line.split(",", -1)).map(String::strip).toList();
        fieldCount = names.size();
        for (int i = 0; i < columns.length; i++) {
            columns[i] = names.indexOf(COLUMNS.get(i));
            if (columns[i] < 0) {
                throw new TraceException(
                        file + ": column " + COLUMNS.get(i) + " is missing in the header '" + line + "'");
            }
        }
    }

    private boolean parse(String line) {
        String[] fields = line.split(",", -1);
        if (fields.length != fieldCount) {
            return false;
        }
        try {
            long nextUs = Long.parseLong(fields[columns[0]].strip());
            if (Math.abs(nextUs) > MOST_TIME_US || nextUs == Long.MIN_VALUE || (samples > 0 && nextUs <= timeUs)) {
                return false;
            }
            for (int i = 1; i < values.length; i++) {
                values[i] = Float.parseFloat(fields[columns[i]].strip());
                if (!Float.isFinite(values[i])) {
                    return false;
                }
            }
            timeUs = nextUs;
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
