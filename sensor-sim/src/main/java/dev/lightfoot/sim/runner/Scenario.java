package dev.lightfoot.sim.runner;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run as a list of segments; behind the last one the runner stands. */
public record Scenario(String name, String description, List<Segment> segments) {
    /** Part of the way from good to jogging at which form begins to drift, and at which it has become jogging. */
    private static final double DRIFTING_FROM = 0.35;

    private static final double JOGGING_FROM = 0.8;

    public Scenario {
        segments = List.copyOf(segments);
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("scenario " + name + " has no segments");
        }
    }

    public double seconds() {
        return segments.stream().mapToDouble(Segment::seconds).sum();
    }

    /** The gait at a time in seconds since the start. */
    public Gait gaitAt(double timeS) {
        At at = at(timeS);
        return at == null ? Gait.STANDING : at.segment().gait();
    }

    /** The technique asked for at a time in seconds since the start. */
    public Technique techniqueAt(double timeS) {
        At at = at(timeS);
        return at == null ? Technique.WALK : at.segment().technique(at.part());
    }

    /** Where the way leads at a time in seconds since the start. */
    public Course courseAt(double timeS) {
        At at = at(timeS);
        return at == null ? Course.LEVEL : at.segment().course();
    }

    /** What the form is by intention at a time in seconds since the start. */
    public FormTruth formAt(double timeS) {
        At at = at(timeS);
        if (at == null) {
            return FormTruth.STANDING;
        }
        return switch (at.segment().gait()) {
            case STANDING -> FormTruth.STANDING;
            case WALKING -> FormTruth.WALKING;
            case JOGGING -> FormTruth.JOGGING;
            case RUNNING -> ofSlide(slid(at.segment().technique(at.part())));
        };
    }

    private static FormTruth ofSlide(double slid) {
        if (slid >= JOGGING_FROM) {
            return FormTruth.JOGGING;
        }
        return slid >= DRIFTING_FROM ? FormTruth.DRIFTING : FormTruth.GOOD;
    }

    /** How far a technique has gone from good to jogging: the least of angle, duty factor and cadence, all must go. */
    private static double slid(Technique technique) {
        Technique good = Technique.GOOD;
        Technique jog = Technique.JOG;
        double angle =
                (technique.strikeAngleDeg() - good.strikeAngleDeg()) / (jog.strikeAngleDeg() - good.strikeAngleDeg());
        double duty = (technique.dutyFactor() - good.dutyFactor()) / (jog.dutyFactor() - good.dutyFactor());
        double cadence = (technique.cadenceSpm() - good.cadenceSpm()) / (jog.cadenceSpm() - good.cadenceSpm());
        return Math.min(angle, Math.min(duty, cadence));
    }

    private record At(Segment segment, double part) {}

    private @Nullable At at(double timeS) {
        double startS = 0;
        for (Segment segment : segments) {
            if (timeS < startS + segment.seconds()) {
                return new At(segment, (timeS - startS) / segment.seconds());
            }
            startS += segment.seconds();
        }
        return null;
    }
}
