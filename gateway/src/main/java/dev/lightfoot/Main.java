package dev.lightfoot;

/** The command line of the gateway. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.err.println("lightfoot: no commands yet");
        System.exit(2);
    }
}
