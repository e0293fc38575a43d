package dev.lightfoot.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One open event stream: a bounded queue, emptied by the client's own server thread. */
final class LiveClient {
    private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(LiveFeed.QUEUE);
    private final Duration heartbeat;
    private volatile boolean ended;
    private volatile @Nullable Thread writer;

    /**
     * A client that has not written yet.
     *
     * @param heartbeat longest silence before a comment is sent: a dead connection shows only on a write
     */
    LiveClient(Duration heartbeat) {
        this.heartbeat = heartbeat;
    }

    /** Queues a message; false when the queue is full. */
    boolean offer(String message) {
        return queue.offer(message);
    }

    /** Ends the stream, from any thread, also while a write to it hangs. */
    void end() {
        ended = true;
        Thread writing = writer;
        if (writing != null) {
            writing.interrupt();
        }
    }

    /**
     * Writes messages until the client is gone or ended.
     *
     * @param allowed asked before each message: a session that has ended sees nothing more
     */
    void writeTo(OutputStream out, BooleanSupplier allowed) throws IOException {
        writer = Thread.currentThread();
        while (!ended) {
            String message;
            try {
                message = queue.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            }
            if (!allowed.getAsBoolean()) {
                return;
            }
            out.write((message == null ? ": still here\nevent: beat\ndata: {}\n\n" : message)
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
