package dev.lightfoot.haptic;

import dev.lightfoot.form.CueKind;
import dev.lightfoot.gait.Foot;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays cues as patterns on one or more motors. The caller's thread drives the first pulse; one timer thread ends it, plays
 * the rest and the beat, and tends motors that are missing. A cue that weighs as much or more pre-empts the one that is
 * playing, a lighter one is passed over, the beat gives way to any. The motors rest after each pattern, when anything is
 * thrown, after three seconds of vibration whatever is asked, and on close. Time is that of the monotonic clock: the wall
 * clock may jump.
 *
 * <p>{@link #play} and {@link #beat} are for one thread and allocate nothing.
 */
public final class PatternHaptic implements Haptic {
    private static final Logger LOG = LoggerFactory.getLogger(PatternHaptic.class);
    private static final long NS_PER_MS = 1_000_000L;
    private static final long NOTHING = 0;
    private static final CueKind[] BY_WEIGHT = {CueKind.RESTORED, CueKind.NUDGE, CueKind.WARNING, CueKind.STOP};
    private static final int LEFT_SIDE = 0;
    private static final int RIGHT_SIDE = 1;
    private static final int BOTH_SIDES = 2;
    /** A beat that is not asked for again ends: no step falls, or nobody hears the pods. */
    private static final long BEAT_LIFE_NS = 3_000_000_000L;

    private static final long TEND_EVERY_NS = 1_000_000_000L;

    private final List<TendedMotor> motors;
    private final VibrationLimit limit = new VibrationLimit();
    private final Thread timer;
    /** What is to be played: a number that rises with each cue, its side, its weight, the strength in percent. */
    private final AtomicLong asked = new AtomicLong(NOTHING);

    private long cueNumber;
    private volatile long beatPeriodNs;
    private volatile long beatEndsNs = Long.MIN_VALUE;
    private volatile boolean closed;

    public PatternHaptic(List<TendedMotor> motors) {
        this.motors = List.copyOf(motors);
        long nowNs = System.nanoTime();
        this.motors.forEach(motor -> motor.tend(nowNs));
        timer = Thread.ofPlatform().name("haptic").daemon().start(this::run);
    }

    @Override
    public boolean play(CueKind cue, Foot foot, float strength) {
        long playing = asked.get();
        if (closed || !timer.isAlive() || (playing != NOTHING && weight(cue) < weightOf(playing))) {
            return false;
        }
        boolean oneSided = cue == CueKind.NUDGE || cue == CueKind.WARNING;
        int side = !oneSided ? BOTH_SIDES : foot == Foot.LEFT ? LEFT_SIDE : RIGHT_SIDE;
        long percent = Math.round(Math.clamp(strength, 0f, 1f) * 100);
        long asking = ++cueNumber << 24 | (long) side << 16 | (long) weight(cue) << 8 | percent;
        boolean driven = limit.allows(System.nanoTime())
                && drive(
                        sideOf(asking),
                        Pattern.of(cue, strengthOf(asking)).steps().get(0).strength());
        asked.set(asking);
        LockSupport.unpark(timer);
        return driven;
    }

    @Override
    public void beat(float cadenceSpm) {
        boolean idle = System.nanoTime() > beatEndsNs;
        beatPeriodNs = (long) (60e9 / Math.clamp(cadenceSpm, 60f, 240f));
        beatEndsNs = System.nanoTime() + BEAT_LIFE_NS;
        if (idle) {
            LockSupport.unpark(timer);
        }
    }

    @Override
    public HapticStatus status() {
        List<HapticStatus> all = motors.stream().map(TendedMotor::status).toList();
        String faults =
                all.stream().map(HapticStatus::fault).filter(Objects::nonNull).collect(Collectors.joining("; "));
        return new HapticStatus(
                all.stream().map(HapticStatus::description).collect(Collectors.joining(", ")),
                faults.isEmpty() ? null : faults,
                asked.get() != NOTHING);
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
        motors.forEach(TendedMotor::close);
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

    private static @Nullable Foot sideOf(long playing) {
        int side = (int) (playing >> 16 & 0xff);
        return side == BOTH_SIDES ? null : side == LEFT_SIDE ? Foot.LEFT : Foot.RIGHT;
    }

    private static float strengthOf(long playing) {
        return (playing & 0xff) / 100f;
    }

    private boolean drive(@Nullable Foot side, float strength) {
        boolean any = false;
        boolean anyOnSide = anyWorksOn(side);
        for (int i = 0; i < motors.size(); i++) {
            TendedMotor motor = motors.get(i);
            if (!anyOnSide || motor.isFor(side)) {
                any |= motor.drive(strength);
            }
        }
        if (any) {
            limit.driven(System.nanoTime());
        }
        return any;
    }

    private boolean anyWorksOn(@Nullable Foot side) {
        for (int i = 0; i < motors.size(); i++) {
            if (motors.get(i).isFor(side) && motors.get(i).works()) {
                return true;
            }
        }
        return false;
    }

    /** Where no motor of this side works, the others stand in for it and go on. */
    private void restOthers(@Nullable Foot side) {
        boolean needed = !anyWorksOn(side);
        for (TendedMotor motor : motors) {
            if (!needed && !motor.isFor(side)) {
                motor.rest();
            }
        }
    }

    private void rest() {
        for (int i = 0; i < motors.size(); i++) {
            motors.get(i).rest();
        }
        limit.rested(System.nanoTime());
    }

    private void run() {
        try {
            while (!closed) {
                turnSafely();
            }
        } finally {
            rest();
        }
    }

    private void turnSafely() {
        try {
            turn();
        } catch (RuntimeException e) {
            rest();
            asked.set(NOTHING);
            LOG.error("playing a cue failed", e);
        }
    }

    private void turn() {
        long playing = asked.get();
        long nowNs = System.nanoTime();
        if (playing != NOTHING) {
            play(playing);
        } else if (nowNs < beatEndsNs) {
            beatOnce();
        } else {
            for (TendedMotor motor : motors) {
                motor.tend(nowNs);
            }
            if (asked.get() == NOTHING && System.nanoTime() >= beatEndsNs && !closed) {
                LockSupport.parkNanos(this, TEND_EVERY_NS);
            }
        }
    }

    private void beatOnce() {
        long nextNs = System.nanoTime() + beatPeriodNs;
        drive(null, Pattern.BEAT.strength());
        parkUntil(NOTHING, System.nanoTime() + Pattern.BEAT.durationMs() * NS_PER_MS);
        if (isStill(NOTHING)) {
            rest();
            parkUntil(NOTHING, nextNs);
        }
    }

    private void play(long playing) {
        List<Step> steps =
                Pattern.of(BY_WEIGHT[weightOf(playing)], strengthOf(playing)).steps();
        restOthers(sideOf(playing));
        for (int i = 0; i < steps.size() && isStill(playing); i++) {
            Step step = steps.get(i);
            if (step.strength() == 0 || !limit.allows(System.nanoTime())) {
                rest();
            } else if (i > 0 || !limit.isDriven()) {
                drive(sideOf(playing), step.strength());
            }
            parkUntil(playing, System.nanoTime() + step.durationMs() * NS_PER_MS);
        }
        if (isStill(playing)) {
            rest();
            asked.compareAndSet(playing, NOTHING);
        }
    }

    private void parkUntil(long playing, long endNs) {
        long leftNs = endNs - System.nanoTime();
        while (leftNs > 0 && isStill(playing)) {
            LockSupport.parkNanos(this, leftNs);
            leftNs = endNs - System.nanoTime();
        }
    }

    private boolean isStill(long playing) {
        return !closed && asked.get() == playing;
    }
}
