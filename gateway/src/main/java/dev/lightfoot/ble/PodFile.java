package dev.lightfoot.ble;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.UnaryOperator;

/**
 * The file of adopted pods, which the gateway and the command line both change: each change is read, made and written
 * under a lock on a file beside it, and the new file takes the old one's place at once. Thread-safe.
 */
public final class PodFile {
    private static final Object IN_THIS_PROCESS = new Object();
    private static final int MOST_BYTES = 65_536;

    private final Path file;

    public PodFile(Path file) {
        this.file = file;
    }

    public Path path() {
        return file;
    }

    /** What it says; nothing when it is not there. */
    public AdoptedPods read() throws PodFileException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new PodFileException(file + " is longer than " + MOST_BYTES + " bytes: it is no file of pods;"
                        + " move it away and adopt the pods again");
            }
            return PodFileText.read(file, Files.readString(file));
        } catch (NoSuchFileException e) {
            return AdoptedPods.NONE;
        } catch (IOException e) {
            throw new PodFileException("the adopted pods in " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Changes it, however many do so at once; gives what it says then. What changes nothing is not written. */
    public AdoptedPods change(UnaryOperator<AdoptedPods> change) throws PodFileException {
        synchronized (IN_THIS_PROCESS) {
            Path folder = file.toAbsolutePath().getParent();
            try {
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                try (FileChannel lock =
                        FileChannel.open(beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    lock.lock();
                    AdoptedPods before = read();
                    AdoptedPods next = change.apply(before);
                    if (!next.equals(before)) {
                        write(PodFileText.of(next));
                    }
                    return next;
                }
            } catch (IOException e) {
                throw new PodFileException(
                        "the adopted pods in " + file + " cannot be written (" + e.getMessage()
                                + "): give this user write access to its folder",
                        e);
            }
        }
    }

    private void write(String text) throws IOException {
        Path next = beside(".new");
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /** Another text after each change; "" while there is no file. */
    String stamp() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.fileKey() + " " + attributes.lastModifiedTime() + " " + attributes.size();
        } catch (IOException e) {
            return "";
        }
    }
}
