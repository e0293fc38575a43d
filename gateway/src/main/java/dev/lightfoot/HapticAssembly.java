package dev.lightfoot;

import dev.lightfoot.ble.Wristband;
import dev.lightfoot.config.Config;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.haptic.Haptic;
import dev.lightfoot.haptic.Motors;
import dev.lightfoot.haptic.NoHaptic;
import dev.lightfoot.haptic.TerminalHaptic;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the actuators that the configuration names. */
final class HapticAssembly {
    private HapticAssembly() {}

    /**
     * Makes them.
     *
     * @param terminal where lines in the terminal go
     * @param band the wristband, which the radio reaches; null for none
     */
    static Haptic of(Config.Haptic settings, PrintStream terminal, @Nullable Wristband band) {
        if (settings.kinds().contains(Config.HapticKind.TERMINAL)) {
            return new TerminalHaptic(terminal);
        }
        List<Motors> motors = motors(settings);
        if (band != null) {
            motors.add(Motors.wristband(band.address(), band, () -> band.alert(0)));
        }
        return motors.isEmpty() ? new NoHaptic() : Motors.played(motors);
    }

    /** The wristband that the configuration names, to be given to the radio too. */
    static @Nullable Wristband band(Config.Haptic settings) {
        return settings.band() == null ? null : new Wristband(settings.band());
    }

    /** Those on wires. */
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
