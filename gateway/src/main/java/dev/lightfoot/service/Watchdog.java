package dev.lightfoot.service;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the watched thread for a sign of life three times within the service manager's limit, and passes on only what that
 * thread itself answered: while it hangs nothing is told, and the service manager starts the gateway anew.
 */
public final class Watchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final int SIGNS_WITHIN_LIMIT = 3;

    private final ServiceManager manager;
    private final Consumer<Runnable> watched;
    private final long periodNs;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Watchdog(ServiceManager manager, Consumer<Runnable> watched, Duration limit) {
        this.manager = manager;
        this.watched = watched;
        periodNs = limit.toNanos() / SIGNS_WITHIN_LIMIT;
    }

    /**
     * Starts watching when the service manager expects it.
     *
     * @param watched runs what it is given on the watched thread, soon
     */
    public static Watchdog start(ServiceManager manager, Consumer<Runnable> watched) {
        Duration limit = manager.watchdogLimit().orElse(Duration.ZERO);
        Watchdog watchdog = new Watchdog(manager, watched, limit);
        if (limit.isPositive()) {
            Thread.ofPlatform().name("watchdog").daemon().start(watchdog::run);
        }
        return watchdog;
    }

    private void run() {
        boolean silent = false;
        try {
            do {
                CountDownLatch answered = new CountDownLatch(1);
                watched.accept(answered::countDown);
                boolean alive = answered.await(periodNs, TimeUnit.NANOSECONDS);
                if (alive) {
                    manager.alive();
                } else if (!silent) {
                    LOG.error("the strike loop gives no sign of life");
                }
                silent = !alive;
            } while (!closed.await(periodNs, TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
