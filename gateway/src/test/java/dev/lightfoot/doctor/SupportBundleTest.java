package dev.lightfoot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.config.Config;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupportBundleTest {
    @TempDir
    Path folder;

    @Test
    void holdsWhatHelpsAndNoSecret() throws Exception {
        Path secret = Files.writeString(folder.resolve("password"), "hunter2");
        String text = """
                [mqtt]
                enabled = true
                url = "ssl://broker.home.example:8883"
                username = "anna"
                password-file = "%s"
                """.formatted(secret);
        Config config = Config.load(Files.writeString(folder.resolve("lightfoot.toml"), text));
        Path bundle = folder.resolve("bundle.zip");

        new SupportBundle(new Machine(folder, new Quiet())).write(bundle, "1.2.3", config, text);

        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .containsExactly("system.txt", "config.toml", "doctor.txt", "metrics.txt", "journal.txt");
            for (var entry : zip.stream().toList()) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(all.toString())
                .contains("lightfoot 1.2.3", "enabled = true", "adapter", "refused by ssl://(blanked):8883")
                .doesNotContain("hunter2", "anna", "broker.home.example");
        assertThat(Files.getPosixFilePermissions(bundle)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private static final class Quiet implements World {
        @Override
        public Optional<String> output(List<String> command) {
            return command.getFirst().equals("journalctl")
                    ? Optional.of("WARN refused by ssl://broker.home.example:8883\n")
                    : Optional.empty();
        }

        @Override
        public Optional<String> unreachable(String host, int port, boolean tls, @Nullable Path authorities) {
            return Optional.of("Connection refused");
        }

        @Override
        public Optional<String> fetch(URI address) {
            return Optional.empty();
        }
    }
}
