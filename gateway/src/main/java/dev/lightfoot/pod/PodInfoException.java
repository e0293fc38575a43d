package dev.lightfoot.pod;

/** A pod's Info could not be understood; the message names the field and its value. */
public final class PodInfoException extends Exception {
    public PodInfoException(String message) {
        super(message);
    }
}
