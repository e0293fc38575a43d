package dev.lightfoot.sim.runner;

/**
 * What is run on. The shoe's midsole hides most of a surface from the foot: tibial shock on concrete, synthetic track and
 * grass hardly differs (Fu et al. 2015, J Sport Health Sci 4:384), woodchip trails soften it (Boey et al. 2017, Hum Mov Sci).
 * Uneven ground moves each step by centimetres and turns the foot (Voloshina and Ferris 2015, J Exp Biol 218:711, up to
 * 2.5 cm). The factors themselves are the project's choice, wider than those findings.
 */
public enum Surface {
    TARMAC(1.15, 0.7, 0.4, 0.002, 0),
    TRACK(1, 1, 0, 0, 0),
    GRASS(0.75, 1.5, 2, 0.008, 0.0005),
    DIRT(0.9, 1.2, 1.5, 0.006, 0.001),
    TRAIL(0.85, 1.3, 3.5, 0.02, 0.008);

    /** Speed of the impact that the ground returns, over that on a track. */
    final double impactFactor;

    /** Time in which the impact is taken, over that on a track. */
    final double cushionFactor;

    /** Standard deviation of the ground's tilt under a step, lengthwise and sideways, deg. */
    final double tiltSdDeg;

    /** Standard deviation of the ground's height, m. */
    final double bumpSdM;

    /** How many of the steps stumble. */
    final double stumbleShare;

    Surface(double impactFactor, double cushionFactor, double tiltSdDeg, double bumpSdM, double stumbleShare) {
        this.impactFactor = impactFactor;
        this.cushionFactor = cushionFactor;
        this.tiltSdDeg = tiltSdDeg;
        this.bumpSdM = bumpSdM;
        this.stumbleShare = stumbleShare;
    }
}
