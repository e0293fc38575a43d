package dev.lightfoot.haptic;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;

/** A vibration motor behind a transistor on a GPIO of the Raspberry Pi: on or off, whatever the strength. */
public final class Pi4jMotor implements Motor {
    private final Context context;
    private final DigitalOutput output;
    private final int pin;
    private final DigitalState driven;
    private final DigitalState atRest;

    private Pi4jMotor(Context context, int pin, boolean activeHigh) {
        this.context = context;
        this.pin = pin;
        driven = activeHigh ? DigitalState.HIGH : DigitalState.LOW;
        atRest = activeHigh ? DigitalState.LOW : DigitalState.HIGH;
        output = context.create(DigitalOutput.newConfigBuilder(context)
                .id("haptic-motor")
                .address(pin)
                .initial(atRest)
                .shutdown(atRest));
    }

    /**
     * Takes a pin.
     *
     * @param pin BCM number, 0 to 27
     */
    public static Pi4jMotor open(int pin, boolean activeHigh) throws HapticException {
        return open(pin, activeHigh, GpioDDigitalOutputProvider.newInstance());
    }

    static Pi4jMotor open(int pin, boolean activeHigh, DigitalOutputProvider provider) throws HapticException {
        Context context = Pi4J.newContextBuilder()
                .noAutoDetect()
                .disableShutdownHook()
                .add(provider)
                .build();
        try {
            return new Pi4jMotor(context, pin, activeHigh);
        } catch (Pi4JException | IllegalStateException | LinkageError e) {
            context.shutdown();
            throw new HapticException(
                    "GPIO " + pin + " cannot be opened (" + e.getMessage()
                            + "): check that this is a Raspberry Pi, that the pin is free and that the user is in group gpio",
                    e);
        }
    }

    @Override
    public void drive(float strength) {
        output.state(driven);
    }

    @Override
    public void rest() {
        output.state(atRest);
    }

    DigitalState state() {
        return output.state();
    }

    @Override
    public String description() {
        return "motor on GPIO " + pin;
    }

    @Override
    public void close() {
        context.shutdown();
    }
}
