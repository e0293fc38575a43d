package dev.lightfoot.mqtt;

import java.io.IOException;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * The socket of a connection. It sends at once (TCP_NODELAY, which Paho does not ask for): else a message behind another one
 * waits for the delayed acknowledgement of TCP (RFC 896; RFC 1122, section 4.2.3.2), 40 ms on Linux. And what it has not
 * sent when it is closed is forgotten (SO_LINGER 0): else the kernel may bring a cue to the broker when its connection was
 * given up long ago. Thread-safe.
 */
final class NewestSocket {
    private @Nullable Socket socket;

    synchronized Socket made(Socket made) throws IOException {
        made.setTcpNoDelay(true);
        made.setSoLinger(true, 0);
        socket = made;
        return made;
    }

    /** From now on what it holds is sent, even when it is closed. */
    synchronized void keepWhatIsHeld() throws IOException {
        if (socket != null) {
            socket.setSoLinger(false, 0);
        }
    }
}
