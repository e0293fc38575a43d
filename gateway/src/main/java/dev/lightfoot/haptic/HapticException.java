package dev.lightfoot.haptic;

import org.jspecify.annotations.Nullable;

/** An actuator that could not be set up: the message names it and the mend. */
public final class HapticException extends Exception {
    private static final long serialVersionUID = 1L;

    public HapticException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
