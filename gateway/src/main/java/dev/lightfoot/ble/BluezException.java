package dev.lightfoot.ble;

import java.util.Map;
import java.util.Objects;

/** A call to BlueZ or to the bus failed; the message says which, and what the other side said. */
final class BluezException extends Exception {
    /** By the words of BlueZ's src/error.c and error.h, as dbus-java 5.2 keeps the name of an error to itself. */
    private static final Map<String, String> NAMES = Map.of(
            "In Progress", "InProgress",
            "Operation already in progress", "InProgress",
            "br-connection-busy", "InProgress",
            "Already Connected", "AlreadyConnected",
            "Already Exists", "AlreadyExists");

    private final String errorName;

    BluezException(String failed, Throwable cause) {
        super(
                failed + ": "
                        + Objects.requireNonNullElse(
                                cause.getMessage(), cause.getClass().getSimpleName()),
                cause);
        errorName = NAMES.getOrDefault(Objects.requireNonNullElse(cause.getMessage(), ""), "");
    }

    BluezException(String failed) {
        super(failed);
        errorName = "";
    }

    /** InProgress, AlreadyConnected or AlreadyExists; empty for any other. */
    String errorName() {
        return errorName;
    }
}
