package dev.lightfoot.sim.bluez;

import dev.lightfoot.sim.bluez.BusConnection.Method;
import java.util.List;
import java.util.Set;
import org.freedesktop.dbus.DBusPath;

/**
 * org.bluez.Agent1 of a pod, which has neither screen nor keys and lets whoever asks pair with it ("just works"). Without
 * one bluetoothd asks some other program's agent, such as a gateway's on the same daemon, which refuses. Lives on the
 * loop's thread.
 */
final class PairingAgent extends BusInterface {
    static final String PATH = "/lightfoot/agent";
    static final String MANAGER = "org.bluez.AgentManager1";
    private static final String MANAGER_PATH = "/org/bluez";
    private static final String CAPABILITY = "NoInputNoOutput";
    private static final Set<String> AGREED_TO =
            Set.of("RequestAuthorization", "AuthorizeService", "Cancel", "Release");

    PairingAgent() {
        super("org.bluez.Agent1");
    }

    /** Has bluetoothd ask this one; a daemon that takes no agent has a pod that cannot pair, which is no failure. */
    static void register(BluezClient bluez, Runnable then) {
        Runnable preferred = () -> bluez.call(
                new Method(MANAGER_PATH, MANAGER, "RequestDefaultAgent", "o"),
                List.of(new DBusPath(PATH)),
                answer -> then.run(),
                refusal -> then.run());
        bluez.call(
                new Method(MANAGER_PATH, MANAGER, "RegisterAgent", "os"),
                List.of(new DBusPath(PATH), CAPABILITY),
                answer -> preferred.run(),
                thereAlready -> preferred.run());
    }

    @Override
    void call(Call call) throws BluezException {
        if (!AGREED_TO.contains(call.member())) {
            throw BluezException.bluez("Rejected", "a pod has no screen and no keys");
        }
        call.answer();
    }
}
