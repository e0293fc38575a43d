package dev.lightfoot.pod;

/** A pod could not be started or stopped; the message says at which step, and what it answered. */
public final class PodStartException extends Exception {
    public PodStartException(String message) {
        super(message);
    }

    public PodStartException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
