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
        objects.add(PairingAgent.PATH, new PairingAgent());
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
            power(Boolean.TRUE.equals(powered.getValue()));
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

    /** bluetoothd keeps what is registered, and may have taken a central as soon as the adapter is on. */
    private void power(boolean on) {
        if (on) {
            say("the adapter is on");
            look();
        } else {
            begin("the adapter is off");
        }
    }

    /** Starts over: whoever was subscribed is gone, and what was registered may be. */
    private void begin(String why) {
        say(why);
        samples.end(why);
        transitionTo(State.LOOKING);
        timer = loop.after(AGAIN_NS, this::look);
    }

    private void look() {
        call(
                new BusConnection.Method("/", "org.freedesktop.DBus.ObjectManager", "GetManagedObjects", ""),
                List.of(),
                values -> {
                    try {
                        register(AdapterFound.in((Map<?, ?>) values.getFirst(), settings.adapter()));
                    } catch (PeripheralException e) {
                        cannot(String.valueOf(e.getMessage()));
                    }
                });
    }

    /** Registers the agent, the application, which bluetoothd may have still, and the advertisement. */
    private void register(AdapterFound adapter) {
        transitionTo(State.REGISTERING);
        int mine = round;
        PairingAgent.register(bluez, () -> ifStill(mine, () -> registerApplication(adapter)));
    }

    private void registerApplication(AdapterFound adapter) {
        int mine = round;
        bluez.call(
                new BusConnection.Method(adapterPath, GATT_MANAGER, "RegisterApplication", "oa{sv}"),
                List.of(new DBusPath(PodApplication.ROOT), Map.of()),
                answer -> ifStill(mine, () -> advertise(adapter.address())),
                refusal -> ifStill(mine, () -> {
                    if (refusal.name().equals("org.bluez.Error.AlreadyExists")) {
                        advertise(adapter.address());
                    } else {
                        cannot(words("RegisterApplication", refusal));
                    }
                }));
    }

    /** Registers the advertisement; one that may be left of an earlier time is taken away first. */
    private void advertise(String address) {
        int mine = round;
        Runnable register = () -> ifStill(mine, () -> registerAdvertisement(address));
        bluez.call(
                new BusConnection.Method(adapterPath, ADVERTISING_MANAGER, "UnregisterAdvertisement", "o"),
                List.of(new DBusPath(Advertisement.PATH)),
                answer -> register.run(),
                nothingThere -> register.run());
    }

    private void registerAdvertisement(String address) {
        call(
                new BusConnection.Method(adapterPath, ADVERTISING_MANAGER, "RegisterAdvertisement", "oa{sv}"),
                List.of(new DBusPath(Advertisement.PATH), Map.of()),
                answer -> {
                    everAdvertised = true;
                    transitionTo(State.ADVERTISING);
                    say("advertising " + settings.localName() + " on " + settings.adapter() + " as " + address);
                    anewLater(address);
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

    /** Calls bluetoothd; an answer to an earlier round is passed over. */
    private void call(BusConnection.Method method, List<?> arguments, Consumer<List<Object>> answered) {
        int mine = round;
        bluez.call(
                method,
                arguments,
                values -> ifStill(mine, () -> answered.accept(values)),
                refusal -> ifStill(mine, () -> cannot(words(method.member(), refusal))));
    }

    private void ifStill(int mine, Runnable reaction) {
        if (mine == round) {
            reaction.run();
        }
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
