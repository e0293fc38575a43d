package dev.lightfoot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lightfoot.config.Config;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines that are folders: a healthy Raspberry Pi, and broken ones. */
class DoctorTest {
    private static final String FIGURES = """
            # TYPE lightfoot_pod_streaming gauge
            lightfoot_pod_streaming{address="C0:FF:EE:00:00:01",foot="left"} 1
            lightfoot_pod_battery_percent{address="C0:FF:EE:00:00:01",foot="left"} 83
            lightfoot_pod_notifications_total{address="C0:FF:EE:00:00:01",foot="left"} 990
            lightfoot_pod_lost_total{address="C0:FF:EE:00:00:01",foot="left"} 10
            lightfoot_haptic_faulty 0
            lightfoot_first_strike_seconds 4.25
            """;

    @TempDir
    Path root;

    private final Map<String, String> programs = new HashMap<>();
    private String figures = FIGURES;
    private World.Reply health = new World.Reply(200, "ok\n");
    private int figuresStatus = 200;
    private String brokerTrouble = "";

    @BeforeEach
    void healthy() throws IOException {
        put("/sys/class/bluetooth/hci0/address", "B8:27:EB:00:00:01");
        put("/sys/class/rfkill/rfkill0/type", "bluetooth");
        put("/sys/class/rfkill/rfkill0/name", "hci0");
        put("/sys/class/rfkill/rfkill0/soft", "0");
        put("/sys/class/rfkill/rfkill0/hard", "0");
        put("/etc/bluetooth/main.conf", "[General]\n[LE]\nMinConnectionInterval=6\nMaxConnectionInterval=12\n");
        put("/sys/class/net/wlan0/wireless/x", "");
        put("/sys/class/net/wlan0/operstate", "up");
        put("/dev/gpiochip0", "");
        put("/run/systemd/timesync/synchronized", "");
        put("/sys/devices/platform/soc/soc:firmware/get_throttled", "0");
        put("/sys/block/mmcblk0/device/life_time", "0x01 0x02");
        programs.put("bluetoothctl", "bluetoothctl: 5.82");
        programs.put("iw", "\t\tchannel 44 (5220 MHz), width: 80 MHz");
    }

    @Test
    void aHealthyMachineHasNothingToMend() throws Exception {
        List<Finding> findings = findings();

        assertThat(findings).extracting(Finding::level).containsOnly(Finding.Level.OK);
        assertThat(findings).extracting(Finding::mend).containsOnly("");
        assertThat(findings).extracting(Finding::check).contains("adapter", "bluez", "rfkill", "interval", "wifi");
        assertThat(says("interval")).contains("15.00 ms", "7.5 ms later");
        assertThat(says("pod")).contains("C0:FF:EE:00:00:01", "battery 83 %", "1.00 % lost");
        assertThat(says("first strike")).contains("4.3 s");
    }

    @Test
    void aBlockedRadioFails() throws Exception {
        put("/sys/class/rfkill/rfkill0/soft", "1");

        assertThat(failing()).containsExactly("rfkill");
        assertThat(mend("rfkill")).isEqualTo("sudo rfkill unblock bluetooth");
    }

    @Test
    void aMissingAdapterFailsAndAnotherIsNamed() throws Exception {
        Files.delete(root.resolve("sys/class/bluetooth/hci0/address"));
        Files.delete(root.resolve("sys/class/bluetooth/hci0"));
        put("/sys/class/bluetooth/hci1/address", "");

        assertThat(failing()).containsExactly("adapter");
        assertThat(mend("adapter")).contains("bluetooth.adapter = \"hci1\"");
    }

    @Test
    void aBrokerThatIsAwayFails() throws Exception {
        brokerTrouble = "Connection refused";

        assertThat(failing()).containsExactly("broker");
        assertThat(says("broker")).isEqualTo("tcp://127.0.0.1:1883: Connection refused");
    }

    @Test
    void undervoltageNowFailsAndBeforeWarns() throws Exception {
        put("/sys/devices/platform/soc/soc:firmware/get_throttled", "50005");
        assertThat(failing()).containsExactly("power");

        put("/sys/devices/platform/soc/soc:firmware/get_throttled", "50000");
        assertThat(failing()).isEmpty();
        assertThat(warning()).containsExactly("power");
    }

    @Test
    void aMotorThatIsMissingOrFaultyFails() throws Exception {
        Files.delete(root.resolve("dev/gpiochip0"));
        figures = FIGURES.replace("haptic_faulty 0", "haptic_faulty 1");

        assertThat(failing()).containsExactly("haptic", "actuator");
    }

    @Test
    void aSilentPodFailsAndATiredOneWarns() throws Exception {
        figures = FIGURES.replace("\"left\"} 1\n", "\"left\"} 0\n");
        assertThat(failing()).containsExactly("pod");

        figures = FIGURES.replace("} 83", "} 9");
        assertThat(warning()).containsExactly("pod");
    }

