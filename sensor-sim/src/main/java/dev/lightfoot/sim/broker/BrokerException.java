package dev.lightfoot.sim.broker;

import org.jspecify.annotations.Nullable;

/** The broker could not be started or reached; the message names the value that broke. */
public final class BrokerException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
