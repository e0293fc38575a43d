package dev.lightfoot.sim.runner;

/**
 * Where a pod is in the world, m, and the matrix that takes its foot's axes to the world's. A reused carrier; not thread-safe.
 */
final class Pose {
    final double[][] axes = new double[3][3];
    double xM;
    double yM;
    double zM;

    /** Turns the axes: yaw about up, then pitch (toes up), then roll about the foot, rad. */
    void turn(double yaw, double pitch, double roll) {
        double cy = Math.cos(yaw);
        double sy = Math.sin(yaw);
        double cp = Math.cos(pitch);
        double sp = Math.sin(pitch);
        double cr = Math.cos(roll);
        double sr = Math.sin(roll);
        axes[0][0] = cy * cp;
        axes[0][1] = -cy * sp * sr - sy * cr;
        axes[0][2] = -cy * sp * cr + sy * sr;
        axes[1][0] = sy * cp;
        axes[1][1] = -sy * sp * sr + cy * cr;
        axes[1][2] = -sy * sp * cr - cy * sr;
        axes[2][0] = sp;
        axes[2][1] = cp * sr;
        axes[2][2] = cp * cr;
    }

    /** Turns the axes further, by a rotation given in the foot's own. */
    void turnBy(double[][] rotation) {
        for (double[] row : axes) {
            double x = row[0];
            double y = row[1];
            double z = row[2];
            for (int column = 0; column < 3; column++) {
                row[column] = x * rotation[0][column] + y * rotation[1][column] + z * rotation[2][column];
            }
        }
    }

    /** Moves the place by an arm in the foot's axes. */
    void shift(double aheadM, double leftM, double upM) {
        xM += axes[0][0] * aheadM + axes[0][1] * leftM + axes[0][2] * upM;
        yM += axes[1][0] * aheadM + axes[1][1] * leftM + axes[1][2] * upM;
        zM += axes[2][0] * aheadM + axes[2][1] * leftM + axes[2][2] * upM;
    }
}
