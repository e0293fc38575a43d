package dev.lightfoot.sim.bluez;

/** A refusal with the D-Bus error name and the words that bluetoothd 5.66 uses. */
final class BluezException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String name;

    private BluezException(String name, String message) {
        super(message);
        this.name = name;
    }

    String name() {
        return name;
    }

    static BluezException of(String name, String message) {
        return new BluezException(name, message);
    }

    static BluezException bluez(String kind, String message) {
        return new BluezException("org.bluez.Error." + kind, message);
    }

    static BluezException dbus(String kind, String message) {
        return new BluezException("org.freedesktop.DBus.Error." + kind, message);
    }

    static BluezException notReady() {
        return bluez("NotReady", "Resource Not Ready");
    }

    static BluezException busy() {
        return bluez("InProgress", "Operation already in progress");
    }

    static BluezException failed(String message) {
        return bluez("Failed", message);
    }

    static BluezException notConnected() {
        return failed("Not connected");
    }

    static BluezException invalidArguments() {
        return bluez("InvalidArguments", "Invalid arguments in method call");
    }

    static BluezException notSupported() {
        return bluez("NotSupported", "Operation is not supported");
    }
}
