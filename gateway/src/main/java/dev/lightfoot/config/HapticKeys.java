package dev.lightfoot.config;

import java.util.List;

/** The keys of what the runner feels. */
final class HapticKeys {
    static final String SECTION = "haptic";

    static final Key<String> HAPTIC_KIND = new Key<>(
            SECTION,
            "kind",
            "none",
            Rule.Text.of(
                    "none|terminal|(?:gpio|pwm|drv2605l)(?:\\+(?:gpio|pwm|drv2605l))*",
                    "\"none\", \"terminal\", or some of gpio, pwm and drv2605l joined by + like \"gpio+drv2605l\""),
            "What makes the runner feel a cue: nothing, lines in the terminal, motors on pins, a haptic driver.");

    static final Key<Integer> HAPTIC_PIN =
            new Key<>(SECTION, "pin", 18, new Rule.Whole(0, 27), "Pin of the motor, BCM number.");

    static final Key<Integer> HAPTIC_RIGHT_PIN = new Key<>(
            SECTION,
            "right-pin",
            -1,
            new Rule.Whole(-1, 27),
            "Pin of a second motor, on the right; the first is then on the left. -1: none.");

    static final Key<Boolean> HAPTIC_ACTIVE_HIGH =
            new Key<>(SECTION, "active-high", true, new Rule.Flag(), "Whether the motor runs while the pin is high.");

    static final Key<Integer> PWM_CHIP =
            new Key<>(SECTION, "pwm-chip", 0, new Rule.Whole(0, 9), "PWM chip: 0, on a Raspberry Pi 5 2.");

    static final Key<Integer> PWM_CHANNEL =
            new Key<>(SECTION, "pwm-channel", 0, new Rule.Whole(0, 7), "Channel of the motor on that chip.");

    static final Key<Integer> PWM_RIGHT_CHANNEL = new Key<>(
            SECTION,
            "right-pwm-channel",
            -1,
            new Rule.Whole(-1, 7),
            "Channel of a second motor, on the right; the first is then on the left. -1: none.");

    static final Key<Integer> PWM_HZ = new Key<>(
            SECTION, "pwm-hz", 20_000, new Rule.Whole(100, 200_000), "Frequency of the PWM; 20 kHz is not heard.");

    static final Key<Integer> I2C_BUS =
            new Key<>(SECTION, "i2c-bus", 1, new Rule.Whole(0, 99), "I2C bus of the DRV2605L.");

    static final Key<Integer> I2C_ADDRESS =
            new Key<>(SECTION, "i2c-address", 0x5A, new Rule.Whole(3, 119), "Its address; all have 90, which is 0x5A.");

    static final Key<String> DRV_TRIGGER = new Key<>(
            SECTION,
            "drv-trigger",
            "edge",
            Rule.Text.oneOf("edge", "level", "rtp"),
            "How it is fired: by a pulse on IN/TRIG, by that pin's level, or over I2C with a strength.");

    static final Key<Integer> DRV_PIN =
            new Key<>(SECTION, "drv-pin", 17, new Rule.Whole(0, 27), "Pin wired to its IN/TRIG, BCM number.");

    static final Key<Boolean> DRV_LRA = new Key<>(
            SECTION, "drv-lra", false, new Rule.Flag(), "Whether its actuator is an LRA; else a motor with a weight.");

    static final Key<Integer> RATED_MV =
            new Key<>(SECTION, "drv-rated-mv", 3000, new Rule.Whole(500, 5000), "Rated voltage of the actuator, mV.");

    static final Key<Integer> OVERDRIVE_MV = new Key<>(
            SECTION,
            "drv-overdrive-mv",
            3600,
            new Rule.Whole(500, 5600),
            "Peak voltage it may be driven at, mV; no less than rated.");

    static final Key<Integer> LRA_HZ =
            new Key<>(SECTION, "drv-lra-hz", 175, new Rule.Whole(125, 300), "Resonance of the LRA.");

    static final Key<String> BAND = new Key<>(
            SECTION,
            "band",
            "",
            Rule.Text.of(
                    "(?:(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2})?", "six pairs of hex digits like \"C0:FF:EE:00:00:09\""),
            "Bluetooth address of a wristband with Immediate Alert, which buzzes too whatever the kind; empty: none.");

    /** All of them, in the order of the file. */
    static final List<Key<?>> ALL = List.of(
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
            BAND);

    private HapticKeys() {}
}
