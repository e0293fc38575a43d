package dev.lightfoot.replay;

import dev.lightfoot.event.Event;
import dev.lightfoot.event.EventOf;
import dev.lightfoot.form.Cue;
import dev.lightfoot.form.CueAnswer;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.MountCalibration;
import dev.lightfoot.gait.MountReason;
import dev.lightfoot.gait.MountState;
import dev.lightfoot.gait.Stance;
import dev.lightfoot.gait.Strike;
import dev.lightfoot.loop.Judge;
import dev.lightfoot.loop.JudgeListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Plays one or two traces through the judge in time order and tells the events on the traces' own clock. */
public final class Replay {
    private static final long NS_PER_US = 1000;

    private final FormSettings settings;
    private final Consumer<Event> events;
    private final long offsetUs;
    private final ReplaySummary summary = new ReplaySummary();

    public Replay(FormSettings settings, Consumer<Event> events) {
        this(settings, 0, events);
    }

    /** @param offsetUs from the traces' clock to that of the events */
    public Replay(FormSettings settings, long offsetUs, Consumer<Event> events) {
        this.settings = settings;
        this.offsetUs = offsetUs;
        this.events = events;
    }

    /**
     * Plays the traces to their ends.
     *
     * @param foot the foot of the first trace, for one that names none or the wrong one; null = as the trace says
     */
    public ReplaySummary play(List<Path> files, @Nullable Foot foot) throws TraceException {
        List<Trace> traces = new ArrayList<>();
        try {
            List<Foot> feet = new ArrayList<>();
            for (Path file : files) {
                Trace trace = Trace.open(file);
                traces.add(trace);
                feet.add(footOf(trace, file, feet.isEmpty() ? foot : null));
            }
            if (EnumSet.copyOf(feet).size() != feet.size()) {
                throw new TraceException(
                        "both traces are of the " + feet.getFirst().name().toLowerCase(java.util.Locale.ROOT)
                                + " foot: name the first one's foot with --foot");
            }
            merge(traces, feet);
            return summary;
        } finally {
            for (Trace trace : traces) {
                close(trace);
            }
        }
    }

    private static Foot footOf(Trace trace, Path file, @Nullable Foot asked) throws TraceException {
        Foot foot = asked != null ? asked : trace.foot();
        if (foot == null) {
            throw new TraceException(file + ": names no foot: add '# foot: left' to it, or use --foot left|right");
        }
        return foot;
    }

    private void merge(List<Trace> traces, List<Foot> feet) throws TraceException {
        Judge judge = new Judge(settings, new Teller());
        boolean[] more = new boolean[traces.size()];
        for (int i = 0; i < more.length; i++) {
            more[i] = traces.get(i).next();
        }
        for (int i = earliest(traces, more); i >= 0; i = earliest(traces, more)) {
            Trace trace = traces.get(i);
            summary.sampleAt(trace.timeUs());
            judge.sample(
                    feet.get(i),
                    trace.timeUs() * NS_PER_US,
                    trace.value(1),
                    trace.value(2),
                    trace.value(3),
                    trace.value(4),
                    trace.value(5),
                    trace.value(6));
            more[i] = trace.next();
        }
        for (Trace trace : traces) {
            summary.reject(trace.rejectedLines());
        }
    }

    private static int earliest(List<Trace> traces, boolean[] more) {
        int earliest = -1;
        for (int i = 0; i < more.length; i++) {
            if (more[i]
                    && (earliest < 0
                            || traces.get(i).timeUs() < traces.get(earliest).timeUs())) {
                earliest = i;
            }
        }
        return earliest;
    }

    private static void close(Trace trace) throws TraceException {
        try {
            trace.close();
        } catch (IOException e) {
            throw new TraceException("a trace cannot be closed: " + e.getMessage(), e);
        }
    }

    private void tell(Event event) {
        summary.count(event);
        events.accept(event);
    }

    private final class Teller implements JudgeListener {
        private final EventOf eventOf = new EventOf(offsetUs * NS_PER_US);

        @Override
        public void strike(Strike strike) {
            tell(eventOf.strike(strike));
        }

        @Override
        public void stance(Stance stance, GaitKind gait) {
            tell(eventOf.stance(stance, gait));
        }

        @Override
        public void mount(
                Foot foot, long timeNs, MountState state, MountReason reason, @Nullable MountCalibration calibration) {
            tell(eventOf.mount(foot, timeNs, state, reason, calibration));
        }

        @Override
        public void formChanged(FormState state, long timeNs, float joggingScore, float rearfootShare) {
            tell(eventOf.form(state, timeNs, joggingScore, rearfootShare));
        }

        @Override
        public void cue(Cue cue) {
            tell(eventOf.cue(cue, EventOf.NO_TIME_NS, EventOf.NO_TIME_NS));
        }

        @Override
        public void answered(CueAnswer answer) {
            tell(eventOf.answer(answer));
        }

        @Override
        public void learned(float strikeAngleDeg, float dutyFactor, float cadenceSpm, boolean calibrated, long timeNs) {
            tell(eventOf.learned(strikeAngleDeg, dutyFactor, cadenceSpm, calibrated, timeNs));
        }
    }
}
