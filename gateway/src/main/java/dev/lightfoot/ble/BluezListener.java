package dev.lightfoot.ble;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.Variant;

/** Hears BlueZ's signals, in order, on the bus's one signal thread. */
interface BluezListener {
    /** The object has these interfaces more. */
    void added(String path, Map<String, Map<String, Variant<?>>> interfaces);

    /** The object has these interfaces no more. */
    void removed(String path, List<String> interfaces);

    /** Properties of an object changed. */
    void changed(String path, String interfaceName, Map<String, Variant<?>> properties, List<String> invalidated);

    /** BlueZ came to the bus or left it, or the bus itself has gone. */
    void ownerChanged(boolean present, String words);
}
