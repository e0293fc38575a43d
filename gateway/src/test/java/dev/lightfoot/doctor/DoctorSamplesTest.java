package dev.lightfoot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.config.Config;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What INSTALL.md shows of the doctor is what it prints: of a healthy machine all, of five broken ones what is wrong. */
class DoctorSamplesTest {
    private static final Path PAGE = Path.of("INSTALL.md");

    @TempDir
    Path root;

    private String figures = """
            lightfoot_pod_streaming{address="C0:FF:EE:00:00:01",foot="left"} 1
            lightfoot_pod_battery_percent{address="C0:FF:EE:00:00:01",foot="left"} 83
            lightfoot_pod_notifications_total{address="C0:FF:EE:00:00:01",foot="left"} 9990
            lightfoot_pod_lost_total{address="C0:FF:EE:00:00:01",foot="left"} 10
            lightfoot_haptic_faulty 0
            lightfoot_first_strike_seconds 4.25
            """;
    private String wifi = "channel 44 (5220 MHz), width: 80 MHz";
    private String brokerTrouble = "";

    @BeforeEach
    void healthy() throws IOException {
        put("/sys/class/bluetooth/hci0/address", "B8:27:EB:00:00:01");
        put("/sys/class/rfkill/rfkill0/type", "bluetooth");
        put("/sys/class/rfkill/rfkill0/name", "hci0");
        put("/sys/class/rfkill/rfkill0/soft", "0");
        put("/sys/class/rfkill/rfkill0/hard", "0");
        put("/etc/bluetooth/main.conf", "[LE]\nMinConnectionInterval=6\nMaxConnectionInterval=12\n");
        put("/sys/class/net/wlan0/wireless/x", "");
        put("/sys/class/net/wlan0/operstate", "up");
        put("/dev/gpiochip0", "");
        put("/run/systemd/timesync/synchronized", "");
        put("/sys/devices/platform/soc/soc:firmware/get_throttled", "0");
    }

    @Test
    void aHealthyMachine() throws Exception {
        pageShows("healthy", printed());
    }

    @Test
    void aBlockedRadio() throws Exception {
        put("/sys/class/rfkill/rfkill0/soft", "1");

        pageShows("blocked radio", wrong());
    }

    @Test
    void aSlowIntervalBesideWifiOnTheSameBand() throws Exception {
        put("/etc/bluetooth/main.conf", "[General]\n");
        wifi = "channel 6 (2437 MHz)";

        pageShows("slow interval", wrong());
    }

    @Test
    void noPinsForTheMotor() throws Exception {
        Files.delete(root.resolve("dev/gpiochip0"));
        figures = figures.replace("haptic_faulty 0", "haptic_faulty 1");

        pageShows("no pins", wrong());
    }

    @Test
    void aBrokerThatIsAwayAndAWeakPowerSupply() throws Exception {
        brokerTrouble = "Connection refused";
        put("/sys/devices/platform/soc/soc:firmware/get_throttled", "50005");

        pageShows("broker and power", wrong());
    }

    @Test
    void aGatewayThatDoesNotRun() throws Exception {
        figures = "";

        pageShows("no gateway", wrong());
    }

    private static void pageShows(String sample, String printed) throws IOException {
        assertThat(Files.readString(PAGE)).as(sample).contains(printed.indent(4));
    }

    /** The lines that are not fine, each with its mend. */
    private String wrong() throws Exception {
        return printed()
                .lines()
                .filter(line -> !line.startsWith("ok"))
                .map(line -> line + "\n")
                .reduce("", String::concat);
    }

    /** What the doctor prints, with the made-up root and the room on this machine's disk taken out. */
    private String printed() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new Doctor(new Machine(root, new MadeUpWorld()))
                .run(config(), false, new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8)
                .replace(root.toString(), "")
                .replaceAll("\\d+ MiB free", "21504 MiB free");
    }

    private Config config() throws Exception {
        return Config.load(
                Files.writeString(
                        root.resolve("lightfoot.toml"),
                        "[haptic]\nkind = \"gpio\"\n[mqtt]\nenabled = true\n[history]\nfile = \"/var/lib/lightfoot/history.db\"\n"));
    }

    private void put(String path, String text) throws IOException {
        Path file = root.resolve(path.substring(1));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private final class MadeUpWorld implements World {
        @Override
        public Optional<String> output(List<String> command) {
            return switch (command.getFirst()) {
                case "bluetoothctl" -> Optional.of("bluetoothctl: 5.82");
                case "iw" -> Optional.of(wifi);
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<String> unreachable(String host, int port, boolean tls, @Nullable Path authorities) {
            return brokerTrouble.isEmpty() ? Optional.empty() : Optional.of(brokerTrouble);
        }

        @Override
        public Optional<Reply> fetch(URI address) {
            return figures.isEmpty() ? Optional.empty() : Optional.of(new Reply(200, figures));
        }
    }
}
