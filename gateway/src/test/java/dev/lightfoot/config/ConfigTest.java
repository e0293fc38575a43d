package dev.lightfoot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.form.FeedbackSchedule;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.gait.Foot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
    private static final Path EXAMPLE = Path.of("src/main/config/lightfoot.toml");

    @TempDir
    Path folder;

    @Test
    void anEmptyFileSaysTheDefaults() throws Exception {
        Config config = load("");

        assertThat(config).isEqualTo(Config.defaults());
        assertThat(config.gateway().name()).isEqualTo("lightfoot");
        assertThat(config.bluetooth())
                .isEqualTo(new Config.Bluetooth(
                        "system", "hci0", true, true, config.history().file().resolveSibling("pods.toml")));
        assertThat(config.pods()).isEmpty();
        assertThat(config.form()).isEqualTo(FormSettings.defaults());
        assertThat(config.mqtt().enabled()).isFalse();
        assertThat(config.mqtt().clientId()).isEqualTo("lightfoot-lightfoot");
        assertThat(config.mqtt().username()).isNull();
        assertThat(config.history().runGapMinutes()).isEqualTo(10);
        assertThat(config.web())
                .isEqualTo(new Config.Web(
                        true, "127.0.0.1", 8080, config.history().file().resolveSibling("web-password"), null));
    }

    @Test
    void theExampleFileSaysTheDefaultsAndIsWhatTheTableOfKeysWrites() throws Exception {
        assertThat(Config.load(EXAMPLE)).isEqualTo(Config.defaults());
        assertThat(Files.readString(EXAMPLE)).isEqualTo(ConfigText.of(new Values()));
    }

    @Test
    void everyKeyCanBeSet() throws Exception {
        Config config = load("""
                [gateway]
                name = "belt-2"
                [bluetooth]
                bus = "unix:path=/tmp/bus"
                adapter = "hci1"
                acquire-notify = false
                bond = false
                pods-file = "mine.toml"
                [[pod]]
                address = "c0:ff:ee:00:00:01"
                foot = "right"
                [[pod]]
                address = "C0:FF:EE:00:00:02"
                [form]
                jogging-score = 0.9
                [coach]
                schedule = "faded"
                cue-gap-s = 12
                muted = true
                shoe = "blue ones"
                count-from-run = 8
                [haptic]
                kind = "gpio+drv2605l"
                drv-trigger = "rtp"
                drv-lra = true
                drv-rated-mv = 2000
                pin = 4
                active-high = false
                [mqtt]
                enabled = true
                url = "ssl://broker.local:8883"
                client-id = "me"
                username = "runner"
                password-file = "secret"
                ca-file = "ca.pem"
                commands = true
                [history]
                file = "runs/history.db"
                run-gap-minutes = 3
                [web]
                enabled = false
                host = "::1"
                port = 0
                """);

        assertThat(config.gateway().name()).isEqualTo("belt-2");
        assertThat(config.bluetooth())
                .isEqualTo(
                        new Config.Bluetooth("unix:path=/tmp/bus", "hci1", false, false, folder.resolve("mine.toml")));
        assertThat(config.pods())
                .containsExactly(
                        new Config.Pod("C0:FF:EE:00:00:01", Foot.RIGHT), new Config.Pod("C0:FF:EE:00:00:02", null));
        assertThat(config.form().cues().cueGapS()).isEqualTo(12f);
        assertThat(config.form().cues().schedule()).isEqualTo(FeedbackSchedule.FADED);
        assertThat(config.form().cues().muted()).isTrue();
        assertThat(config.form().cues().sessionRestS()).isEqualTo(180f);
        assertThat(config.coach()).isEqualTo(new Config.Coach("blue ones", 8));
        assertThat(config.form().joggingScore()).isEqualTo(0.9f);
        assertThat(config.haptic())
                .isEqualTo(new Config.Haptic(
                        List.of(Config.HapticKind.GPIO, Config.HapticKind.DRV2605L),
                        4,
                        -1,
                        false,
                        new Config.Pwm(0, 0, -1, 20_000),
                        new Config.Drv2605l(1, 0x5A, "rtp", 17, true, 2000, 3600, 175),
                        null));
        assertThat(config.mqtt())
                .isEqualTo(new Config.Mqtt(
                        true,
                        "ssl://broker.local:8883",
                        "me",
                        "runner",
                        folder.resolve("secret"),
                        folder.resolve("ca.pem"),
                        null,
                        null,
                        true,
                        false));
        assertThat(config.history())
                .isEqualTo(new Config.History(folder.resolve("runs/history.db"), 3, 0, 2_048, "off", 512));
        assertThat(config.web())
                .isEqualTo(
                        new Config.Web(false, "::1", 0, config.history().file().resolveSibling("web-password"), null));
    }

    @Test
    void theWristbandIsNamedByItsAddress() throws Exception {
        Path file = Files.writeString(folder.resolve("band.toml"), "[haptic]\nband = \"c0:ff:ee:00:00:09\"\n");
        assertThat(Config.load(file).haptic().band()).isEqualTo("C0:FF:EE:00:00:09");
        assertThat(Config.defaults().haptic().band()).isNull();
    }

    @Test
    void aWristbandThatCannotBeOneIsRefusedWithTheMend() {
        assertThat(mistakes("[haptic]\nband = \"C0:FF:EE:00:09\"\n"))
                .containsExactly(at(2) + "haptic.band = \"C0:FF:EE:00:09\" is not allowed:"
                        + " six pairs of hex digits like \"C0:FF:EE:00:00:09\"");
        assertThat(mistakes("""
                [[pod]]
                address = "C0:FF:EE:00:00:01"
                [haptic]
                kind = "terminal"
                band = "c0:ff:ee:00:00:01"
                """))
                .containsExactly(
                        at(5) + "haptic.band = \"c0:ff:ee:00:00:01\" is not allowed:"
                                + " it is the address of a [[pod]]; give the wristband's own",
                        at(5) + "haptic.band = \"c0:ff:ee:00:00:01\" is not allowed:"
                                + " haptic.kind \"terminal\" is without actuators; set that to \"none\"");
    }

    @Test
    void tenMistakesGiveTenLinesWithTheirLineNumbers() {
        assertThat(mistakes("""
                [gateway]
                name = "Belt Two"
                [bluetoth]
                bus = "system"
                [[pod]]
                address = "C0:FF:EE:00:01"
                foot = "middle"
                [coach]
                cue-gap-s = "often"
                [haptic]
                pin = 28
                active-hihg = true
                [mqtt]
                url = "http://broker"
                [web]
                port = 70000
                enabled = 1
                """))
                .containsExactly(
                        at(2) + "gateway.name = \"Belt Two\" is not allowed: 1 to 32 of a-z, 0-9 and -",
                        at(3) + "unknown section bluetoth: did you mean bluetooth?",
                        at(6) + "pod.address = \"C0:FF:EE:00:01\" is not allowed:"
                                + " six pairs of hex digits like \"C0:FF:EE:00:00:01\"",
                        at(7) + "pod.foot = \"middle\" is not allowed: \"left\" or \"right\"",
                        at(9) + "coach.cue-gap-s = \"often\" is not allowed: a number from 1.0 to 600.0",
                        at(11) + "haptic.pin = 28 is not allowed: a whole number from 0 to 27",
                        at(12) + "unknown key haptic.active-hihg: did you mean haptic.active-high?",
                        at(14)
                                + "mqtt.url = \"http://broker\" is not allowed: tcp://HOST:PORT, or ssl://, ws://, wss://",
                        at(16) + "web.port = 70000 is not allowed: a whole number from 0 to 65535",
                        at(17) + "web.enabled = 1 is not allowed: true or false");
    }

    @Test
    void podsAreAtMostTwoAndEachHasItsOwnAddressAndFoot() {
        assertThat(mistakes("""
                [[pod]]
                address = "C0:FF:EE:00:00:01"
                foot = "left"
                [[pod]]
                address = "c0:ff:ee:00:00:01"
                foot = "left"
                [[pod]]
                foot = "right"
                """))
                .containsExactly(
                        at(5) + "pod.address = \"c0:ff:ee:00:00:01\" is not allowed: another [[pod]] has it already",
                        at(6) + "pod.foot = \"left\" is not allowed: another [[pod]] has it already",
                        at(7) + "[[pod]] number 3 is not allowed: at most 2, one for each foot",
                        at(7) + "[[pod]] has no address: six pairs of hex digits like \"C0:FF:EE:00:00:01\"");
    }

    @Test
    void whatIsNotTomlIsToldBesideTheOtherMistakes() {
        List<String> lines = mistakes("[web]\nport = = 3\n[haptic]\npin = 99\n");

        assertThat(lines).anySatisfy(line -> assertThat(line).startsWith(at(2)).contains("not TOML"));
        assertThat(lines).anySatisfy(line -> assertThat(line).startsWith(at(4)).contains("haptic.pin = 99"));
    }

    @Test
    void driftingBeginsBelowJogging() {
        assertThat(mistakes("[form]\ndrifting-score = 1.2\n"))
                .containsExactly(at(2) + "form.drifting-score = 1.2 is not allowed: below form.jogging-score 1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pod = 3", "pod = []", "web = 1", "[pod]\naddress = \"C0:FF:EE:00:00:01\"", "port = 1"})
    void aSectionThatIsNoneIsTold(String text) {
        assertThat(mistakes(text)).singleElement().asString().startsWith(at(1));
    }

    @Test
    void aMissingFileIsToldByName() {
        Path missing = folder.resolve("missing.toml");

        assertThatThrownBy(() -> Config.load(missing))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(missing + ": no such file");
    }

    @Test
    void aFolderAndBytesThatAreNoTextAreTold() throws IOException {
        Path bytes = Files.write(folder.resolve("bytes.toml"), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThatThrownBy(() -> Config.load(bytes)).hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> Config.load(Path.of("/dev/zero"))).hasMessageContaining("larger than 1 MiB");
        assertThatThrownBy(() -> Config.load(folder)).hasMessageContaining(folder + ": cannot be read");
    }

    @Test
    void theDataDirectoryFollowsTheEnvironment() {
        Path home = Path.of("/home/runner");
        Places plain = Places.of(folder, home, Map.of("XDG_DATA_HOME", "not/absolute"));
        Places named = Places.of(folder, home, Map.of("XDG_DATA_HOME", "/data"));

        assertThat(plain.resolve("$XDG_DATA_HOME/lightfoot/history.db"))
                .isEqualTo(home.resolve(".local/share/lightfoot/history.db"));
        assertThat(named.resolve("$XDG_DATA_HOME/lightfoot/history.db"))
                .isEqualTo(Path.of("/data/lightfoot/history.db"));
        assertThat(named.resolve("~/x")).isEqualTo(home.resolve("x"));
    }

    private Config load(String text) throws ConfigException, IOException {
        return Config.load(Files.writeString(folder.resolve("lightfoot.toml"), text));
    }

    private List<String> mistakes(String text) {
        try {
            Config config = load(text);
            throw new AssertionError("no mistake found, but " + config);
        } catch (ConfigException e) {
            return e.lines();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String at(int line) {
        return folder.resolve("lightfoot.toml") + ":" + line + ": ";
    }
}
