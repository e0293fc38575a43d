package dev.lightfoot.haptic;

import dev.lightfoot.form.CueKind;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Plays cues as patterns on a motor. The caller's thread drives the first pulse; one timer thread ends it and plays the
 * rest. A cue that weighs as much or more pre-empts the one that is playing, a lighter one is passed over. The motor rests
 * after each pattern, and on close.
 *
 * <p>{@link #play} is for one thread and allocates nothing.
 */
public final class PatternHaptic implements Haptic {
    private static final long NS_PER_MS = 1_000_000L;
    private static final long NOTHING = 0;
    private static final CueKind[] BY_WEIGHT = {CueKind.RESTORED, CueKind.NUDGE, CueKind.WARNING, CueKind.STOP};

    private final Motor motor;
    private final Thread timer;
    /** What is to be played: a number that rises with each cue, its weight, the strength in percent; NOTHING when idle. */
    private final AtomicLong asked = new AtomicLong(NOTHING);

    private long cueNumber;
    private volatile boolean closed;

    public PatternHaptic(Motor motor) {
        this.motor = motor;
        timer = Thread.ofPlatform().name("haptic").daemon().start(this::playAll);
    }

    @Override
    public void play(CueKind cue, float strength) {
        long playing = asked.get();
        if (closed || (playing != NOTHING && weight(cue) < weightOf(playing))) {
            return;
        }
        motor.drive(strength);
        long percent = Math.round(Math.clamp(strength, 0f, 1f) * 100);
        asked.set(++cueNumber << 16 | (long) weight(cue) << 8 | percent);
        LockSupport.unpark(timer);
    }

    @Override
    public String description() {
        return motor.description();
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(timer);
        try {
            timer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        motor.rest();
        motor.close();
    }

    private static int weight(CueKind cue) {
        return switch (cue) {
            case RESTORED -> 0;
            case NUDGE -> 1;
            case WARNING -> 2;
            case STOP -> 3;
        };
    }

    private static int weightOf(long playing) {
        return (int) (playing >> 8 & 0xff);
    }

    private static CueKind cueOf(long playing) {
        return BY_WEIGHT[weightOf(playing)];
    }

    private static float strengthOf(long playing) {
        return (playing & 0xff) / 100f;
    }

    private void playAll() {
        while (!closed) {
            long playing = asked.get();
            if (playing == NOTHING) {
                LockSupport.park(this);
            } else {
                play(playing);
            }
        }
    }

    private void play(long playing) {
        int[] stepsMs = Pattern.of(cueOf(playing), strengthOf(playing));
        for (int i = 0; i < stepsMs.length && isStill(playing); i++) {
            if (i % 2 == 0) {
                motor.drive(strengthOf(playing));
            } else {
                motor.rest();
            }
            parkWhile(playing, stepsMs[i] * NS_PER_MS);
        }
        if (isStill(playing)) {
            motor.rest();
            asked.compareAndSet(playing, NOTHING);
        }
    }

    private void parkWhile(long playing, long durationNs) {
        long endNs = System.nanoTime() + durationNs;
        for (long leftNs = durationNs; leftNs > 0 && isStill(playing); leftNs = endNs - System.nanoTime()) {
            LockSupport.parkNanos(this, leftNs);
        }
    }

    private boolean isStill(long playing) {
        return !closed && asked.get() == playing;
    }
}
