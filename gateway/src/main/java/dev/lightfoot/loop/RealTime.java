package dev.lightfoot.loop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs something on a thread that goes before all ordinary ones, where the system allows it; says once what came of it.
 * Below the kernel's own threads for interrupts, which stand at 50.
 */
public final class RealTime implements Runnable {
    static final int PRIORITY = 20;
    private static final Logger LOG = LoggerFactory.getLogger(RealTime.class);

    private final Runnable task;

    public RealTime(Runnable task) {
        this.task = task;
    }

    @Override
    public void run() {
        Posix posix = new Posix();
        if (posix.firstInFirstOut(PRIORITY)) {
            LOG.info("the strike loop runs at real-time priority {}", PRIORITY);
        } else {
            LOG.info(
                    "no real-time priority for the strike loop (error number {}): allow it with LimitRTPRIO={} in the"
                            + " service, or rtprio in limits.conf",
                    posix.errno(),
                    PRIORITY);
        }
        task.run();
    }
}
