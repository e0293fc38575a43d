package dev.lightfoot.history;

import dev.lightfoot.event.Event;
import dev.lightfoot.event.EventOf;
import dev.lightfoot.form.Cue;
import dev.lightfoot.form.CueAnswer;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.Stance;
import dev.lightfoot.gait.Strike;
import dev.lightfoot.loop.Judge;
import dev.lightfoot.loop.JudgeListener;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.Scenario;
import dev.lightfoot.sim.runner.Segment;
import dev.lightfoot.sim.runner.Technique;
import java.util.ArrayList;
import java.util.List;

/** What the judge says of a simulated runner, in the order it is said; times are microseconds from the scenario's start. */
public final class SimulatedEvents implements JudgeListener {
    private static final double SAMPLE_RATE_HZ = 104;

    private final EventOf eventOf = new EventOf(0);
    private final List<Event> events = new ArrayList<>();

    private SimulatedEvents() {}

    /** An hour: good form that slides away twice, with walk breaks. */
    public static Scenario hour() {
        return new Scenario(
                "hour",
                "An hour that slides away twice",
                List.of(
                        Segment.stand(3),
                        Segment.run(1_200, Technique.GOOD),
                        Segment.slide(600, Technique.GOOD, Technique.JOG),
                        Segment.jog(60),
                        Segment.walk(120),
                        Segment.run(900, Technique.GOOD),
                        Segment.slide(420, Technique.GOOD, Technique.JOG),
                        Segment.walk(60),
                        Segment.run(237, Technique.GOOD)));
    }

    public static List<Event> of(Scenario scenario, long seed) {
        SimulatedEvents told = new SimulatedEvents();
        Judge judge = new Judge(FormSettings.defaults(), told);
        Body body = new Body(scenario, seed);
        ImuReading reading = new ImuReading();
        for (long i = 0; i / SAMPLE_RATE_HZ < scenario.seconds(); i++) {
            long timeNs = (long) (i * 1e9 / SAMPLE_RATE_HZ);
            for (Foot foot : Foot.values()) {
                (foot == Foot.LEFT ? body.left() : body.right()).read(timeNs, reading);
                judge.sample(
                        foot,
                        timeNs,
                        (float) reading.accXMps2,
                        (float) reading.accYMps2,
                        (float) reading.accZMps2,
                        (float) reading.gyroXRadPerS,
                        (float) reading.gyroYRadPerS,
                        (float) reading.gyroZRadPerS);
            }
        }
        return told.events;
    }

    /** The same event so much later, its strike angle so much higher. */
    public static Event moved(Event event, long byUs, float higherDeg) {
        return switch (event) {
            case Event.Struck e ->
                new Event.Struck(
                        e.foot(),
                        e.contactUs() + byUs,
                        e.decidedUs() + byUs,
                        e.pattern(),
                        e.confidence(),
                        e.strikeAngleDeg() == null ? null : Float.valueOf(e.strikeAngleDeg() + higherDeg));
            case Event.Stood e ->
                new Event.Stood(
                        e.foot(),
                        e.contactUs() + byUs,
                        e.terminalContactUs() + byUs,
                        e.contactTimeMs(),
                        e.flightTimeMs(),
                        e.flightTimeEstimated(),
                        e.dutyFactor(),
                        e.cadenceSpm(),
                        e.gait());
            case Event.Formed e -> new Event.Formed(e.timeUs() + byUs, e.state(), e.joggingScore(), e.rearfootShare());
            case Event.Cued e ->
                new Event.Cued(
                        e.timeUs() + byUs,
                        e.cue(),
                        e.foot(),
                        e.strength(),
                        e.reason(),
                        e.delivery(),
                        e.joggingScore(),
                        e.strikeAngleDeg(),
                        e.dutyFactor(),
                        e.cadenceSpm(),
                        e.timeUs() + byUs + 300,
                        e.timeUs() + byUs + 350);
            case Event.Answered e ->
                new Event.Answered(
                        e.timeUs() + byUs,
                        e.cueUs() + byUs,
                        e.cue(),
                        e.response(),
                        e.scoreBefore(),
                        e.scoreAfter(),
                        e.strikes());
            case Event.Learned e ->
                new Event.Learned(
                        e.timeUs() + byUs, e.strikeAngleDeg(), e.dutyFactor(), e.cadenceSpm(), e.calibrated());
            case Event.Mounted e ->
                new Event.Mounted(e.timeUs() + byUs, e.foot(), e.state(), e.reason(), e.calibration());
            case Event.Linked e -> e;
        };
    }

    @Override
    public void strike(Strike strike) {
        events.add(eventOf.strike(strike));
    }

    @Override
    public void stance(Stance stance, GaitKind gait) {
        events.add(eventOf.stance(stance, gait));
    }

    @Override
    public void formChanged(FormState state, long timeNs, float joggingScore, float rearfootShare) {
        events.add(eventOf.form(state, timeNs, joggingScore, rearfootShare));
    }

    @Override
    public void cue(Cue cue) {
        events.add(eventOf.cue(cue, EventOf.NO_TIME_NS, EventOf.NO_TIME_NS));
    }

    @Override
    public void answered(CueAnswer answer) {
        events.add(eventOf.answer(answer));
    }

    @Override
    public void learned(float strikeAngleDeg, float dutyFactor, float cadenceSpm, boolean calibrated, long timeNs) {
        events.add(eventOf.learned(strikeAngleDeg, dutyFactor, cadenceSpm, calibrated, timeNs));
    }
}
