package dev.lightfoot.pod;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A count that one thread writes and any may read. */
final class Tally {
    private static final VarHandle COUNT = countHandle();

    @SuppressWarnings("unused") // written through the handle
    private long count;

    void add(long more) {
        set(count + more);
    }

    void set(long value) {
        COUNT.setRelease(this, value);
    }

    long count() {
        return (long) COUNT.getAcquire(this);
    }

    private static VarHandle countHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(Tally.class, "count", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
