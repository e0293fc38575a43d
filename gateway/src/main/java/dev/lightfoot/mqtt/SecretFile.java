package dev.lightfoot.mqtt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A small text file that only its owner may change, and nobody beyond its owner and group may read. */
final class SecretFile {
    private static final long LARGEST_BYTES = 64 * 1024;

    private static final Set<PosixFilePermission> REFUSED = EnumSet.of(
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private SecretFile() {}

    /**
     * Reads it whole; an IOException names the file and the mend.
     *
     * @param role what it is, for people
     */
    static String read(Path file, String role) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IOException("the " + role + " " + file + " cannot be read: make it, readable for this user");
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.stream().anyMatch(REFUSED::contains)) {
            throw new IOException("the " + role + " " + file + " is open to others ("
                    + PosixFilePermissions.toString(permissions) + "): chmod 600 " + file);
        }
        if (Files.size(file) > LARGEST_BYTES) {
            throw new IOException("the " + role + " " + file + " has " + Files.size(file)
                    + " bytes, more than any such file: name the right one");
        }
        return Files.readString(file);
    }
}
