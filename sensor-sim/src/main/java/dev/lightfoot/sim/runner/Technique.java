package dev.lightfoot.sim.runner;

/**
 * What a runner is asked to do.
 *
 * @param speedMps over ground
 * @param cadenceSpm steps a minute, both feet
 * @param dutyFactor contact time over stride time: below 0.5 the body flies, above it both feet stand at times
 * @param strikeAngleDeg of the sole at initial contact, positive toes up
 */
public record Technique(double speedMps, double cadenceSpm, double dutyFactor, double strikeAngleDeg) {
    public static final Technique WALK = new Technique(1.4, 112, 0.62, 22);
    public static final Technique GOOD = new Technique(2.5, 172, 0.36, 3);
    public static final Technique JOG = new Technique(2.1, 147, 0.46, 18);

    public Technique {
        if (!(speedMps >= 0 && speedMps < 12)) {
            throw new IllegalArgumentException("speedMps " + speedMps + " must be from 0 to 12");
        }
        if (!(cadenceSpm >= 60 && cadenceSpm <= 240)) {
            throw new IllegalArgumentException("cadenceSpm " + cadenceSpm + " must be from 60 to 240");
        }
        if (!(dutyFactor >= 0.2 && dutyFactor <= 0.75)) {
            throw new IllegalArgumentException("dutyFactor " + dutyFactor + " must be from 0.2 to 0.75");
        }
        if (!(Math.abs(strikeAngleDeg) <= 35)) {
            throw new IllegalArgumentException("strikeAngleDeg " + strikeAngleDeg + " must be from -35 to 35");
        }
    }

    /** The technique a part of the way to another, part in [0, 1]. */
    public Technique towards(Technique other, double part) {
        return new Technique(
                speedMps + part * (other.speedMps - speedMps),
                cadenceSpm + part * (other.cadenceSpm - cadenceSpm),
                dutyFactor + part * (other.dutyFactor - dutyFactor),
                strikeAngleDeg + part * (other.strikeAngleDeg - strikeAngleDeg));
    }
}
