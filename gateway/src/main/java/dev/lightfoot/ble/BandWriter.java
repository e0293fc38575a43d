package dev.lightfoot.ble;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * Brings the levels that are asked of a wristband to it over one link, on a thread of its own: first 0, whatever became of the
 * link before, then always the newest, until a write fails or it is ended. {@link #wake} is for any thread, the rest for the
 * supervisor's.
 */
final class BandWriter {
    /** The way to the band; a write blocks. */
    interface Way {
        void write(int level) throws BluezException;
    }

    private static final int NOTHING = -1;

    private final Way way;
    private final IntSupplier asked;
    private final Runnable rests;
    private final Consumer<BluezException> failed;
    private final Thread thread = Thread.ofPlatform().name("wristband").daemon().unstarted(this::run);
    private volatile int told = NOTHING;
    private volatile boolean writing;
    private volatile long writingSinceNs;
    private volatile boolean ended;

    /**
     * Nothing is written before {@link #start}.
     *
     * @param rests hears, on the writer's thread, that the first 0 was taken
     * @param failed hears, on the writer's thread, what ended it
     */
    BandWriter(Way way, IntSupplier asked, Runnable rests, Consumer<BluezException> failed) {
        this.way = way;
        this.asked = asked;
        this.rests = rests;
        this.failed = failed;
    }

    void start() {
        thread.start();
    }

    /** Something else may be asked now. */
    void wake() {
        LockSupport.unpark(thread);
    }

    /** Writes no more, once it has come back from what it writes. */
    void end() {
        ended = true;
        wake();
    }

    /** Whether 0 was the last the band took, and nothing is under way. */
    boolean rested() {
        return told == 0 && !writing;
    }

    /** Whether a write has not come back for so long. */
    boolean hangs(long limitNs, long nowNs) {
        return writing && nowNs - writingSinceNs > limitNs;
    }

    private void run() {
        try {
            tell(0);
            rests.run();
            while (!ended) {
                int level = asked.getAsInt();
                if (level == told) {
                    LockSupport.park(this);
                } else {
                    tell(level);
                }
            }
        } catch (BluezException e) {
            failed.accept(e);
        } catch (RuntimeException e) {
            failed.accept(new BluezException("writing Alert Level broke", e));
        }
    }

    private void tell(int level) throws BluezException {
        writingSinceNs = System.nanoTime();
        writing = true;
        way.write(level);
        told = level;
        writing = false;
    }
}
