package dev.lightfoot.web;

/** The page cannot be served; the message names the address and the mend. */
public final class WebException extends Exception {
    private static final long serialVersionUID = 1;

    WebException(String message, Throwable cause) {
        super(message, cause);
    }
}
