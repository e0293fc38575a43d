package dev.lightfoot.haptic;

import org.jspecify.annotations.Nullable;

/** An actuator that did not obey: the message names it and what was asked. */
public final class MotorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MotorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
