package dev.lightfoot.sim.bluez;

import dev.lightfoot.sim.pod.Pod;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

/**
 * A foot pod on a real Bluetooth adapter: its services given to bluetoothd's GattManager1 and an advertisement to its
 * LEAdvertisingManager1. What cannot be at the start ends it; later, when bluetoothd or the adapter has gone, it is tried
 * again until it is back. Everything but {@link #close} happens on the loop's thread.
 */
final class Peripheral implements BluezClient.Listener, AutoCloseable {
    static final String GATT_MANAGER = "org.bluez.GattManager1";
    static final String ADVERTISING_MANAGER = "org.bluez.LEAdvertisingManager1";
    private static final long AGAIN_NS = TimeUnit.SECONDS.toNanos(1);

    private enum State {
        LOOKING,
        REGISTERING,
        ADVERTISING
    }

    private final Settings settings;
    private final Loop loop;
    private final String adapterPath;
    private final Consumer<String> narrator;
    private final Consumer<String> onEnd;
    private final BluezClient bluez;
    private final ServedSamples samples;
    private State state = State.LOOKING;
    private boolean everAdvertised;
    private String lastSaid = "";
    private int round;
    private Loop.Timer timer = Loop.NO_TIMER;

    /**
     * How a pod is put on the air.
     *
     * @param busAddress of the bus that bluetoothd is on
     * @param adapter its name, such as hci1
     * @param localName in the advertisement
     * @param bySocket whether bluetoothd is offered a socket for notifications; else it watches Value
     * @param advertiseAnewMs after how long without a subscriber the advertisement is registered anew; 0 for never
     */
    record Settings(String busAddress, String adapter, String localName, boolean bySocket, long advertiseAnewMs) {}

    private Peripheral(
            Settings settings,
            Loop loop,
            Pod firmware,
            Playback playback,
            Consumer<String> narrator,
            Consumer<String> onEnd)
            throws BusDaemonException {
        this.settings = settings;
        this.loop = loop;
        this.onEnd = onEnd;
        this.narrator = narrator;
        adapterPath = "/org/bluez/" + settings.adapter();
        bluez = BluezClient.connect(settings.busAddress(), adapterPath, loop, this);
        ObjectTree objects = bluez.objects();
        samples = new ServedSamples(
                loop, objects, PodApplication.SAMPLES_PATH, playback, firmware, settings.bySocket(), narrator);
        PodApplication.serve(objects, firmware, samples);
        objects.add(
                Advertisement.PATH,
                new Advertisement(settings.localName(), () -> begin("bluetoothd ended the advertisement")));
    }

    /**
     * Begins; pods on one loop may share a playback.
     *
     * @param narrator takes short lines for people
     * @param onEnd hears why the pod cannot go on
     */
    static Peripheral start(
            Settings settings,
            Loop loop,
            Pod firmware,
            Playback playback,
            Consumer<String> narrator,
            Consumer<String> onEnd)
            throws BusDaemonException {
        var peripheral = new Peripheral(settings, loop, firmware, playback, narrator, onEnd);
        loop.execute(peripheral::look);
        return peripheral;
    }

    @Override
    public void present(boolean here) {
        begin(here ? "bluetoothd is back" : "bluetoothd has left the bus");
    }

    @Override
    public void changed(String path, String interfaceName, Map<?, ?> properties) {
        if (path.equals(adapterPath) && properties.get("Powered") instanceof Variant<?> powered) {
            begin(Boolean.TRUE.equals(powered.getValue()) ? "the adapter is on" : "the adapter is off");
        } else if (properties.get("Connected") instanceof Variant<?> connected
                && interfaceName.equals("org.bluez.Device1")) {
            boolean on = Boolean.TRUE.equals(connected.getValue());
            String central =
                    path.substring(path.lastIndexOf("/dev_") + "/dev_".length()).replace('_', ':');
            narrator.accept((on ? "connected " : "disconnected ") + central);
            if (!on) {
                samples.end("the link ended");
            }
        }
    }

    @Override
    public void busEnded() {
        onEnd.accept("the D-Bus at " + settings.busAddress() + " has ended");
    }

    @Override
    public void close() {
        bluez.close();
    }

