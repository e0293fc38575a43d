package dev.lightfoot.config;

import dev.lightfoot.form.CueSettings;
import dev.lightfoot.form.FormSettings;
import java.util.List;

/** Every key there is, in the order of the file. Parsing, the example file and {@code config show} follow this table. */
final class Keys {
    static final String POD = "pod";

    private static final FormSettings FORM = FormSettings.defaults();
    private static final CueSettings CUES = CueSettings.defaults();
    private static final String PATH = "a path; ~/ is the home directory, $XDG_DATA_HOME/ the user's data directory,"
            + " a relative one starts at this file";

    static final Key<String> GATEWAY_NAME = new Key<>(
            "gateway",
            "name",
            "lightfoot",
            Rule.Text.of("[a-z0-9-]{1,32}", "1 to 32 of a-z, 0-9 and -"),
            "Name of this gateway; part of every MQTT topic.");

    static final Key<String> BUS = new Key<>(
            "bluetooth",
            "bus",
            "system",
            Rule.Text.of(
                    "system|[a-z][a-z0-9-]*:[^\\s;]+", "\"system\" or a D-Bus address like \"unix:path=/run/bus\""),
            "D-Bus on which BlueZ is found.");
    static final Key<String> ADAPTER = new Key<>(
            "bluetooth",
            "adapter",
            "hci0",
            Rule.Text.of("[A-Za-z0-9_]{1,16}", "an adapter like \"hci0\""),
            "Bluetooth adapter that hears the pods.");

    static final Key<Boolean> ACQUIRE_NOTIFY = new Key<>(
            "bluetooth",
            "acquire-notify",
            true,
            new Rule.Flag(),
            "Whether a pod is first asked for a socket (AcquireNotify) and then for signals (StartNotify); false: signals only.");
    static final Key<Boolean> BOND = new Key<>(
            "bluetooth",
            "bond",
            true,
            new Rule.Flag(),
            "Whether a pod is paired with where it can be, which encrypts its link; one that cannot is heard without.");
    static final Key<String> PODS_FILE = new Key<>(
            "bluetooth",
            "pods-file",
            "",
            Rule.Text.of("\\P{Cntrl}{0,1024}", PATH),
            "The pods that were adopted (lightfoot pods); empty: pods.toml beside the history.");

    static final Key<String> POD_ADDRESS = new Key<>(
            POD,
            "address",
            "",
            Rule.Text.of("(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}", "six pairs of hex digits like \"C0:FF:EE:00:00:01\""),
            "Bluetooth address of the pod; each pod has its own.");
    static final Key<String> POD_FOOT = new Key<>(
            POD, "foot", "", Rule.Text.oneOf("left", "right"), "Foot that wears it; left out, the pod says it itself.");

