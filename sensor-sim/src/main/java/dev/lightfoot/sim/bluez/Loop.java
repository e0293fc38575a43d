package dev.lightfoot.sim.bluez;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The one thread on which everything of the virtual daemon happens, with timers. */
final class Loop implements AutoCloseable {
    static final Timer NO_TIMER = () -> {};
    private static final long TIME_LIMIT_S = 10;
    private final ScheduledThreadPoolExecutor executor;

    /** A task that will run, unless it is cancelled. */
    interface Timer {
        void cancel();
    }

    Loop() {
        executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("bluez-loop").factory());
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    long nowNs() {
        return System.nanoTime();
    }

    void execute(Runnable task) {
        try {
            executor.execute(() -> guarded(task));
        } catch (RejectedExecutionException ended) {
            System.getLogger(Loop.class.getName()).log(System.Logger.Level.DEBUG, "after the end of the loop");
        }
    }

    /** Runs a task after a delay; one that comes when the loop has ended is passed over. */
    Timer after(long delayNs, Runnable task) {
        try {
            Future<?> scheduled = executor.schedule(() -> guarded(task), delayNs, TimeUnit.NANOSECONDS);
            return () -> scheduled.cancel(false);
        } catch (RejectedExecutionException ended) {
            return NO_TIMER;
        }
    }

    /** Runs a task on the loop and waits for it; used from outside, never on the loop. */
    <T> T call(Callable<T> task) {
        try {
            return executor.submit(task).get(TIME_LIMIT_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            throw new IllegalStateException("the virtual BlueZ did not do it: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            System.getLogger(Loop.class.getName()).log(System.Logger.Level.ERROR, "in the virtual BlueZ", e);
        }
    }
}
