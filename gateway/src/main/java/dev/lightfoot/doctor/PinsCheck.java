package dev.lightfoot.doctor;

import dev.lightfoot.config.Config;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether this user may drive each pin and bus the motors are wired to. */
final class PinsCheck implements Check {
    @Override
    public List<Finding> look(Machine machine, Config config) {
        List<Finding> findings = new ArrayList<>();
        for (Config.HapticKind kind : config.haptic().kinds()) {
            switch (kind) {
                case NONE ->
                    findings.add(Finding.warn(
                            "haptic", "no motor is configured: cues are not felt", "set haptic.kind and its pin"));
                case TERMINAL -> findings.add(Finding.ok("haptic", "cues are lines in the terminal"));
                case GPIO -> findings.add(chip(machine, "pin " + config.haptic().pin()));
                case PWM -> findings.add(pwm(machine, config.haptic().pwm()));
                case DRV2605L -> {
                    Config.Drv2605l chip = config.haptic().drv2605l();
                    findings.add(device(
                            machine.at("/dev/i2c-" + chip.i2cBus()),
                            "I2C bus " + chip.i2cBus(),
                            "i2c",
                            "sudo raspi-config nonint do_i2c 0, or set haptic.i2c-bus"));
                    if (!chip.trigger().equals("rtp")) {
                        findings.add(chip(machine, "pin " + chip.triggerPin()));
                    }
                }
            }
        }
        return findings;
    }

    private static Finding chip(Machine machine, String what) {
        List<Path> chips = machine.list("/dev", "gpiochip*");
        Path chip = chips.stream().filter(PinsCheck::usable).findFirst().orElse(null);
        return chip != null
                ? Finding.ok("haptic", what + " by " + chip.getFileName())
                : device(
                        chips.isEmpty() ? machine.at("/dev/gpiochip0") : chips.getFirst(),
                        what,
                        "gpio",
                        "this machine has no pins; set haptic.kind = \"terminal\" or \"none\"");
    }

    private static Finding pwm(Machine machine, Config.Pwm pwm) {
        return device(
                machine.at("/sys/class/pwm/pwmchip" + pwm.chip() + "/export"),
                "PWM chip " + pwm.chip() + " channel " + pwm.channel(),
                "gpio",
                "add dtoverlay=pwm to config.txt and start anew, or set haptic.pwm-chip (on a Raspberry Pi 5 2)");
    }

    private static Finding device(Path file, String what, String group, String absent) {
        if (!Files.exists(file)) {
            return Finding.fail("haptic", what + ": there is no " + file, absent);
        }
        return usable(file)
                ? Finding.ok("haptic", what + " by " + file)
                : Finding.fail(
                        "haptic",
                        what + ": " + file + " is not open to this user",
                        "sudo adduser $USER " + group + ", then log in anew");
    }

    private static boolean usable(Path file) {
        return Files.isWritable(file);
    }
}
