package dev.lightfoot.pod;

/** Factors from what pods send to SI units. */
final class Units {
    /** Standard gravity, m/s2 per g. */
    static final double MPS2_PER_G = 9.80665;

    static final double RAD_PER_DEG = Math.PI / 180;

    private Units() {}
}
