package dev.lightfoot.mqtt;

import java.io.IOException;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * The socket of a connection. It sends at once (TCP_NODELAY, which Paho does not ask for): else a message behind another one
 * waits for the delayed acknowledgement of TCP (RFC 896; RFC 1122, section 4.2.3.2), 40 ms on Linux. And what it has not
 * sent when it is closed is forgotten (SO_LINGER 0): else the kernel may bring a cue to the broker when its connection was
 * given up long ago. One that is made after its connection was given up, as when a name was looked up for long, is of no use
 * to anybody. Thread-safe.
 */
final class NewestSocket {
    private @Nullable Socket socket;
    private boolean abandoned;

    synchronized Socket made(Socket made) throws IOException {
        if (abandoned) {
            made.close();
            throw new IOException("the connection was given up meanwhile");
        }
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

    /** Nobody waits for the connection any more: whatever its thread does with the socket ends now. */
    synchronized void abandon() throws IOException {
        abandoned = true;
        if (socket != null) {
            socket.close();
        }
    }
}
