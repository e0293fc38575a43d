package dev.lightfoot.gait;

/**
 * Finds foot-flat: the 25 ms of a stance in which the foot turns least. Its pitch is the zero from which the next strike
 * angle is measured.
 */
final class FootFlat {
    private static final double TIME_CONSTANT_S = 0.012;

    private double smoothTurningDegPerS;
    private double smoothPitchDeg;
    private double leastTurningDegPerS;
    private double pitchDeg;
    private long timeNs;

    void begin(double turningDegPerS, double nowPitchDeg, long nowNs) {
        smoothTurningDegPerS = turningDegPerS;
        smoothPitchDeg = nowPitchDeg;
        leastTurningDegPerS = Double.MAX_VALUE;
        pitchDeg = nowPitchDeg;
        timeNs = nowNs;
    }

    void sample(double turningDegPerS, double nowPitchDeg, long nowNs, double dtS) {
        double part = Math.min(1, dtS / TIME_CONSTANT_S);
        smoothTurningDegPerS += (turningDegPerS - smoothTurningDegPerS) * part;
        smoothPitchDeg += (nowPitchDeg - smoothPitchDeg) * part;
        if (smoothTurningDegPerS < leastTurningDegPerS) {
            leastTurningDegPerS = smoothTurningDegPerS;
            pitchDeg = smoothPitchDeg;
            timeNs = nowNs;
        }
    }

    double pitchDeg() {
        return pitchDeg;
    }

    long timeNs() {
        return timeNs;
    }
}
