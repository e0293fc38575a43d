package dev.lightfoot.haptic;

import dev.lightfoot.form.CueKind;
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
    public void play(CueKind cue, float strength) {
        boolean shown = lines.offer(line(cue, strength));
        assert shown || lines.remainingCapacity() == 0;
    }

    static String line(CueKind cue, float strength) {
        StringBuilder bar = new StringBuilder();
        int[] stepsMs = Pattern.of(cue, strength);
        for (int i = 0; i < stepsMs.length; i++) {
            bar.repeat(i % 2 == 0 ? '#' : ' ', Math.max(1, stepsMs[i] / MS_PER_BLOCK));
        }
        return "  bzz " + cue.name().toLowerCase(Locale.ROOT) + " " + bar;
    }

    @Override
    public String description() {
        return "terminal";
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
