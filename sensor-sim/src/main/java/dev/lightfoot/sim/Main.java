package dev.lightfoot.sim;

/** The command line of the simulator. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.err.println("sensor-sim: no commands yet");
        System.exit(2);
    }
}
