package dev.lightfoot.haptic;

import dev.lightfoot.gait.Foot;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An actuator that may be missing or break: opened by {@link #tend}, and again every few seconds after it failed; meanwhile
 * it is passed over. What is wrong is logged once. Thread-safe; the lock is held for one call to the actuator at most, and
 * while one that is missing is opened only the status waits.
 */
public final class TendedMotor {
    private static final Logger LOG = LoggerFactory.getLogger(TendedMotor.class);
    private static final long RETRY_NS = 5_000_000_000L;

    /** Opens an actuator, at rest. */
    public interface Opening {
        Motor open() throws HapticException;
    }

    private final String name;
    private final @Nullable Foot side;
    private final Opening opening;
    private @Nullable Motor motor;
    private @Nullable String fault = "not opened yet";
    private boolean told;
    private boolean tried;
    private long triedNs;
    private boolean closed;

    /**
     * An actuator to be.
     *
     * @param name what it is and where it is wired, also while it cannot be opened
     * @param side on which it is worn; null for one that is felt whichever foot is meant
     */
    public TendedMotor(String name, @Nullable Foot side, Opening opening) {
        this.name = name;
        this.side = side;
        this.opening = opening;
    }

    /** Opens it if that is due, and logs what is wrong. */
    void tend(long nowNs) {
        open(nowNs);
        tellFault();
    }

    private void open(long nowNs) {
        synchronized (this) {
            boolean due = !tried || nowNs - triedNs >= RETRY_NS;
            if (closed || motor != null || !due) {
                return;
            }
            tried = true;
            triedNs = nowNs;
        }
        try {
            opened(opening.open());
        } catch (HapticException | RuntimeException e) {
            failed("cannot be opened: " + e.getMessage());
        }
    }

    private synchronized void opened(Motor opened) {
        if (closed) {
            opened.close();
            return;
        }
        motor = opened;
        fault = null;
        if (told) {
            told = false;
            LOG.info("{} works again", name);
        }
    }

    private synchronized void failed(String what) {
        fault = name + " " + what;
    }

    private synchronized void tellFault() {
        if (fault != null && !told) {
            told = true;
            LOG.error("{}; cues go on without it, it is tried again every {} s", fault, RETRY_NS / 1_000_000_000L);
        }
    }

    boolean isFor(@Nullable Foot foot) {
        return side == null || foot == null || side == foot;
    }

    /** Drives it; false when it does not work. */
    synchronized boolean drive(float strength) {
        Motor driven = motor;
        if (driven == null || driven.fault() != null) {
            return false;
        }
        try {
            driven.drive(strength);
            return true;
        } catch (RuntimeException e) {
            broken(driven, "does not drive: ", e);
            return false;
        }
    }

    synchronized void rest() {
        Motor resting = motor;
        if (resting != null) {
            try {
                resting.rest();
            } catch (RuntimeException e) {
                broken(resting, "does not rest: ", e);
            }
        }
    }

    private void broken(Motor broken, String what, RuntimeException e) {
        motor = null;
        failed(what + e.getMessage());
        close(broken);
    }

    private static void close(Motor broken) {
        try {
            broken.close();
        } catch (RuntimeException e) {
            LOG.debug("closing a broken actuator failed too", e);
        }
    }

    synchronized boolean works() {
        return motor != null && motor.fault() == null;
    }

    synchronized HapticStatus status() {
        Motor open = motor;
        String passing = open == null ? null : open.fault();
        return new HapticStatus(
                open == null ? name : open.description(), passing == null ? fault : name + " " + passing, false);
    }

    synchronized void close() {
        closed = true;
        Motor open = motor;
        motor = null;
        if (open != null) {
            close(open);
        }
    }
}
