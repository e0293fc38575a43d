package dev.lightfoot.replay;

import dev.lightfoot.event.EventJson;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.gait.Foot;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints what a replay tells as JSON lines. */
public final class ReplayCommand {
    private final FormSettings settings;

    public ReplayCommand(FormSettings settings) {
        this.settings = settings;
    }

    /** Returns the exit code: 0 fine, 1 when a trace cannot be read. */
    public int run(List<Path> files, @Nullable Foot foot, PrintStream out, PrintStream err) {
        try {
            Replay replay = new Replay(settings, event -> out.println(EventJson.line(event)));
            out.println(replay.play(files, foot).line());
            out.flush();
            return 0;
        } catch (TraceException e) {
            out.flush();
            err.println("lightfoot: " + e.getMessage());
            return 1;
        }
    }
}
