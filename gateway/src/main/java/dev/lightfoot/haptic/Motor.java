package dev.lightfoot.haptic;

/** One vibration actuator that is either driven or at rest. May be called from two threads; neither call blocks. */
public interface Motor extends AutoCloseable {
    void drive(float strength);

    void rest();

    /** What it is and where it is wired, for people. */
    String description();

    @Override
    void close();
}
