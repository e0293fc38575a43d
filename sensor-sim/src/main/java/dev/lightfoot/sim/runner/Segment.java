package dev.lightfoot.sim.runner;

import dev.lightfoot.sim.runner.Course.Unrest;

/** A stretch of a scenario in one gait whose technique goes evenly from one to another. */
public record Segment(Gait gait, double seconds, Technique from, Technique to, Course course) {
    public Segment {
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("seconds " + seconds + " must be above 0");
        }
    }

    public Segment(Gait gait, double seconds, Technique from, Technique to) {
        this(gait, seconds, from, to, Course.LEVEL);
    }

    public static Segment stand(double seconds) {
        return new Segment(Gait.STANDING, seconds, Technique.WALK, Technique.WALK);
    }

    public static Segment fidget(double seconds) {
        return stand(seconds).on(Course.standing(Unrest.FIDGETING));
    }

    public static Segment handled(double seconds) {
        return stand(seconds).on(Course.standing(Unrest.HANDLED));
    }

    public static Segment walk(double seconds) {
        return walk(seconds, Technique.WALK);
    }

    public static Segment walk(double seconds, Technique technique) {
        return new Segment(Gait.WALKING, seconds, technique, technique);
    }

    public static Segment run(double seconds, Technique technique) {
        return new Segment(Gait.RUNNING, seconds, technique, technique);
    }

    public static Segment slide(double seconds, Technique from, Technique to) {
        return new Segment(Gait.RUNNING, seconds, from, to);
    }

    public static Segment jog(double seconds) {
        return new Segment(Gait.JOGGING, seconds, Technique.JOG, Technique.JOG);
    }

    /** The same stretch where the way leads elsewhere. */
    public Segment on(Course other) {
        return new Segment(gait, seconds, from, to, other);
    }

    public Technique technique(double part) {
        return from.towards(to, Math.clamp(part, 0.0, 1.0));
    }
}
