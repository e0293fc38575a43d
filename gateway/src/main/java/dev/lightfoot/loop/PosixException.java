package dev.lightfoot.loop;

/** A call of the C library failed where no way on is known; the message names the call and the error number. */
public final class PosixException extends RuntimeException {
    PosixException(String message) {
        super(message);
    }

    PosixException(String message, Throwable cause) {
        super(message, cause);
    }
}
