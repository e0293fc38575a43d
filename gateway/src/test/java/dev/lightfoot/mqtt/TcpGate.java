package dev.lightfoot.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A way through to a port that can be shut: standing connections are cut, new ones refused. It can stall, too: nothing is
 * read any more, and nobody is told (half-open); and it can hold the first answer on each connection back.
 */
final class TcpGate implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean open = true;
    private boolean stalled;
    private volatile long firstAnswerAfterMs;
    private int accepted;

    TcpGate(int target) throws IOException {
        this.target = target;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private synchronized void count() {
        accepted++;
        notifyAll();
    }

    /** Waits for so many connections, let through or not. */
    synchronized void awaitAccepted(int connections, long timeoutMs) throws InterruptedException {
        long untilNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        while (accepted < connections) {
            long leftNs = untilNs - System.nanoTime();
            if (leftNs <= 0) {
                throw new AssertionError("only " + accepted + " of " + connections + " connections came");
            }
            TimeUnit.NANOSECONDS.timedWait(this, leftNs);
        }
    }

    void open() {
        open = true;
    }

    void shut() {
        open = false;
        sockets.forEach(TcpGate::cut);
        sockets.clear();
    }

    synchronized void stall() {
        stalled = true;
    }

    /** Cuts what stood while it was stalled, so that what is under way is lost, and lets new connections through. */
    void resume() {
        shut();
        synchronized (this) {
            stalled = false;
            notifyAll();
        }
        open();
    }

    void firstAnswerAfterMs(long ms) {
        firstAnswerAfterMs = ms;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket near = server.accept();
                count();
                if (open) {
                    lead(near);
                } else {
                    cut(near);
                }
            } catch (IOException e) {
                // The gate was closed.
            }
        }
    }

    private void lead(Socket near) {
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            sockets.add(near);
            sockets.add(far);
            Thread.ofVirtual().start(() -> copy(near, far, 0));
            Thread.ofVirtual().start(() -> copy(far, near, firstAnswerAfterMs));
        } catch (IOException e) {
            // The target is away: so is the gate.
            cut(near);
        }
    }

    private void copy(Socket from, Socket to, long firstAfterMs) {
        long waitMs = firstAfterMs;
        byte[] bytes = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            for (int read = in.read(bytes); read > 0; read = in.read(bytes)) {
                awaitFlow(waitMs);
                waitMs = 0;
                to.getOutputStream().write(bytes, 0, read);
            }
        } catch (IOException | InterruptedException e) {
            // Cut from either side.
        } finally {
            cut(from);
            cut(to);
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private synchronized void awaitFlow(long atLeastMs) throws InterruptedException {
        long untilNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(atLeastMs);
        while (stalled || System.nanoTime() < untilNs) {
            if (stalled) {
                wait();
            } else {
                TimeUnit.NANOSECONDS.timedWait(this, untilNs - System.nanoTime());
            }
        }
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        shut();
        server.close();
    }
}
