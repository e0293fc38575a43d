package dev.lightfoot.sim.bluez;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The temporary folders of buses. Each is named after the process that made it, so that one that was killed leaves none for long. */
final class BusFolders {
    private static final String PREFIX = "lightfoot-bus-";

    private BusFolders() {}

    static Path make() throws IOException {
        return Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
    }

    /** Removes the folders whose processes are no more; what cannot be removed, as it is another user's, stays. */
    static void removeAbandoned() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path folder : folders) {
                if (maker(folder).filter(pid -> ProcessHandle.of(pid).isEmpty()).isPresent()) {
                    remove(folder);
                }
            }
        } catch (IOException e) {
            System.getLogger(BusFolders.class.getName())
                    .log(System.Logger.Level.DEBUG, "abandoned folders stay: {0}", e.getMessage());
        }
    }

    private static Optional<Long> maker(Path folder) {
        String[] parts =
                String.valueOf(folder.getFileName()).substring(PREFIX.length()).split("-", 2);
        return parts.length == 2 && parts[0].matches("[0-9]{1,9}")
                ? Optional.of(Long.parseLong(parts[0]))
                : Optional.empty();
    }

    private static void remove(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