    static final Key<Double> FRESH_STRIKE_ANGLE_DEG = form(
            "fresh-strike-angle-deg", FORM.freshStrikeAngleDeg(), -10, 30, "The most a fresh strike angle may be.");
    static final Key<Double> STRIKE_ANGLE_STEP_DEG =
            form("strike-angle-step-deg", FORM.strikeAngleStepDeg(), 1, 30, "Strike angle from fresh form to jogging.");
    static final Key<Double> FRESH_DUTY_FACTOR =
            form("fresh-duty-factor", FORM.freshDutyFactor(), 0.2, 0.6, "The most a fresh duty factor may be.");
    static final Key<Double> DUTY_FACTOR_STEP =
            form("duty-factor-step", FORM.dutyFactorStep(), 0.01, 0.3, "Duty factor from fresh form to jogging.");
    static final Key<Double> FRESH_CADENCE_SPM =
            form("fresh-cadence-spm", FORM.freshCadenceSpm(), 120, 220, "The least a fresh cadence may be.");
    static final Key<Double> CADENCE_STEP_SPM =
            form("cadence-step-spm", FORM.cadenceStepSpm(), 1, 60, "Cadence from fresh form to jogging.");
    static final Key<Double> DRIFTING_SCORE =
            form("drifting-score", FORM.driftingScore(), 0.2, 3, "Score where drifting begins; below jogging-score.");
    static final Key<Double> JOGGING_SCORE =
            form("jogging-score", FORM.joggingScore(), 0.25, 5, "Score where jogging begins.");
    static final Key<String> SCHEDULE = new Key<>(
            "coach",
            "schedule",
            "continuous",
            Rule.Text.oneOf("continuous", "faded", "bandwidth", "off"),
            "How much of the cues is felt: all; less from session to session; only beyond a band; nothing.");
    static final Key<Double> BAND_SCORE =
            coach("band-score", CUES.bandScore(), 0.25, 5, "Jogging score from which bandwidth lets warnings through.");
    static final Key<Integer> COUNT_FROM_RUN = new Key<>(
            "coach",
            "count-from-run",
            1,
            new Rule.Whole(1, Integer.MAX_VALUE),
            "Number of the run that is the first session of the faded schedule.");
    static final Key<Double> CUE_GAP_S =
            coach("cue-gap-s", CUES.cueGapS(), 1, 600, "Least time in seconds between two warnings.");
    static final Key<Double> STOP_AFTER_S = coach(
            "stop-after-s", CUES.stopAfterS(), 5, 3600, "Seconds without good form before the cue to walk or to stop.");
    static final Key<Integer> STOP_AFTER_FAILURES = new Key<>(
            "coach",
            "stop-after-failures",
            CUES.stopAfterFailures(),
            new Rule.Whole(1, 100),
            "How often jogging may begin within five minutes before the cue to walk or to stop.");
    static final Key<Boolean> MUTED =
            new Key<>("coach", "muted", CUES.muted(), new Rule.Flag(), "Whether to begin without cues.");
    static final Key<Boolean> CADENCE_BEAT = new Key<>(
            "coach", "cadence-beat", CUES.beat(), new Rule.Flag(), "Whether to begin with a beat at each step.");
    static final Key<Double> BEAT_ABOVE_PCT = coach(
            "beat-above-pct",
            CUES.beatAbovePct(),
            0,
            15,
            "By how many per cent the beat is quicker than the runner's own fresh cadence.");
    static final Key<String> SHOE = new Key<>(
            "coach",
            "shoe",
            "default",
            Rule.Text.of("[A-Za-z0-9 _-]{1,40}", "1 to 40 of letters, digits, space, _ and -"),
            "Shoe worn; fresh form is kept for each.");

    static final Key<String> HAPTIC_KIND = new Key<>(
            "haptic",
            "kind",
            "none",
            Rule.Text.of(
                    "none|terminal|(?:gpio|pwm|drv2605l)(?:\\+(?:gpio|pwm|drv2605l))*",
                    "\"none\", \"terminal\", or some of gpio, pwm and drv2605l joined by + like \"gpio+drv2605l\""),
            "What makes the runner feel a cue: nothing, lines in the terminal, motors on pins, a haptic driver.");
    static final Key<Integer> HAPTIC_PIN =
            new Key<>("haptic", "pin", 18, new Rule.Whole(0, 27), "Pin of the motor, BCM number.");
    static final Key<Integer> HAPTIC_RIGHT_PIN = new Key<>(
            "haptic",
            "right-pin",
            -1,
            new Rule.Whole(-1, 27),
            "Pin of a second motor, on the right; the first is then on the left. -1: none.");
    static final Key<Boolean> HAPTIC_ACTIVE_HIGH =
            new Key<>("haptic", "active-high", true, new Rule.Flag(), "Whether the motor runs while the pin is high.");
    static final Key<Integer> PWM_CHIP =
            new Key<>("haptic", "pwm-chip", 0, new Rule.Whole(0, 9), "PWM chip: 0, on a Raspberry Pi 5 2.");
    static final Key<Integer> PWM_CHANNEL =
            new Key<>("haptic", "pwm-channel", 0, new Rule.Whole(0, 7), "Channel of the motor on that chip.");
    static final Key<Integer> PWM_RIGHT_CHANNEL = new Key<>(
            "haptic",
            "right-pwm-channel",
            -1,
            new Rule.Whole(-1, 7),
            "Channel of a second motor, on the right; the first is then on the left. -1: none.");
    static final Key<Integer> PWM_HZ = new Key<>(
            "haptic", "pwm-hz", 20_000, new Rule.Whole(100, 200_000), "Frequency of the PWM; 20 kHz is not heard.");
    static final Key<Integer> I2C_BUS =
            new Key<>("haptic", "i2c-bus", 1, new Rule.Whole(0, 99), "I2C bus of the DRV2605L.");
    static final Key<Integer> I2C_ADDRESS = new Key<>(
            "haptic", "i2c-address", 0x5A, new Rule.Whole(3, 119), "Its address; all have 90, which is 0x5A.");
    static final Key<String> DRV_TRIGGER = new Key<>(
            "haptic",
            "drv-trigger",
            "edge",
            Rule.Text.oneOf("edge", "level", "rtp"),
            "How it is fired: by a pulse on IN/TRIG, by that pin's level, or over I2C with a strength.");
    static final Key<Integer> DRV_PIN =
            new Key<>("haptic", "drv-pin", 17, new Rule.Whole(0, 27), "Pin wired to its IN/TRIG, BCM number.");
    static final Key<Boolean> DRV_LRA = new Key<>(
            "haptic", "drv-lra", false, new Rule.Flag(), "Whether its actuator is an LRA; else a motor with a weight.");
    static final Key<Integer> RATED_MV =
            new Key<>("haptic", "drv-rated-mv", 3000, new Rule.Whole(500, 5000), "Rated voltage of the actuator, mV.");
    static final Key<Integer> OVERDRIVE_MV = new Key<>(
            "haptic",
            "drv-overdrive-mv",
            3600,
            new Rule.Whole(500, 5600),
            "Peak voltage it may be driven at, mV; no less than rated.");
    static final Key<Integer> LRA_HZ =
            new Key<>("haptic", "drv-lra-hz", 175, new Rule.Whole(125, 300), "Resonance of the LRA.");

