package dev.lightfoot.haptic;

/** An actuator that did not obey: the message names it and what was asked. */
public final class MotorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MotorException(String message, Throwable cause) {
        super(message, cause);
    }
}
