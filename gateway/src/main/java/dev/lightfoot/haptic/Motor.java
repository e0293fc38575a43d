package dev.lightfoot.haptic;

import org.jspecify.annotations.Nullable;

/**
 * One vibration actuator that is either driven or at rest. May be called from two threads, one at a time; no call blocks.
 * {@link #drive} and {@link #rest} throw MotorException when the actuator does not obey.
 */
public interface Motor extends AutoCloseable {
    /** Drives it at a strength in (0, 1], on from where it stands. */
    void drive(float strength);

    /** Lets it rest; where it rests already, nothing happens. */
    void rest();

    /** What it is and where it is wired, for people. */
    String description();

    /** What keeps it from being driven now, to go on after its name, of one that mends itself; null for nothing. */
    default @Nullable String fault() {
        return null;
    }

    /** Leaves it at rest and lets go of it. */
    @Override
    void close();
}