    static final Key<Boolean> MQTT_ENABLED =
            new Key<>("mqtt", "enabled", false, new Rule.Flag(), "Whether to publish over MQTT.");
    static final Key<String> MQTT_URL = new Key<>(
            "mqtt",
            "url",
            "tcp://127.0.0.1:1883",
            Rule.Text.of(
                    "(?:tcp|ssl|ws|wss)://(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?",
                    "tcp://HOST:PORT, or ssl://, ws://, wss://"),
            "Address of the broker; ssl:// and wss:// are encrypted, the broker's name is checked.");
    static final Key<String> MQTT_CLIENT_ID = new Key<>(
            "mqtt",
            "client-id",
            "",
            Rule.Text.of("[A-Za-z0-9_-]{0,64}", "at most 64 of A-Z, a-z, 0-9, _ and -"),
            "Name of this client at the broker; empty: lightfoot- and the gateway's name.");
    static final Key<String> MQTT_USERNAME = new Key<>(
            "mqtt",
            "username",
            "",
            Rule.Text.of("\\P{Cntrl}{0,128}", "at most 128 printable characters"),
            "User at the broker; empty: none.");
    static final Key<String> MQTT_PASSWORD_FILE = new Key<>(
            "mqtt",
            "password-file",
            "",
            Rule.Text.of("\\P{Cntrl}{0,1024}", PATH),
            "File whose first line is the password, readable for nobody else; empty: none.");
    static final Key<String> MQTT_CA_FILE = new Key<>(
            "mqtt",
            "ca-file",
            "",
            Rule.Text.of("\\P{Cntrl}{0,1024}", PATH),
            "Certificates, PEM, that the broker's must lead to; empty: those that Java trusts.");
    static final Key<String> MQTT_CERTIFICATE_FILE = new Key<>(
            "mqtt",
            "certificate-file",
            "",
            Rule.Text.of("\\P{Cntrl}{0,1024}", PATH),
            "Certificate of this gateway, PEM; empty: none.");
    static final Key<String> MQTT_KEY_FILE = new Key<>(
            "mqtt",
            "key-file",
            "",
            Rule.Text.of("\\P{Cntrl}{0,1024}", PATH),
            "Private key of that certificate, PEM (PKCS #8), readable for nobody else.");
    static final Key<Boolean> MQTT_COMMANDS = new Key<>(
            "mqtt",
            "commands",
            false,
            new Rule.Flag(),
            "Whether to do what is asked for over MQTT; the broker must keep strangers off the topic command/request.");
    static final Key<Boolean> MQTT_HOME_ASSISTANT = new Key<>(
            "mqtt",
            "home-assistant",
            false,
            new Rule.Flag(),
            "Whether this gateway shows itself to Home Assistant (MQTT discovery).");

