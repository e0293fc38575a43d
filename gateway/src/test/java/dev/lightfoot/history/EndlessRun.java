package dev.lightfoot.history;

import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import java.nio.file.Path;
import java.time.Duration;

/** A process that keeps strikes, 50 to a second of their own time, and says after each tick how far it was told. */
final class EndlessRun {
    private EndlessRun() {}

    public static void main(String[] args) throws HistoryException {
        HistorySettings settings = new HistorySettings(Path.of(args[0]), Duration.ofMinutes(10), 1_000);
        long firstUs = Long.parseLong(args[1]);
        History history = History.open(settings, Stride.START_US + firstUs);
        for (long afterUs = firstUs; ; afterUs += 20_000) {
            history.accept(Stride.strike(afterUs, Foot.LEFT, StrikePattern.MIDFOOT));
            history.tick(Stride.START_US + afterUs);
            System.out.println(afterUs);
        }
    }
}
