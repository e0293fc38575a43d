package dev.lightfoot.ble;

/** The file of adopted pods cannot be read or written; the message says where, why, and what mends it. */
public final class PodFileException extends Exception {
    public PodFileException(String message) {
        super(message);
    }

    public PodFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
