package dev.lightfoot.ble;

import java.util.Objects;
import org.freedesktop.dbus.exceptions.DBusExecutionException;

/** A call to BlueZ or to the bus failed; the message says which, and what the other side said. */
final class BluezException extends Exception {
    private final String errorName;

    BluezException(String failed, Throwable cause) {
        super(
                failed + ": "
                        + Objects.requireNonNullElse(
                                cause.getMessage(), cause.getClass().getSimpleName()),
                cause);
        errorName = nameOf(cause);
    }

    BluezException(String failed) {
        super(failed);
        errorName = "";
    }

    /** The last part of the D-Bus error's name, such as AlreadyConnected or InProgress; empty when there is none. */
    String errorName() {
        return errorName;
    }

    @SuppressWarnings("removal") // nothing else in dbus-java 5.2 tells the name of an error it has no class for
    private static String nameOf(Throwable cause) {
        String type = cause instanceof DBusExecutionException e && e.getType() != null ? e.getType() : "";
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
