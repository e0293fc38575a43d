package dev.lightfoot.ble;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/**
 * The bus, BlueZ on it, and the index of its objects: opened, loaded, and built anew when either has gone. Signals of one
 * connection are held until its index is loaded, and passed over when it has ended. Lives on the supervisor's thread.
 */
final class BluezPresence {
    /** Hears how it goes, on the supervisor's thread. */
    interface Listener {
        /** BlueZ cannot be used now. */
        void absent(String why, long nowNs);
    }

    private final String address;
    private final Calls calls;
    private final Consumer<Runnable> supervisor;
    private final BluezObjects objects;
    private final Listener listener;
    private final Backoff reopening;
    private final List<Runnable> heldSignals = new ArrayList<>();
    private @Nullable BluezBus bus;
    private int generation;
    private boolean loading;
    private boolean cameWhileLoading;
    private boolean loaded;
    private long openAtNs = System.nanoTime();

    BluezPresence(
            RadioSettings settings,
            Calls calls,
            Consumer<Runnable> supervisor,
            BluezObjects objects,
            Listener listener) {
        address = settings.busAddress();
        this.calls = calls;
        this.supervisor = supervisor;
        this.objects = objects;
        this.listener = listener;
        reopening = new Backoff(
                settings.patience().firstBackoff(), settings.patience().mostBackoff(), new Random());
    }

    /** The bus, when BlueZ is on it and its objects are known; opens it when that is due. */
    Optional<BluezBus> ready(long nowNs) {
        if (bus != null && !bus.connected()) {
            drop("the D-Bus connection to " + address + " has ended", nowNs);
        }
        if (bus == null && nowNs - openAtNs >= 0) {
            open();
        }
        return loaded ? Optional.ofNullable(bus) : Optional.empty();
    }

    private void open() {
        generation++;
        try {
            bus = BluezBus.open(address, new Signals(generation));
            load();
        } catch (BluezException e) {
            openAtNs = System.nanoTime() + reopening.nextNs();
            listener.absent(
                    e.getMessage() + "; check that D-Bus runs there or set another address, trying again",
                    System.nanoTime());
        }
    }

    private void load() {
        BluezBus from = bus;
        if (from == null || loading) {
            cameWhileLoading = true;
            return;
        }
        int mine = generation;
        loading = true;
        cameWhileLoading = false;
        calls.ask(
                () -> from.listen() ? from.managedObjects() : Map.<DBusPath, Map<String, Map<String, Variant<?>>>>of(),
                managed -> {
                    if (mine == generation) {
                        loaded(managed);
                    }
                },
                e -> {
                    if (mine == generation) {
                        drop(String.valueOf(e.getMessage()), System.nanoTime());
                    }
                });
    }

    private void loaded(Map<DBusPath, Map<String, Map<String, Variant<?>>>> managed) {
        loading = false;
        if (managed.isEmpty()) {
            if (cameWhileLoading) {
                load();
                return;
            }
            listener.absent(
                    "BlueZ is not running on D-Bus at " + address + "; start it with: systemctl start bluetooth",
                    System.nanoTime());
            return;
        }
        reopening.reset();
        objects.clear();
        managed.forEach((path, interfaces) -> objects.added(path.getPath(), interfaces));
        loaded = true;
        heldSignals.forEach(Runnable::run);
        heldSignals.clear();
    }

    /** Lets go of the bus and all that came from it; it is opened again after a while. */
    void drop(String why, long nowNs) {
        generation++;
        BluezBus gone = bus;
        bus = null;
        loading = false;
        loaded = false;
        heldSignals.clear();
        objects.clear();
        listener.absent(why, nowNs);
        openAtNs = nowNs + reopening.nextNs();
        if (gone != null) {
            Thread.ofVirtual().name("bluez close").start(gone::close);
        }
    }

    private final class Signals implements BluezListener {
        private final int of;

        Signals(int of) {
            this.of = of;
        }

        private void take(Runnable signal) {
            supervisor.accept(() -> {
                if (of == generation) {
                    if (loaded) {
                        signal.run();
                    } else {
                        heldSignals.add(signal);
                    }
                }
            });
        }

        @Override
        public void added(String path, Map<String, Map<String, Variant<?>>> interfaces) {
            take(() -> objects.added(path, interfaces));
        }

        @Override
        public void removed(String path, List<String> interfaces) {
            take(() -> objects.removed(path, interfaces));
        }

        @Override
        public void changed(
                String path, String interfaceName, Map<String, Variant<?>> properties, List<String> invalidated) {
            take(() -> objects.changed(path, interfaceName, properties, invalidated));
        }

        @Override
        public void ownerChanged(boolean present, String words) {
            supervisor.accept(() -> {
                if (of == generation) {
                    if (!present) {
                        drop(words, System.nanoTime());
                    } else if (!loaded) {
                        load();
                    }
                }
            });
        }
    }
}
