package dev.lightfoot.haptic;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.pwm.PwmType;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import com.pi4j.plugin.linuxfs.provider.i2c.LinuxFsI2CProvider;
import com.pi4j.plugin.linuxfs.provider.pwm.LinuxFsPwmProvider;
import com.pi4j.provider.Provider;
import java.util.ArrayList;
import java.util.List;

/**
 * A Raspberry Pi by Pi4J: GPIO by libgpiod, PWM and I2C by the kernel's own files. With {@link Pi4jRegisters} all that knows
 * Pi4J. Not thread-safe.
 */
final class Pi4jBoard implements Board {
    private static final int PERCENT = 100;

    private final Providers providers;
    private final List<Context> contexts = new ArrayList<>();

    /** What opens each kind; the real ones need a Raspberry Pi. */
    interface Providers {
        Provider<?, ?, ?> gpio();

        Provider<?, ?, ?> pwm(int chip);

        Provider<?, ?, ?> i2c();
    }

    /** Those of the Raspberry Pi. */
    static final class OfThePi implements Providers {
        @Override
        public Provider<?, ?, ?> gpio() {
            return GpioDDigitalOutputProvider.newInstance();
        }

        @Override
        public Provider<?, ?, ?> pwm(int chip) {
            return LinuxFsPwmProvider.newInstance(chip);
        }

        @Override
        public Provider<?, ?, ?> i2c() {
            return LinuxFsI2CProvider.newInstance();
        }
    }

    Pi4jBoard() {
        this(new OfThePi());
    }

    Pi4jBoard(Providers providers) {
        this.providers = providers;
    }

    @Override
    public Line line(int pin, boolean activeHigh) throws HapticException {
        DigitalState active = activeHigh ? DigitalState.HIGH : DigitalState.LOW;
        DigitalState atRest = activeHigh ? DigitalState.LOW : DigitalState.HIGH;
        String name = "GPIO " + pin;
        DigitalOutput output = opened(name, "the user is in group gpio", () -> {
            Context context = contextWith(providers.gpio());
            return context.create(DigitalOutput.newConfigBuilder(context)
                    .id("gpio-" + pin)
                    .address(pin)
                    .initial(atRest)
                    .shutdown(atRest));
        });
        return on -> obey(name, () -> output.state(on ? active : atRest));
    }

    @Override
    public Pwm pwm(int chip, int channel, int frequencyHz) throws HapticException {
        String name = "PWM chip " + chip + " channel " + channel;
        com.pi4j.io.pwm.Pwm output = opened(name, "dtoverlay=pwm is set in config.txt", () -> {
            Context context = contextWith(providers.pwm(chip));
            return context.create(com.pi4j.io.pwm.Pwm.newConfigBuilder(context)
                    .id("pwm-" + chip + "-" + channel)
                    .address(channel)
                    .pwmType(PwmType.HARDWARE)
                    .frequency(frequencyHz)
                    .initial(0)
                    .shutdown(0));
        });
        return share -> obey(name, () -> {
            if (share > 0) {
                output.on(Math.round(share * PERCENT), frequencyHz);
            } else {
                output.off();
            }
        });
    }

    @Override
    public Registers registers(int bus, int address) throws HapticException {
        String name = "I2C bus " + bus + " address 0x" + Integer.toHexString(address);
        return opened(
                name,
                "dtparam=i2c_arm=on is set in config.txt and the user is in group i2c",
                () -> new Pi4jRegisters(contextWith(providers.i2c()), name, bus, address));
    }

    private Context contextWith(Provider<?, ?, ?> provider) {
        Context context = Pi4J.newContextBuilder()
                .noAutoDetect()
                .disableShutdownHook()
                .add(provider)
                .build();
        contexts.add(context);
        return context;
    }

    /** Something to open. */
    private interface Opening<T> {
        T open();
    }

    private static <T> T opened(String name, String mend, Opening<T> opening) throws HapticException {
        try {
            return opening.open();
        } catch (Pi4JException | IllegalArgumentException | IllegalStateException | LinkageError e) {
            throw new HapticException(
                    name + " cannot be opened (" + e.getMessage() + "): check that this is a Raspberry Pi, that nobody"
                            + " else uses it and that " + mend,
                    e);
        }
    }

    static void obey(String name, Runnable act) {
        try {
            act.run();
        } catch (Pi4JException | IllegalStateException e) {
            throw new MotorException(name + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        contexts.forEach(Context::shutdown);
        contexts.clear();
    }
}
