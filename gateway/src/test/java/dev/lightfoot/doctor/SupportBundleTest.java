package dev.lightfoot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.config.Config;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
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

        Map<String, String> parts = parts(bundle);
        assertThat(parts.keySet())
                .containsExactly("system.txt", "config.toml", "doctor.txt", "metrics.txt", "journal.txt");
        assertThat(parts).containsEntry("metrics.txt", "no gateway answers at http://127.0.0.1:8080/metrics\n");
        String all = String.join("\n", parts.values());
        assertThat(all)
                .contains("lightfoot 1.2.3", "enabled = true", "adapter", "refused by ssl://(blanked):8883")
                .doesNotContain("hunter2", "anna", "broker.home.example");
        assertThat(Files.getPosixFilePermissions(bundle)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aGatewayThatWantsALoginIsToldFromOneThatIsAway() throws Exception {
        String text = "[web]\nhost = \"0.0.0.0\"\nport = 8099\n";
        Config config = Config.load(Files.writeString(folder.resolve("lightfoot.toml"), text));
        Path bundle = folder.resolve("bundle.zip");

        new SupportBundle(new Machine(folder, new Guarded())).write(bundle, "1.2.3", config, text);

        assertThat(parts(bundle).get("metrics.txt"))
                .startsWith("the gateway answers, and gives its figures only to those who log in")
                .contains("Authorization: Bearer TOKEN\" http://0.0.0.0:8099/metrics")
                .doesNotContain("no gateway");
        assertThat(parts(bundle).get("doctor.txt")).contains("healthy; its figures are for those who log in");
    }

    private static Map<String, String> parts(Path bundle) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static class Quiet implements World {
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
        public Optional<Reply> fetch(URI address) {
            return Optional.empty();
        }
    }

    private static final class Guarded extends Quiet {
        @Override
        public Optional<Reply> fetch(URI address) {
            return Optional.of(
                    address.getPath().equals("/health") ? new Reply(200, "ok\n") : new Reply(401, "{\"error\":\"\"}"));
        }
    }
}
