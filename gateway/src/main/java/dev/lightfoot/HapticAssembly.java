package dev.lightfoot;

import dev.lightfoot.config.Config;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.haptic.Haptic;
import dev.lightfoot.haptic.Motors;
import dev.lightfoot.haptic.NoHaptic;
import dev.lightfoot.haptic.TerminalHaptic;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Makes the actuators that the configuration names. */
final class HapticAssembly {
    private HapticAssembly() {}

    /**
     * Makes them.
     *
     * @param terminal where lines in the terminal go
     */
    static Haptic of(Config.Haptic settings, PrintStream terminal) {
        if (settings.kinds().contains(Config.HapticKind.TERMINAL)) {
            return new TerminalHaptic(terminal);
        }
        List<Motors> motors = motors(settings);
        return motors.isEmpty() ? new NoHaptic() : Motors.played(motors);
    }

    static List<Motors> motors(Config.Haptic settings) {
        List<Motors> motors = new ArrayList<>();
        for (Config.HapticKind kind : settings.kinds()) {
            switch (kind) {
                case NONE, TERMINAL -> {}
                case GPIO -> addGpio(motors, settings);
                case PWM -> addPwm(motors, settings.pwm());
                case DRV2605L -> {
                    Config.Drv2605l drv = settings.drv2605l();
                    motors.add(Motors.drv2605l(
                            drv.i2cBus(),
                            drv.i2cAddress(),
                            drv.trigger(),
                            drv.triggerPin(),
                            drv.lra(),
                            drv.ratedMv(),
                            drv.overdriveMv(),
                            drv.lraHz()));
                }
            }
        }
        return motors;
    }

    private static void addGpio(List<Motors> motors, Config.Haptic settings) {
        if (settings.rightPin() < 0) {
            motors.add(Motors.gpio(null, settings.pin(), settings.activeHigh()));
        } else {
            motors.add(Motors.gpio(Foot.LEFT, settings.pin(), settings.activeHigh()));
            motors.add(Motors.gpio(Foot.RIGHT, settings.rightPin(), settings.activeHigh()));
        }
    }

    private static void addPwm(List<Motors> motors, Config.Pwm pwm) {
        if (pwm.rightChannel() < 0) {
            motors.add(Motors.pwm(null, pwm.chip(), pwm.channel(), pwm.frequencyHz()));
        } else {
            motors.add(Motors.pwm(Foot.LEFT, pwm.chip(), pwm.channel(), pwm.frequencyHz()));
            motors.add(Motors.pwm(Foot.RIGHT, pwm.chip(), pwm.rightChannel(), pwm.frequencyHz()));
        }
    }
}
