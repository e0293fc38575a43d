package dev.lightfoot.sim.bluez;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/**
 * All objects of the daemon by path, with org.freedesktop.DBus.Properties, Introspectable and Peer on each and the
 * ObjectManager on "/". Every change is signalled. Lives on the loop's thread.
 */
final class ObjectTree {
    private static final String OBJECT_MANAGER = "org.freedesktop.DBus.ObjectManager";
    private static final String PROPERTIES = "org.freedesktop.DBus.Properties";
    private static final String INTROSPECTABLE = "org.freedesktop.DBus.Introspectable";
    private static final String PEER = "org.freedesktop.DBus.Peer";

    private final BusConnection bus;
    private final TreeMap<String, Map<String, BusInterface>> objects = new TreeMap<>();

    ObjectTree(BusConnection bus) {
        this.bus = bus;
    }

    void add(String path, BusInterface added) {
        objects.computeIfAbsent(path, any -> new LinkedHashMap<>()).put(added.name(), added);
        bus.signal(
                "/",
                OBJECT_MANAGER,
                "InterfacesAdded",
                "oa{sa{sv}}",
                new DBusPath(path),
                Map.of(added.name(), Map.copyOf(added.properties())));
    }

    void remove(String path, String interfaceName) {
        Map<String, BusInterface> interfaces = objects.get(path);
        if (interfaces != null && interfaces.remove(interfaceName) != null) {
            removed(path, List.of(interfaceName));
        }
    }

    /** Removes an object and all below it, the deepest first. */
    void removeBranch(String path) {
        for (String below : objects.descendingMap().keySet().stream()
                .filter(each -> each.equals(path) || each.startsWith(path + "/"))
                .toList()) {
            Map<String, BusInterface> interfaces = objects.remove(below);
            if (interfaces != null) {
                removed(below, List.copyOf(interfaces.keySet()));
            }
        }
    }

    boolean has(String path) {
        return objects.containsKey(path);
    }

    /** Sets a property and signals it if it is another value. */
    void change(String path, BusInterface owner, String property, Object value, String signature) {
        var variant = new Variant<>(value, signature);
        if (!variant.equals(owner.properties().put(property, variant))) {
            changed(path, owner, Map.of(property, variant), List.of());
        }
    }

    /** Signals a value although it may be the same as before: a notification. */
    void emitValue(String path, BusInterface owner, byte[] value) {
        var variant = new Variant<>(value, "ay");
        owner.properties().put("Value", variant);
        changed(path, owner, Map.of("Value", variant), List.of());
    }

    /** Takes a property away. */
    void invalidate(String path, BusInterface owner, String property) {
        if (owner.properties().remove(property) != null) {
            changed(path, owner, Map.of(), List.of(property));
        }
    }

    void dispatch(Call call) {
        try {
            switch (call.interfaceName()) {
                case PROPERTIES -> properties(call, at(call));
                case OBJECT_MANAGER -> objectManager(call);
                case INTROSPECTABLE -> call.answer("s", introspection(call.path()));
                case PEER -> peer(call);
                default -> {
                    BusInterface target = at(call).get(call.interfaceName());
                    if (target == null) {
                        throw BusInterface.unknownMethod(call);
                    }
                    target.call(call);
                }
            }
        } catch (BluezException e) {
            call.refuse(e);
        }
    }

    private Map<String, BusInterface> at(Call call) throws BluezException {
        Map<String, BusInterface> interfaces = objects.get(call.path());
        if (interfaces == null) {
            throw BluezException.dbus("UnknownObject", BusInterface.nothingLike(call));
        }
        return interfaces;
    }

    private void properties(Call call, Map<String, BusInterface> interfaces) throws BluezException {
        BusInterface owner = interfaces.get(call.text(0));
        if (owner == null) {
            throw BluezException.dbus("InvalidArgs", "No such interface '" + call.text(0) + "'");
        }
        switch (call.member()) {
            case "GetAll" -> call.answer("a{sv}", Map.copyOf(owner.properties()));
            case "Get" -> call.answer("v", known(owner, call.text(1)));
            case "Set" -> {
                known(owner, call.text(1));
                Object value = call.argument(2) instanceof Variant<?> variant ? variant.getValue() : call.argument(2);
                owner.set(call.text(1), value);
                call.answer();
            }
            default -> throw BusInterface.unknownMethod(call);
        }
    }

    private static Variant<?> known(BusInterface owner, String property) throws BluezException {
        @Nullable Variant<?> value = owner.properties().get(property);
        if (value == null) {
            throw BluezException.dbus("InvalidArgs", "No such property '" + property + "'");
        }
        return value;
    }

    private void objectManager(Call call) throws BluezException {
        if (!call.path().equals("/") || !call.member().equals("GetManagedObjects")) {
            throw BusInterface.unknownMethod(call);
        }
        Map<DBusPath, Map<String, Map<String, Variant<?>>>> all = new LinkedHashMap<>();
        objects.forEach((path, interfaces) -> {
            Map<String, Map<String, Variant<?>>> each = new LinkedHashMap<>();
            interfaces.forEach((name, owner) -> each.put(name, Map.copyOf(owner.properties())));
            all.put(new DBusPath(path), each);
        });
        call.answer("a{oa{sa{sv}}}", all);
    }

    private static void peer(Call call) throws BluezException {
        if (!call.member().equals("Ping")) {
            throw BusInterface.unknownMethod(call);
        }
        call.answer();
    }

    private String introspection(String path) {
        String prefix = path.equals("/") ? "/" : path + "/";
        var children = new TreeSet<String>();
        objects.keySet().stream()
                .filter(each -> each.startsWith(prefix) && each.length() > prefix.length())
                .forEach(each -> children.add(each.substring(prefix.length()).split("/", 2)[0]));
        var xml = new StringBuilder("<node>");
        if (path.equals("/")) {
            xml.append("<interface name=\"" + OBJECT_MANAGER + "\"/>");
        }
        objects.getOrDefault(path, Map.of())
                .keySet()
                .forEach(name -> xml.append("<interface name=\"").append(name).append("\"/>"));
        children.forEach(child -> xml.append("<node name=\"").append(child).append("\"/>"));
        return xml.append("</node>").toString();
    }

    private void changed(String path, BusInterface owner, Map<String, Variant<?>> values, List<String> gone) {
        bus.signal(
                path, PROPERTIES, "PropertiesChanged", "sa{sv}as", owner.name(), values, gone.toArray(String[]::new));
    }

    private void removed(String path, List<String> interfaces) {
        bus.signal(
                "/", OBJECT_MANAGER, "InterfacesRemoved", "oas", new DBusPath(path), interfaces.toArray(String[]::new));
    }
}
