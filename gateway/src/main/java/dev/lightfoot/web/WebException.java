package dev.lightfoot.web;

import org.jspecify.annotations.Nullable;

/** The pages cannot be served; the message names the value and the mend. */
public final class WebException extends Exception {
    private static final long serialVersionUID = 1;

    WebException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
