package dev.lightfoot.haptic;

import dev.lightfoot.form.CueKind;
import dev.lightfoot.gait.Foot;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Shows cues as lines on a terminal: a bar as long as each pulse would be felt. Printing has a thread of its own. */
public final class TerminalHaptic implements Haptic {
    private static final int WAITING_AT_MOST = 16;
    private static final int MS_PER_BLOCK = 60;

    private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(WAITING_AT_MOST);
    private final PrintStream out;
    private final Thread printer;

    public TerminalHaptic(PrintStream out) {
        this.out = out;
        printer = Thread.ofPlatform().name("haptic").daemon().start(this::printAll);
    }

    @Override
    public boolean play(CueKind cue, Foot foot, float strength) {
        return lines.offer(line(cue, strength));
    }

    /** A beat of three a second would bury the cues: it is not shown. */
    @Override
    public void beat(float cadenceSpm) {}

    static String line(CueKind cue, float strength) {
        StringBuilder bar = new StringBuilder();
        for (Step step : Pattern.of(cue, strength).steps()) {
            bar.repeat(step.strength() > 0 ? '#' : ' ', Math.max(1, step.durationMs() / MS_PER_BLOCK));
        }
        return "  bzz " + cue.name().toLowerCase(Locale.ROOT) + " " + bar;
    }

    @Override
    public HapticStatus status() {
        return new HapticStatus("terminal", null, false);
    }

    @Override
    public void close() {
        printer.interrupt();
        try {
            printer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lines.forEach(out::println);
    }

    private void printAll() {
        try {
            while (true) {
                out.println(lines.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
