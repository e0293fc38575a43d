package dev.lightfoot.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A file of one secret line, for its owner and group to read and its owner to change. */
public final class SecretText {
    private static final int MOST_BYTES = 4_096;
    private static final Set<PosixFilePermission> REFUSED = EnumSet.of(
            PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    private SecretText() {}

    /**
     * Reads it without blanks around; the exception names the file and the mend.
     *
     * @param role what it is, for people
     */
    static String read(Path file, String role) throws WebException {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (permissions.stream().anyMatch(REFUSED::contains)) {
                throw new WebException(
                        "the " + role + " " + file + " is open to others (" + PosixFilePermissions.toString(permissions)
                                + "): chmod 600 " + file,
                        null);
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new WebException(
                        "the " + role + " " + file + " has more than " + MOST_BYTES + " bytes: name the right one",
                        null);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new WebException("the " + role + " " + file + " cannot be read: make it readable for this user", e);
        }
    }

    /** Writes it for its owner alone, in the place of an older one at once. */
    public static void write(Path file, String line) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(next, line + "\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
