package dev.lightfoot.ble;

import org.bluez.Agent1;
import org.bluez.exceptions.BluezRejectedException;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.UInt32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pairs with a pod, where it can: the bond encrypts the link and outlives it. As neither side has a screen or keys
 * (NoInputNoOutput), what is asked for more than a "yes" is refused.
 */
final class Bonding implements Agent1 {
    static final String PATH = "/dev/lightfoot/agent";
    private static final Logger LOG = LoggerFactory.getLogger(Bonding.class);

    /** Blocks until the pod is bonded, or until it is known that it will not be, which is no failure. */
    static void tryWith(BluezBus bus, String device, String address) {
        try {
            bus.pair(device);
            LOG.info("pod {}: bonded", address);
        } catch (BluezException e) {
            if (!e.errorName().equals("AlreadyExists")) {
                LOG.info("pod {}: not bonded, it is heard without ({})", address, e.getMessage());
            }
        }
    }

    @Override
    public void Release() {}

    @Override
    public String RequestPinCode(DBusPath device) throws BluezRejectedException {
        throw rejected();
    }

    @Override
    public void DisplayPinCode(DBusPath device, String pinCode) throws BluezRejectedException {
        throw rejected();
    }

    @Override
    public UInt32 RequestPasskey(DBusPath device) throws BluezRejectedException {
        throw rejected();
    }

    @Override
    public void DisplayPasskey(DBusPath device, UInt32 passkey, UInt16 entered) {}

    @Override
    public void RequestConfirmation(DBusPath device, UInt32 passkey) throws BluezRejectedException {
        throw rejected();
    }

    /** Asked for "just works" that the other side began; this gateway's own does not ask. */
    @Override
    public void RequestAuthorization(DBusPath device) throws BluezRejectedException {
        throw rejected();
    }

    @Override
    public void AuthorizeService(DBusPath device, String uuid) throws BluezRejectedException {
        throw rejected();
    }

    @Override
    public void Cancel() {}

    @Override
    public String getObjectPath() {
        return PATH;
    }

    private static BluezRejectedException rejected() {
        return new BluezRejectedException("a pod has no screen and no keys");
    }
}
