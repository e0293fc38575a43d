package dev.lightfoot.ble;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a running gateway hears, for the command line: a file beside that of the adopted pods, one pod a line with tabs
 * between address, address type, signal strength, standing, kind, name and words; and a lock that is held while the
 * gateway runs.
 */
public final class HeardFile implements AutoCloseable {
    private static final long WRITTEN_AT_MOST_EVERY_NS = 2_000_000_000L;
    private static final int FIELDS = 7;

    private final Path file;
    private final FileChannel lock;
    private List<Sighting> written = List.of();
    private long writeAtNs;

    private HeardFile(Path file, FileChannel lock, long nowNs) {
        this.file = file;
        this.lock = lock;
        writeAtNs = nowNs;
    }

    /** Takes the place of the one gateway that tells what it hears; null when another has it, or it cannot be had. */
    static @Nullable HeardFile hold(Path podFile, long nowNs) {
        try {
            Path folder = podFile.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            FileChannel lock = locked(lockOf(podFile));
            if (lock == null) {
                return null;
            }
            HeardFile held = new HeardFile(fileOf(podFile), lock, nowNs);
            held.write(List.of());
            return held;
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable FileChannel locked(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            locked = false;
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        return locked ? channel : null;
    }

    /** Whether a gateway runs that reads this file of pods. */
    public static boolean gatewayRuns(Path podFile) {
        if (!Files.exists(lockOf(podFile))) {
            return false;
        }
        try (FileChannel channel = locked(lockOf(podFile))) {
            return channel == null;
        } catch (IOException e) {
            return false;
        }
    }

    /** What the gateway heard when it last wrote; empty when none runs. */
    public static List<Sighting> read(Path podFile) {
        if (!gatewayRuns(podFile)) {
            return List.of();
        }
        try {
            return Files.readAllLines(fileOf(podFile)).stream()
                    .map(line -> line.split("\t", -1))
                    .filter(fields -> fields.length == FIELDS)
                    .map(HeardFile::sighting)
                    .toList();
        } catch (IOException | IllegalArgumentException e) {
            return List.of();
        }
    }

    private static Sighting sighting(String[] fields) {
        return new Sighting(
                fields[0],
                fields[1],
                fields[5],
                fields[4],
                Integer.parseInt(fields[2]),
                Sighting.Standing.valueOf(fields[3]),
                fields[6]);
    }

    /** Writes what is heard when that is something else but a signal's strength. */
    void tell(List<Sighting> heard, long nowNs) {
        if (nowNs - writeAtNs < 0 || same(heard)) {
            return;
        }
        writeAtNs = nowNs + WRITTEN_AT_MOST_EVERY_NS;
        try {
            write(heard);
        } catch (IOException e) {
            return; // the disk is full or has gone: the next change is another attempt
        }
    }

    private boolean same(List<Sighting> heard) {
        return heard.stream()
                .map(HeardFile::stable)
                .sorted()
                .toList()
                .equals(written.stream().map(HeardFile::stable).sorted().toList());
    }

    private static String stable(Sighting sighting) {
        return sighting.address() + sighting.addressType() + sighting.standing() + sighting.name();
    }

    private void write(List<Sighting> heard) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Sighting each : heard) {
            lines.add(String.join(
                    "\t",
                    each.address(),
                    each.addressType(),
                    Integer.toString(each.rssiDbm()),
                    each.standing().name(),
                    each.kind(),
                    HeardBoard.printable(each.name()),
                    each.words()));
        }
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.write(next, lines, StandardCharsets.UTF_8);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        written = List.copyOf(heard);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            lock.close();
        } catch (IOException e) {
            return; // the lock ends with the process
        }
    }

    private static Path fileOf(Path podFile) {
        return podFile.resolveSibling(podFile.getFileName() + ".heard");
    }

    private static Path lockOf(Path podFile) {
        return podFile.resolveSibling(podFile.getFileName() + ".gateway");
    }
}
