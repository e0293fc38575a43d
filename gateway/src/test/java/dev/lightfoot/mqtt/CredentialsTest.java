package dev.lightfoot.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CredentialsTest {
    @TempDir
    Path folder;

    private Path file(String name, String text, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static Credentials password(Path file) {
        return new Credentials(
                Optional.of("me"), Optional.of(file), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Credentials certificate(Path certificate, Path key) {
        return new Credentials(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(certificate), Optional.of(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--------", "rw-r-----"})
    void thePasswordIsTheFirstLineOfItsFile(String permissions) throws IOException {
        Credentials credentials = password(file("pw", "geheim\nrest\n", permissions));
        assertThat(credentials.password().map(String::new)).contains("geheim");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw--w----", "rw-----w-", "rw------x"})
    void aPasswordOpenToOthersIsRefused(String permissions) throws IOException {
        Path file = file("pw", "geheim\n", permissions);
        assertThatThrownBy(() -> password(file).password())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(permissions)
                .hasMessageContaining("chmod 600 " + file)
                .hasMessageNotContaining("geheim");
    }

    @Test
    void anEmptyOrMissingPasswordFileIsNamed() throws IOException {
        Path empty = file("pw", "\nsecond", "rw-------");
        assertThatThrownBy(() -> password(empty).password()).hasMessageContaining("is empty");
        Path missing = folder.resolve("none");
        assertThatThrownBy(() -> password(missing).password()).hasMessageContaining(missing.toString());
        assertThatThrownBy(() -> password(folder).password()).hasMessageContaining("cannot be read");
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        Path huge = file("pw", "x".repeat(100_000), "rw-------");
        assertThatThrownBy(() -> password(huge).password()).hasMessageContaining("100000 bytes");
    }

    @Test
    void halfOfAPairIsRefused() {
        Path path = Path.of("some.pem");
        assertThatThrownBy(() -> new Credentials(
                        Optional.empty(), Optional.of(path), Optional.empty(), Optional.empty(), Optional.empty()))
                .hasMessageContaining("some.pem")
                .hasMessageContaining("name the user");
        assertThatThrownBy(() -> new Credentials(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(path), Optional.empty()))
                .hasMessageContaining("certificate file some.pem");
        assertThatThrownBy(() -> new Credentials(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(path)))
                .hasMessageContaining("key file some.pem");
    }

    @Test
    void filesWithoutWhatTheyShouldHoldAreNamed() throws Exception {
        Certificates made = Certificates.make(folder);
        Path garbage = file("garbage.pem", "not a certificate", "rw-------");
        assertThatThrownBy(() -> certificate(garbage, made.clientKey()).sockets())
                .hasMessageContaining("certificate file " + garbage);
        assertThatThrownBy(() -> certificate(made.client(), garbage).sockets())
                .hasMessageContaining("key file " + garbage)
                .hasMessageContaining("openssl pkcs8");
        Path broken = file("broken.pem", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "rw-------");
        assertThatThrownBy(() -> certificate(made.client(), broken).sockets())
                .hasMessageContaining("key file " + broken)
                .hasMessageContaining("EC");
        Files.setPosixFilePermissions(made.clientKey(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> certificate(made.client(), made.clientKey()).sockets())
                .hasMessageContaining("chmod 600");
    }
}
