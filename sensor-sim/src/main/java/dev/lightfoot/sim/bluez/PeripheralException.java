package dev.lightfoot.sim.bluez;

/** A real adapter cannot be a pod; the message says why and what to do. */
public final class PeripheralException extends Exception {
    private static final long serialVersionUID = 1L;

    PeripheralException(String message) {
        super(message);
    }
}
