package dev.lightfoot.ble;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import org.freedesktop.dbus.connections.config.TransportConfig;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.TransportConfigurationException;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.transport.junixsocket.JUnixSocketBusAddress;
import org.freedesktop.dbus.transport.junixsocket.JUnixSocketSocketProvider;
import org.freedesktop.dbus.transport.junixsocket.JUnixSocketUnixTransport;
import org.jspecify.annotations.Nullable;
import org.newsclub.net.unix.AFUNIXSocketChannel;

/**
 * D-Bus over a unix socket whose received file descriptors belong to who asked for them. junixsocket otherwise keeps each
 * and closes its number when the connection ends, whoever has that number by then. It counts as connected until it is
 * closed on purpose: dbus-java tells nobody of the end of a connection that it finds disconnected already, as when a write
 * failed first, and its reading thread then spins for ever.
 */
final class OwnedFdTransport extends JUnixSocketUnixTransport {
    private @Nullable OwnedFdReader reader;

    OwnedFdTransport(JUnixSocketBusAddress address, TransportConfig config) throws TransportConfigurationException {
        super(address, config);
    }

    @Override
    protected SocketChannel connectImpl() throws IOException {
        SocketChannel channel = super.connectImpl();
        if (channel instanceof AFUNIXSocketChannel unix) {
            JUnixSocketSocketProvider passing = new JUnixSocketSocketProvider();
            passing.setFileDescriptorSupport(true);
            reader = new OwnedFdReader(unix, passing);
        }
        return channel;
    }

    @Override
    public synchronized boolean isConnected() {
        return getTransportConnection() != null;
    }

    @Override
    public Message readMessage() throws IOException, DBusException {
        OwnedFdReader owning = reader;
        return owning == null || owning.isClosed() ? super.readMessage() : owning.readMessage();
    }
}
