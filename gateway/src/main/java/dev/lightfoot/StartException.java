package dev.lightfoot;

/** A gateway that could not start: the message names what and the mend. */
final class StartException extends Exception {
    private static final long serialVersionUID = 1L;

    StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
