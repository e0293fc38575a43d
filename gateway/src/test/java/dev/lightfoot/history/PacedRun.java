package dev.lightfoot.history;

import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.FormState;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that keeps a run without end, some times faster than it is run, and prints the time of the last strike of each
 * second that is committed. Its strikes come every {@value #STRIKE_US} us of the run's time.
 */
final class PacedRun {
    static final long STRIKE_US = 350_000;

    private static final long TICK_US = 1_000_000;

    private PacedRun() {}

    public static void main(String[] args) throws HistoryException {
        long firstUs = Long.parseLong(args[1]);
        int haste = Integer.parseInt(args[2]);
        HistorySettings settings = new HistorySettings(Path.of(args[0]), Duration.ofMinutes(10), 10_000);
        History history = History.open(settings, Stride.START_US + firstUs);
        long startedNs = System.nanoTime();
        long nextTickUs = firstUs;
        for (long afterUs = firstUs; ; afterUs += STRIKE_US) {
            long waitNs = (afterUs - firstUs) * 1_000 / haste - (System.nanoTime() - startedNs);
            if (waitNs > 0) {
                LockSupport.parkNanos(waitNs);
            }
            keep(history, afterUs);
            if (afterUs >= nextTickUs) {
                long failed = history.failedCommits();
                history.tick(Stride.START_US + afterUs);
                nextTickUs = afterUs + TICK_US;
                if (history.failedCommits() == failed) {
                    System.out.println(afterUs);
                }
            }
        }
    }

    private static void keep(History history, long afterUs) {
        Foot foot = afterUs / STRIKE_US % 2 == 0 ? Foot.LEFT : Foot.RIGHT;
        history.accept(Stride.strike(afterUs, foot, StrikePattern.REARFOOT));
        history.accept(Stride.stance(afterUs, foot));
        if (afterUs / STRIKE_US % 40 == 0) {
            history.accept(Stride.form(afterUs, afterUs / STRIKE_US % 80 == 0 ? FormState.GOOD : FormState.JOGGING));
            history.accept(Stride.cue(afterUs, CueKind.WARNING));
        }
    }
}
