package dev.lightfoot.ble;

import dev.lightfoot.loop.Posix;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.freedesktop.dbus.FileDescriptor;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.spi.message.AbstractInputStreamMessageReader;
import org.freedesktop.dbus.spi.message.ISocketProvider;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.newsclub.net.unix.FileDescriptorCast;

/**
 * Reads messages, and hands each file descriptor that comes with one on as a duplicate; the received one is closed through
 * its Java object, which is how junixsocket learns to forget its number. Lives on the connection's reading thread.
 */
final class OwnedFdReader extends AbstractInputStreamMessageReader {
    private final AFUNIXSocketChannel channel;
    private final Posix posix = new Posix();

    OwnedFdReader(AFUNIXSocketChannel channel, ISocketProvider passing) {
        super(channel, passing);
        this.channel = channel;
    }

    @Override
    protected List<FileDescriptor> readFileDescriptors(SocketChannel from) throws DBusException {
        List<FileDescriptor> owned = new ArrayList<>();
        try {
            java.io.FileDescriptor[] received = channel.getReceivedFileDescriptors();
            if (received != null) {
                for (java.io.FileDescriptor descriptor : received) {
                    owned.add(new FileDescriptor(owned(descriptor)));
                }
            }
            return owned;
        } catch (IOException e) {
            throw new DBusException("a file descriptor that came with a message cannot be taken", e);
        }
    }

    private int owned(java.io.FileDescriptor received) throws IOException {
        try (FileInputStream _ = new FileInputStream(received)) {
            return posix.duplicate(FileDescriptorCast.using(received).as(Integer.class));
        }
    }
}