    /** Starts over: what was registered is gone or is to go. */
    private void begin(String why) {
        say(why);
        samples.end(why);
        transitionTo(State.LOOKING);
        timer = loop.after(AGAIN_NS, this::look);
    }

    private void look() {
        int mine = round;
        call("/", "org.freedesktop.DBus.ObjectManager", "GetManagedObjects", "", List.of(), values -> {
            try {
                if (mine == round && values.getFirst() instanceof Map<?, ?> managed) {
                    register(AdapterFound.in(managed, settings.adapter()));
                }
            } catch (PeripheralException e) {
                cannot(String.valueOf(e.getMessage()));
            }
        });
    }

    /** Registers application and advertisement; what may be left of an earlier time is taken away first. */
    private void register(AdapterFound adapter) {
        transitionTo(State.REGISTERING);
        var application = new DBusPath(PodApplication.ROOT);
        unregister(GATT_MANAGER, "UnregisterApplication", application, () -> {
            manage(GATT_MANAGER, "RegisterApplication", application, () -> advertise(adapter.address()));
        });
    }

    private void advertise(String address) {
        var advertisement = new DBusPath(Advertisement.PATH);
        unregister(ADVERTISING_MANAGER, "UnregisterAdvertisement", advertisement, () -> {
            manage(ADVERTISING_MANAGER, "RegisterAdvertisement", advertisement, () -> {
                everAdvertised = true;
                transitionTo(State.ADVERTISING);
                say("advertising " + settings.localName() + " on " + settings.adapter() + " as " + address);
                anewLater(address);
            });
        });
    }

    private void anewLater(String address) {
        if (settings.advertiseAnewMs() > 0) {
            timer = loop.after(TimeUnit.MILLISECONDS.toNanos(settings.advertiseAnewMs()), () -> {
                if (samples.subscribed()) {
                    anewLater(address);
                } else {
                    advertise(address);
                }
            });
        }
    }

    private void manage(String interfaceName, String member, DBusPath object, Runnable then) {
        int mine = round;
        call(adapterPath, interfaceName, member, "oa{sv}", List.of(object, Map.of()), answer -> {
            if (mine == round) {
                then.run();
            }
        });
    }

    /** Its refusal is as good: there was nothing to take away. */
    private void unregister(String interfaceName, String member, DBusPath object, Runnable then) {
        int mine = round;
        Runnable next = () -> {
            if (mine == round) {
                then.run();
            }
        };
        bluez.call(
                new BusConnection.Method(adapterPath, interfaceName, member, "o"),
                List.of(object),
                answer -> next.run(),
                refusal -> next.run());
    }

    private void call(
            String path,
            String interfaceName,
            String member,
            String signature,
            List<?> arguments,
            Consumer<List<Object>> answered) {
        int mine = round;
        bluez.call(new BusConnection.Method(path, interfaceName, member, signature), arguments, answered, refusal -> {
            if (mine == round) {
                cannot(words(member, refusal));
            }
        });
    }

    private static String words(String member, BluezException refusal) {
        return switch (refusal.name()) {
            case "org.freedesktop.DBus.Error.ServiceUnknown", "org.freedesktop.DBus.Error.NameHasNoOwner" ->
                "BlueZ is not running on this D-Bus: start it with systemctl start bluetooth";
            case "org.freedesktop.DBus.Error.AccessDenied" ->
                "BlueZ may not be used: run this as root or as a user in the group bluetooth (" + refusal.getMessage()
                        + ")";
            default -> member + " was refused: " + refusal.getMessage() + " [" + refusal.name() + "]";
        };
    }

    /** At the start that is the end; later it is tried again. */
    private void cannot(String why) {
        if (!everAdvertised) {
            onEnd.accept(why);
        } else {
            say(why);
            transitionTo(State.LOOKING);
            timer = loop.after(AGAIN_NS, this::look);
        }
    }

    private void transitionTo(State next) {
        timer.cancel();
        if (next != state || next == State.LOOKING) {
            round++;
        }
        state = next;
    }

    private void say(String line) {
        if (!line.equals(lastSaid)) {
            lastSaid = line;
            narrator.accept(line);
        }
    }
}