    @Test
    void aGatewayThatDoesNotRunFails() throws Exception {
        figures = "";

        assertThat(failing()).containsExactly("gateway");
        assertThat(mend("gateway")).contains("systemctl start lightfoot");
    }

    @Test
    void aGatewayWhoseFiguresNeedALoginIsHealthy() throws Exception {
        figuresStatus = 401;

        assertThat(failing()).isEmpty();
        assertThat(says("gateway")).isEqualTo("healthy; its figures are for those who log in");
    }

    @Test
    void aGatewayThatIsNotWellFailsAndSaysWhy() throws Exception {
        health = new World.Reply(503, "the strike loop gives no sign of life\n");

        assertThat(failing()).containsExactly("gateway");
        assertThat(says("gateway")).isEqualTo("not healthy: the strike loop gives no sign of life");
    }

    @Test
    void anotherProgramOnItsPortFails() throws Exception {
        health = new World.Reply(404, "<html>");

        assertThat(failing()).containsExactly("gateway");
        assertThat(says("gateway")).isEqualTo("something else answers at http://127.0.0.1:8080/health, with 404");
        assertThat(mend("gateway")).contains("web.port");
    }

    @Test
    void aSlowIntervalSharedBandUnsetClockAndWornCardWarn() throws Exception {
        put("/etc/bluetooth/main.conf", "[General]\n");
        put("/sys/block/mmcblk0/device/life_time", "0x09 0x02");
        Files.delete(root.resolve("run/systemd/timesync/synchronized"));
        programs.put("iw", "channel 6 (2437 MHz)");
        programs.put("bluetoothctl", "bluetoothctl: 5.50");

        assertThat(failing()).isEmpty();
        assertThat(warning()).containsExactly("bluez", "interval", "wifi", "clock", "card");
        assertThat(says("interval")).contains("50.00 ms", "25.0 ms later");
    }

    @Test
    void theExitCodeAndTheJsonSayTheSame() throws Exception {
        put("/sys/class/rfkill/rfkill0/soft", "1");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        int exitCode = doctor().run(config(), true, new PrintStream(printed, true, StandardCharsets.UTF_8));

        JsonNode json = new ObjectMapper().readTree(printed.toByteArray());
        assertThat(exitCode).isEqualTo(1);
        assertThat(json).hasSize(findings().size());
        assertThat(json.findValuesAsText("level")).contains("ok", "fail");
        assertThat(json.get(2).get("mend").asText()).isEqualTo("sudo rfkill unblock bluetooth");
    }

    @Test
    void theTextHasALineForEachFindingAndOneForEachMend() throws Exception {
        put("/sys/class/rfkill/rfkill0/soft", "1");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        doctor().run(config(), false, new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .hasSize(findings().size() + 1)
                .contains("fail  rfkill        hci0 is blocked");
    }

    private List<String> failing() throws Exception {
        return checks(Finding.Level.FAIL);
    }

    private List<String> warning() throws Exception {
        return checks(Finding.Level.WARN);
    }

    private List<String> checks(Finding.Level level) throws Exception {
        return findings().stream()
                .filter(finding -> finding.level() == level)
                .map(Finding::check)
                .toList();
    }

    private String says(String check) throws Exception {
        return of(check).says();
    }

    private String mend(String check) throws Exception {
        return of(check).mend();
    }

    private Finding of(String check) throws Exception {
        return findings().stream()
                .filter(finding -> finding.check().equals(check))
                .findFirst()
                .orElseThrow();
    }

    private List<Finding> findings() throws Exception {
        return doctor().findings(config());
    }

    private Doctor doctor() {
        return new Doctor(new Machine(root, new MadeUpWorld()));
    }

    private Config config() throws Exception {
        return Config.load(Files.writeString(root.resolve("lightfoot.toml"), """
                [haptic]
                kind = "gpio"
                [mqtt]
                enabled = true
                [history]
                file = "/var/lib/lightfoot/history.db"
                """));
    }

    private void put(String path, String text) throws IOException {
        Path file = root.resolve(path.substring(1));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private final class MadeUpWorld implements World {
        @Override
        public Optional<String> output(List<String> command) {
            return Optional.ofNullable(programs.get(command.getFirst()));
        }

        @Override
        public Optional<String> unreachable(String host, int port, boolean tls, @Nullable Path authorities) {
            return brokerTrouble.isEmpty() ? Optional.empty() : Optional.of(brokerTrouble);
        }

        @Override
        public Optional<Reply> fetch(URI address) {
            return figures.isEmpty()
                    ? Optional.empty()
                    : Optional.of(address.getPath().equals("/health") ? health : new Reply(figuresStatus, figures));
        }
    }
}
