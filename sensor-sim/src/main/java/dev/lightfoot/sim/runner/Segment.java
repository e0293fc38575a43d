package dev.lightfoot.sim.runner;

/** A stretch of a scenario in one gait whose technique goes evenly from one to another. */
public record Segment(Gait gait, double seconds, Technique from, Technique to) {
    public Segment {
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("seconds " + seconds + " must be above 0");
        }
    }

    public static Segment stand(double seconds) {
        return new Segment(Gait.STANDING, seconds, Technique.WALK, Technique.WALK);
    }

    public static Segment walk(double seconds) {
        return new Segment(Gait.WALKING, seconds, Technique.WALK, Technique.WALK);
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

    public Technique technique(double part) {
        return from.towards(to, Math.clamp(part, 0.0, 1.0));
    }
}
