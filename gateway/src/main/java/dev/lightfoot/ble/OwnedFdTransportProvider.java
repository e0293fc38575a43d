package dev.lightfoot.ble;

import org.freedesktop.dbus.connections.BusAddress;
import org.freedesktop.dbus.connections.config.TransportConfig;
import org.freedesktop.dbus.connections.transports.AbstractTransport;
import org.freedesktop.dbus.exceptions.TransportConfigurationException;
import org.freedesktop.dbus.spi.transport.ITransportProvider;
import org.freedesktop.dbus.transport.junixsocket.JUnixSocketBusAddress;
import org.freedesktop.dbus.utils.AddressBuilder;

/** Tells dbus-java of {@link OwnedFdTransport} under an address type of its own; found by java.util.ServiceLoader. */
public final class OwnedFdTransportProvider implements ITransportProvider {
    private static final String TYPE = "owned-fd-unix";
    private static final String UNIX = "unix:";

    /** The address that makes dbus-java take this transport; any other than unix:... and system is left as it is. */
    static String addressOf(String address) {
        String plain =
                address.equals("system") ? AddressBuilder.getSystemConnection().toString() : address;
        return plain.startsWith(UNIX) ? TYPE + ":" + plain.substring(UNIX.length()) : plain;
    }

    @Override
    public String getTransportName() {
        return "dbus-java-transport-junixsocket, fds owned by their receiver";
    }

    @Override
    public AbstractTransport createTransport(BusAddress address, TransportConfig config)
            throws TransportConfigurationException {
        return new OwnedFdTransport(new JUnixSocketBusAddress(address), config);
    }

    @Override
    public String getSupportedBusType() {
        return TYPE;
    }

    @Override
    public String createDynamicSessionAddress(boolean listening) {
        throw new UnsupportedOperationException("this transport serves no bus");
    }
}
