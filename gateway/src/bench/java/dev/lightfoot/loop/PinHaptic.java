package dev.lightfoot.loop;

import dev.lightfoot.form.CueKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.haptic.Haptic;
import dev.lightfoot.haptic.HapticStatus;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Stands for the pin: each cue is one system call, a write of eight bytes, as a GPIO line takes. */
final class PinHaptic implements Haptic {
    private static final long COUNTER_BYTES = 8;

    private final Posix posix = new Posix();
    private final int eventFd = posix.eventFd();
    private final MemorySegment one = Arena.ofAuto().allocate(COUNTER_BYTES, COUNTER_BYTES);

    PinHaptic() {
        one.set(java.lang.foreign.ValueLayout.JAVA_LONG, 0, 1);
    }

    @Override
    public boolean play(CueKind cue, Foot foot, float strength) {
        return posix.write(eventFd, one.address(), COUNTER_BYTES) == COUNTER_BYTES;
    }

    @Override
    public void beat(float cadenceSpm) {}

    @Override
    public HapticStatus status() {
        return new HapticStatus("eventfd", null, false);
    }

    @Override
    public void close() {
        posix.close(eventFd);
    }
}
