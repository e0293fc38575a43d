package dev.lightfoot.sim.bluez;

/** The private bus could not be started, or broke; the message says what to do. */
public final class BusDaemonException extends Exception {
    private static final long serialVersionUID = 1L;

    BusDaemonException(String message) {
        super(message);
    }

    BusDaemonException(String message, Throwable cause) {
        super(message, cause);
    }
}
