package dev.lightfoot.gait;

/**
 * How the pod sits on the shoe: up from quiet standing, the pitch axis from the way the foot turns.
 *
 * <p>Gait turns the foot about one axis above all (80 to 87 % of the gyro's variance on a well-fixed pod, 65 % on a loose
 * one). The pitch axis is the leading direction of the horizontal gyro's covariance, with a forgetting of some seconds. Its
 * sign comes from heel rise: after the foot lay calm, the next large rotation is toes down.
 *
 * <p>A pod whose z axis points up in standing is taken to sit as recommended (x to the toes, y left) until the covariance
 * says otherwise.
 */
final class Mount {
    /** cos 30 deg: a pod on the laces is tilted by the instep. */
    private static final double RECOMMENDED_UP = 0.86;

    private static final double FORGETTING_S = 8;
    /** Energy of the gyro, in rad2/s: about half a second of running. */
    private static final double ENOUGH_TURNING = 8;

    private static final double MOVING_RADPS = 1;
    private static final double CALM_RADPS = 1;
    private static final double CALM_TIME_CONSTANT_S = 0.025;
    private static final double HEEL_RISE_RAD = Math.toRadians(40);
    /**
     * The gyro's leading direction errs by 7 deg rms about the anatomical axis, and roll at landing then leaks some 3 deg into
     * the strike angle; a marked mount is truer than that.
     */
    private static final double RECOMMENDED_WITHIN_RAD = Math.toRadians(25);

    private static final int VOTES_LIMIT = 4;
    private static final int RECOMMENDED_VOTES = 2;

    private final double[] bias = new double[3];
    private final double[] up = new double[3];
    private final double[] east = new double[3];
    private final double[] north = new double[3];
    private final double[] pitchAxis = new double[3];
    private boolean upKnown;
    private boolean recommended;
    private boolean axisKnown;
    private double ee;
    private double en;
    private double nn;
    private double turning;
    private int votes;
    private double smoothTurningRadPerS;
    private boolean voting;
    private double sinceFlatRad;

    boolean known() {
        return upKnown && axisKnown;
    }

    void clear() {
        upKnown = false;
        axisKnown = false;
        clearTurning();
    }

    void stood(StandingRest rest) {
        double norm = 0;
        for (int i = 0; i < 3; i++) {
            norm += rest.accMps2(i) * rest.accMps2(i);
        }
        norm = Math.sqrt(norm);
        double agreement = 0;
        for (int i = 0; i < 3; i++) {
            bias[i] = rest.gyroRadPerS(i);
            agreement += up[i] * rest.accMps2(i) / norm;
        }
        if (!upKnown || agreement < 0.9) {
            upKnown = true;
            for (int i = 0; i < 3; i++) {
                up[i] = rest.accMps2(i) / norm;
            }
            layOut();
        }
    }

    /** Learns from a sample. */
    void turned(double gx, double gy, double gz, double dtS) {
        if (!upKnown) {
            return;
        }
        double x = gx - bias[0];
        double y = gy - bias[1];
        double z = gz - bias[2];
        double rate = Math.sqrt(x * x + y * y + z * z);
        smoothTurningRadPerS += (rate - smoothTurningRadPerS) * Math.min(1, dtS / CALM_TIME_CONSTANT_S);
        if (smoothTurningRadPerS < CALM_RADPS) {
            voting = true;
            sinceFlatRad = 0;
        } else if (voting) {
            vote(pitchRateRadPerS(gx, gy, gz) * dtS);
        }
        if (rate < MOVING_RADPS) {
            return;
        }
        double e = x * east[0] + y * east[1] + z * east[2];
        double n = x * north[0] + y * north[1] + z * north[2];
        double keep = 1 - dtS / FORGETTING_S;
        ee = ee * keep + e * e * dtS;
        en = en * keep + e * n * dtS;
        nn = nn * keep + n * n * dtS;
        turning = turning * keep + (e * e + n * n) * dtS;
    }

    /** Takes over what was learned; called between strides, so that an angle is never measured about two axes. */
    void settle() {
        if (!upKnown || turning < ENOUGH_TURNING) {
            return;
        }
        double azimuth = 0.5 * Math.atan2(2 * en, ee - nn);
        if (recommended && Math.abs(azimuth) < RECOMMENDED_WITHIN_RAD) {
            azimuth = 0;
        }
        double cos = Math.cos(azimuth);
        double sin = Math.sin(azimuth);
        double before = 0;
        for (int i = 0; i < 3; i++) {
            before += pitchAxis[i] * (cos * east[i] + sin * north[i]);
        }
        double sign = before < 0 ? -1 : 1;
        for (int i = 0; i < 3; i++) {
            pitchAxis[i] = sign * (cos * east[i] + sin * north[i]);
        }
        if (votes < 0) {
            for (int i = 0; i < 3; i++) {
                pitchAxis[i] = -pitchAxis[i];
            }
            votes = -votes;
        }
        axisKnown = recommended || votes > 0;
    }

    /** Rotation about the pitch axis in rad/s, positive toes up, without bias. */
    double pitchRateRadPerS(double gx, double gy, double gz) {
        return (gx - bias[0]) * pitchAxis[0] + (gy - bias[1]) * pitchAxis[1] + (gz - bias[2]) * pitchAxis[2];
    }

    private void vote(double turnedRad) {
        sinceFlatRad += turnedRad;
        if (Math.abs(sinceFlatRad) > HEEL_RISE_RAD) {
            votes = Math.clamp(votes + (sinceFlatRad < 0 ? 1 : -1), -VOTES_LIMIT, VOTES_LIMIT);
            voting = false;
        }
    }

    private void layOut() {
        recommended = up[2] > RECOMMENDED_UP;
        // east: the sensor's -y (toes-up rotation of the recommended mount) made horizontal, or -x where y stands
        // upright
        int forward = Math.abs(up[1]) < 0.9 ? 1 : 0;
        double norm = 0;
        for (int i = 0; i < 3; i++) {
            east[i] = up[forward] * up[i] - (i == forward ? 1 : 0);
            norm += east[i] * east[i];
        }
        norm = Math.sqrt(norm);
        for (int i = 0; i < 3; i++) {
            east[i] /= norm;
        }
        north[0] = up[1] * east[2] - up[2] * east[1];
        north[1] = up[2] * east[0] - up[0] * east[2];
        north[2] = up[0] * east[1] - up[1] * east[0];
        System.arraycopy(east, 0, pitchAxis, 0, 3);
        axisKnown = recommended;
        clearTurning();
        votes = recommended ? RECOMMENDED_VOTES : 0;
    }

    private void clearTurning() {
        ee = 0;
        en = 0;
        nn = 0;
        turning = 0;
        votes = 0;
        voting = false;
    }
}
