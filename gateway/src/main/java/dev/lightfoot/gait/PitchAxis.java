package dev.lightfoot.gait;

/**
 * Learns about which sensor axis the foot pitches, and to which side the toes are. The line is the leading direction of
 * the gyro's covariance, level by the standing up (80-87 % of the variance on well-fixed pods); its side comes from the
 * specific force along the foot, which weighted by the rate of turn points to the heel over any stride: the toes hang down
 * in the swing and the leg brakes at its end. On the recorded runners that sign was never wrong over 1.4 s and in 0.7 % of
 * windows of 0.7 s (virtual IMU from third-party motion capture). Once the side is known only toes-down turns (heel rise and
 * slap) are counted: over all turns the line errs by 7 deg to the same side in every runner, over those by 0.5 +- 6 deg.
 *
 * <p>A pod that reads up along z, as the profile recommends, is taken to be mounted as recommended (x to the toes, y to the
 * left) once the learned axis agrees within {@link #AGREE_COS}: the mark on the pod is truer than the learned line, which
 * errs by some 7 deg. Not thread-safe.
 */
final class PitchAxis {
    /** Forgetting time of the covariance and of the sign, s: some ten strides. */
    private static final double FORGET_S = 8.0;

    /** Rotation energy, rad2/s, that makes a line: half a running swing (7 rad/s for 0.2 s). */
    private static final double LINE_ENERGY = 10.0;

    /** Rotation energy, rad2/s, that is enough where the line need only agree with the mark on the pod. */
    private static final double MARKED_ENERGY = 2.0;

    /** Cosine of 20 deg between up and z for the recommended mount. */
    private static final double MARKED_UP_COS = 0.94;

    /** Cosine of 25 deg between the learned and the marked axis. */
    private static final double AGREE_COS = 0.906;

    private final TurnCovariance turns = new TurnCovariance();
    private final TurnCovariance toesDown = new TurnCovariance();
    private final ToesSide toesSide = new ToesSide();
    private boolean known;
    private boolean marked;
    /** Left axis of the foot, then its toe axis, in sensor axes. */
    private final double[] left = new double[3];

    private final double[] toes = new double[3];

    /** Sums a sample: specific force, m/s2, in sensor axes, and up carried to it. */
    void sample(double dtS, double ax, double ay, double az, CarriedUp up) {
        toesSide.sample(dtS, ax, ay, az, up);
    }

    /** Looks at the foot: time since the last look, specific force, m/s2, and rates of turn, rad/s, in sensor axes. */
    void look(double dtS, double ax, double ay, double az, double gx, double gy, double gz) {
        double keep = 1 - dtS / FORGET_S;
        double rate = Math.sqrt(gx * gx + gy * gy + gz * gz);
        toesSide.look(keep, dtS, ax, ay, az, rate, gx, gy, gz);
        if (rate < ToesSide.MOVING_RATE) {
            return;
        }
        turns.add(keep, dtS, gx, gy, gz);
        if (known && pitchRate(gx, gy, gz) < -ToesSide.MOVING_RATE) {
            toesDown.add(keep, dtS, gx, gy, gz);
        }
    }

    /**
     * Settles the axes from what was summed and from up.
     *
     * @return true when they changed so much (more than 25 deg, or the side) that sums along them must start again
     */
    boolean settle(Standing standing) {
        double energy = turns.energy();
        if (energy < (standing.up(2) > MARKED_UP_COS ? MARKED_ENERGY : LINE_ENERGY) || !standing.known()) {
            return false;
        }
        double ux = standing.up(0);
        double uy = standing.up(1);
        double uz = standing.up(2);
        TurnCovariance line = toesDown.energy() > LINE_ENERGY ? toesDown : turns;
        line.lead(ux, uy, uz);
        double lx = line.leading(0);
        double ly = line.leading(1);
        double lz = line.leading(2);
        double markedNorm = Math.sqrt(1 - uy * uy);
        boolean near = uz > MARKED_UP_COS && Math.abs(ly) / markedNorm > AGREE_COS;
        double votes = toesSide.votes(lx, ly, lz, ux, uy, uz);
        boolean signed = Math.abs(votes) > ToesSide.ENOUGH;
        if (!signed && !near) {
            return false;
        }
        // until the votes are in, a line beside the marked one is taken to have the marked side
        double side = signed ? Math.signum(votes) : Math.signum(ly);
        lx *= side;
        ly *= side;
        lz *= side;
        boolean agrees = near && ly > 0;
        if (agrees) {
            lx = -ux * uy / markedNorm;
            ly = (1 - uy * uy) / markedNorm;
            lz = -uz * uy / markedNorm;
        }
        boolean changed = known && lx * left[0] + ly * left[1] + lz * left[2] < AGREE_COS;
        marked = agrees;
        left[0] = lx;
        left[1] = ly;
        left[2] = lz;
        toes[0] = ly * uz - lz * uy;
        toes[1] = lz * ux - lx * uz;
        toes[2] = lx * uy - ly * ux;
        boolean begins = !known;
        known = true;
        return changed || begins;
    }

    boolean known() {
        return known;
    }

    /** True when the recommended mount was recognised. */
    boolean marked() {
        return marked;
    }

    /** Takes the axes from an earlier run with this pod on this shoe; turning about another line corrects them. */
    void presume(MountCalibration mount) {
        reset();
        toes[0] = mount.toesX();
        toes[1] = mount.toesY();
        toes[2] = mount.toesZ();
        left[0] = mount.upY() * mount.toesZ() - mount.upZ() * mount.toesY();
        left[1] = mount.upZ() * mount.toesX() - mount.upX() * mount.toesZ();
        left[2] = mount.upX() * mount.toesY() - mount.upY() * mount.toesX();
        known = true;
    }

    /** Turning so far, for those who watch it. */
    TurnCovariance turns() {
        return turns;
    }

    /** Pitch rate of the foot, rad/s, toes up positive, from a rate in sensor axes. */
    double pitchRate(double gx, double gy, double gz) {
        return -(gx * left[0] + gy * left[1] + gz * left[2]);
    }

    /** Component of the foot's left axis along a sensor axis, 0 to 2. */
    double left(int axis) {
        return left[axis];
    }

    /** Component of the foot's toe axis along a sensor axis, 0 to 2. */
    double toes(int axis) {
        return toes[axis];
    }

    /** Specific force along the foot to the toes, m/s2. */
    double alongFoot(double ax, double ay, double az) {
        return ax * toes[0] + ay * toes[1] + az * toes[2];
    }

    void reset() {
        turns.reset();
        toesSide.reset();
        toesDown.reset();
        known = false;
        marked = false;
    }
}
