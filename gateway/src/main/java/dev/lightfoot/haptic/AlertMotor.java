package dev.lightfoot.haptic;

import org.jspecify.annotations.Nullable;

/** A Bluetooth wristband that buzzes on Immediate Alert: level 1 or 2 by strength, 0 to rest. */
public final class AlertMotor implements Motor {
    /** The wristband's end: takes a level and returns at once; what is newer overtakes what was not sent yet. */
    public interface AlertLink extends AutoCloseable {
        /** Asks for Alert Level 0, 1 or 2 (characteristic 2A06, written without response). */
        void alert(int level);

        /** Why the wristband cannot be told now, to go on after its name; null when it can. */
        @Nullable
        String fault();

        @Override
        void close();
    }

    private static final float HIGH_FROM = 0.65f;

    private final AlertLink link;
    private final String address;

    public AlertMotor(String address, AlertLink link) {
        this.address = address;
        this.link = link;
    }

    @Override
    public void drive(float strength) {
        link.alert(strength >= HIGH_FROM ? 2 : 1);
    }

    @Override
    public void rest() {
        link.alert(0);
    }

    @Override
    public @Nullable String fault() {
        return link.fault();
    }

    @Override
    public String description() {
        return "wristband " + address;
    }

    @Override
    public void close() {
        try (link) {
            rest();
        }
    }
}
