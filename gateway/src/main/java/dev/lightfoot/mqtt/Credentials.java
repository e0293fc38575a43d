package dev.lightfoot.mqtt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/**
 * By what gateway and broker know each other. Throws IllegalArgumentException that names the value and the mend. Immutable.
 *
 * @param user name at the broker, if it wants one
 * @param passwordFile a file whose first line is the password; only with a user
 * @param caFile certificates, PEM, that the broker's must lead to; without, those that Java trusts
 * @param certificateFile this gateway's certificate and those above it, PEM; only with its key
 * @param keyFile the certificate's private key, PEM, PKCS #8, not encrypted
 */
public record Credentials(
        Optional<String> user,
        Optional<Path> passwordFile,
        Optional<Path> caFile,
        Optional<Path> certificateFile,
        Optional<Path> keyFile) {

    public Credentials {
        if (passwordFile.isPresent() && user.isEmpty()) {
            throw new IllegalArgumentException(
                    "mqtt password file " + passwordFile.get() + " is given without a user: name the user, too");
        }
        if (certificateFile.isPresent() != keyFile.isPresent()) {
            String given = certificateFile.or(() -> keyFile).orElseThrow().toString();
            throw new IllegalArgumentException("mqtt " + (keyFile.isPresent() ? "key file " : "certificate file ")
                    + given + " is given alone: name both certificate file and key file");
        }
    }

    /** Neither name nor certificate; a broker's certificate is checked against what Java trusts. */
    public static Credentials none() {
        return new Credentials(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    boolean namesCertificates() {
        return caFile.isPresent() || certificateFile.isPresent();
    }

    /** Reads the password; an IOException names the file and the mend. */
    Optional<char[]> password() throws IOException {
        if (passwordFile.isEmpty()) {
            return Optional.empty();
        }
        String first = SecretFile.read(passwordFile.get(), "mqtt password file")
                .lines()
                .findFirst()
                .orElse("");
        if (first.isEmpty()) {
            throw new IOException(
                    "the mqtt password file " + passwordFile.get() + " is empty: put the password in its first line");
        }
        return Optional.of(first.toCharArray());
    }

    /** Makes sockets that know the named certificates; an IOException names the file and the mend. */
    SSLSocketFactory sockets() throws IOException {
        return PemSockets.of(caFile, certificateFile, keyFile);
    }
}
