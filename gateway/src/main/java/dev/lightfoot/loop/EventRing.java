package dev.lightfoot.loop;

import dev.lightfoot.event.Event;
import dev.lightfoot.event.EventOf;
import dev.lightfoot.form.Cue;
import dev.lightfoot.form.CueAnswer;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.MountCalibration;
import dev.lightfoot.gait.MountReason;
import dev.lightfoot.gait.MountState;
import dev.lightfoot.gait.Stance;
import dev.lightfoot.gait.Strike;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What the strike loop said, on its way to the keeper: a bounded ring of preallocated slots for one producer and one
 * consumer. The producer never waits and allocates nothing; what does not fit is dropped and counted.
 */
public final class EventRing {
    private final EventSlot[] slots;
    private final int mask;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private volatile @Nullable Thread consumer;
    private boolean unannounced;

    /** @param capacity a power of two; a runner makes about 12 events a second */
    public EventRing(int capacity) {
        if (Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("ring capacity " + capacity + " is not a power of two");
        }
        slots = new EventSlot[capacity];
        for (int i = 0; i < capacity; i++) {
            slots[i] = new EventSlot();
        }
        mask = capacity - 1;
    }

    void strike(Strike strike) {
        EventSlot slot = free();
        if (slot != null) {
            slot.strike(strike);
            publish();
        }
    }

    void stance(Stance stance, GaitKind gait) {
        EventSlot slot = free();
        if (slot != null) {
            slot.stance(stance, gait);
            publish();
        }
    }

    void form(FormState state, long timeNs, float joggingScore, float rearfootShare) {
        EventSlot slot = free();
        if (slot != null) {
            slot.form(state, timeNs, joggingScore, rearfootShare);
            publish();
        }
    }

    void mount(Foot foot, long timeNs, MountState state, MountReason reason, @Nullable MountCalibration calibration) {
        EventSlot slot = free();
        if (slot != null) {
            slot.mount(foot, timeNs, state, reason, calibration);
            publish();
        }
    }

    void cue(Cue cue, long decidedNs, long pinNs) {
        EventSlot slot = free();
        if (slot != null) {
            slot.cue(cue, decidedNs, pinNs);
            publish();
        }
    }

    void answer(CueAnswer answer) {
        EventSlot slot = free();
        if (slot != null) {
            slot.answer(answer);
            publish();
        }
    }

    void learned(float strikeAngleDeg, float dutyFactor, float cadenceSpm, boolean calibrated, long timeNs) {
        EventSlot slot = free();
        if (slot != null) {
            slot.learned(strikeAngleDeg, dutyFactor, cadenceSpm, calibrated, timeNs);
            publish();
        }
    }

    private @Nullable EventSlot free() {
        long next = written.getPlain();
        if (next - taken.get() > mask) {
            dropped.lazySet(dropped.getPlain() + 1);
            return null;
        }
        return slots[(int) next & mask];
    }

    private void publish() {
        written.setRelease(written.getPlain() + 1);
        unannounced = true;
    }

    /** Wakes the consumer if something was put since the last time; for the producer. */
    void wakeConsumer() {
        if (unannounced) {
            unannounced = false;
            LockSupport.unpark(consumer);
        }
    }

    /** Names the thread that takes; for the consumer. */
    void consumedBy(Thread thread) {
        consumer = thread;
    }

    /** Takes the oldest event, or null when there is none; for the consumer. */
    @Nullable
    Event take(EventOf eventOf) {
        long next = taken.getPlain();
        if (next == written.getAcquire()) {
            return null;
        }
        Event event = slots[(int) next & mask].event(eventOf);
        taken.setRelease(next + 1);
        return event;
    }

    /** How many events did not fit. */
    public long dropped() {
        return dropped.get();
    }
}