    static final Key<String> HISTORY_FILE = new Key<>(
            "history",
            "file",
            "$XDG_DATA_HOME/lightfoot/history.db",
            Rule.Text.of("\\P{Cntrl}{1,1024}", PATH),
            "The strike history.");
    static final Key<Integer> RUN_GAP_MINUTES = new Key<>(
            "history",
            "run-gap-minutes",
            10,
            new Rule.Whole(1, 240),
            "Minutes without a step after which a new run begins.");
    static final Key<Integer> KEEP_STRIKES_DAYS = new Key<>(
            "history",
            "keep-strikes-days",
            0,
            new Rule.Whole(0, 36_500),
            "Days after which a run's strikes go, its summary, form, cues and notes stay; 0: kept for ever.");
    static final Key<Integer> HISTORY_LIMIT_MB = new Key<>(
            "history",
            "size-limit-mb",
            2_048,
            new Rule.Whole(16, 1_048_576),
            "Size of the history beyond which the strikes of the oldest runs go; 2048 hold 30 million strikes.");
    static final Key<String> RAW = new Key<>(
            "history",
            "raw",
            "off",
            Rule.Text.oneOf("off", "cues", "runs"),
            "Whether raw samples are kept beside the history: 5 s before and after each cue, or whole runs.");
    static final Key<Integer> RAW_LIMIT_MB = new Key<>(
            "history",
            "raw-limit-mb",
            512,
            new Rule.Whole(1, 1_048_576),
            "Size of all raw samples beyond which those of the oldest run go; an hour takes some 20.");

    static final Key<Boolean> WEB_ENABLED =
            new Key<>("web", "enabled", true, new Rule.Flag(), "Whether to serve the live page.");
    static final Key<String> WEB_HOST = new Key<>(
            "web",
            "host",
            "127.0.0.1",
            Rule.Text.of("[A-Za-z0-9.-]{1,253}|[0-9A-Fa-f:.]{2,45}", "a host name or an address"),
            "Address the page is served on; other than loopback, everyone on that network can watch.");
    static final Key<Integer> WEB_PORT =
            new Key<>("web", "port", 8080, new Rule.Whole(0, 65535), "Port of the page; 0: any that is free.");

    /** Every key, section by section. */
    static final List<Key<?>> ALL = List.of(
            GATEWAY_NAME,
            BUS,
            ADAPTER,
            ACQUIRE_NOTIFY,
            BOND,
            PODS_FILE,
            POD_ADDRESS,
            POD_FOOT,
            FRESH_STRIKE_ANGLE_DEG,
            STRIKE_ANGLE_STEP_DEG,
            FRESH_DUTY_FACTOR,
            DUTY_FACTOR_STEP,
            FRESH_CADENCE_SPM,
            CADENCE_STEP_SPM,
            DRIFTING_SCORE,
            JOGGING_SCORE,
            SCHEDULE,
            BAND_SCORE,
            COUNT_FROM_RUN,
            CUE_GAP_S,
            STOP_AFTER_S,
            STOP_AFTER_FAILURES,
            MUTED,
            CADENCE_BEAT,
            BEAT_ABOVE_PCT,
            SHOE,
            HAPTIC_KIND,
            HAPTIC_PIN,
            HAPTIC_RIGHT_PIN,
            HAPTIC_ACTIVE_HIGH,
            PWM_CHIP,
            PWM_CHANNEL,
            PWM_RIGHT_CHANNEL,
            PWM_HZ,
            I2C_BUS,
            I2C_ADDRESS,
            DRV_TRIGGER,
            DRV_PIN,
            DRV_LRA,
            RATED_MV,
            OVERDRIVE_MV,
            LRA_HZ,
            MQTT_ENABLED,
            MQTT_URL,
            MQTT_CLIENT_ID,
            MQTT_USERNAME,
            MQTT_PASSWORD_FILE,
            MQTT_CA_FILE,
            MQTT_CERTIFICATE_FILE,
            MQTT_KEY_FILE,
            MQTT_COMMANDS,
            MQTT_HOME_ASSISTANT,
            HISTORY_FILE,
            RUN_GAP_MINUTES,
            KEEP_STRIKES_DAYS,
            HISTORY_LIMIT_MB,
            RAW,
            RAW_LIMIT_MB,
            WEB_ENABLED,
            WEB_HOST,
            WEB_PORT);

    private Keys() {}

    static List<String> sections() {
        return ALL.stream().map(Key::section).distinct().toList();
    }

    static List<Key<?>> of(String section) {
        return ALL.stream().filter(key -> key.section().equals(section)).toList();
    }

    private static Key<Double> form(String name, float fallback, double least, double most, String meaning) {
        return decimal("form", name, fallback, least, most, meaning);
    }

    private static Key<Double> coach(String name, float fallback, double least, double most, String meaning) {
        return decimal("coach", name, fallback, least, most, meaning);
    }

    private static Key<Double> decimal(
            String section, String name, float fallback, double least, double most, String meaning) {
        double exact = Double.parseDouble(Float.toString(fallback));
        return new Key<>(section, name, exact, new Rule.Decimal(least, most), meaning);
    }
}
