package dev.lightfoot.mqtt;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A socket that reads nothing of MQTT before something of it was written, as a client of MQTT speaks first (3.1.1, section
 * 3.1). Paho's readers start before its other threads; where a broker hangs up at once they end the connection under them,
 * and the thread that starts them then waits for ever (CommsCallback.start in 1.2.5). What the thread that connects says and
 * hears, a handshake of TLS or of web sockets, comes before MQTT.
 */
final class SpeaksFirstSocket extends Socket {
    private static final long LOOK_EVERY_MS = 1_000;
    /** How Paho names the thread that connects. */
    private static final String CONNECTING = "MQTT Con: ";

    private final CountDownLatch spoken = new CountDownLatch(1);

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(super.getOutputStream()) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                try {
                    out.write(bytes, from, length);
                } finally {
                    if (!handshaking()) {
                        spoken.countDown();
                    }
                }
            }
        };
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                awaitSpoken();
                return in.read();
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                awaitSpoken();
                return in.read(bytes, from, length);
            }
        };
    }

    private static boolean handshaking() {
        return Thread.currentThread().getName().startsWith(CONNECTING);
    }

    private void awaitSpoken() throws IOException {
        try {
            if (!handshaking() && !spoken.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                throw new SocketTimeoutException("nothing was written yet");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        spoken.countDown();
        super.close();
    }
}
