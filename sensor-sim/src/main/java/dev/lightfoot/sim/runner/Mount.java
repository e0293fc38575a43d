package dev.lightfoot.sim.runner;

import java.util.Random;

/** How the pod is turned on the shoe: rows of the matrix that takes the foot's axes to the pod's. */
public final class Mount {
    private static final Mount STRAIGHT = new Mount(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});

    private final double[][] rows;

    private Mount(double[][] rows) {
        this.rows = rows;
    }

    /** x to the toes, y left, z up. */
    public static Mount straight() {
        return STRAIGHT;
    }

    /** Any orientation, evenly distributed (Shoemake 1992, Graphics Gems III: uniform random rotations). */
    public static Mount random(long seed) {
        Random random = new Random(seed);
        double u = random.nextDouble();
        double a = 2 * Math.PI * random.nextDouble();
        double b = 2 * Math.PI * random.nextDouble();
        double x = Math.sqrt(1 - u) * Math.sin(a);
        double y = Math.sqrt(1 - u) * Math.cos(a);
        double z = Math.sqrt(u) * Math.sin(b);
        double w = Math.sqrt(u) * Math.cos(b);
        return new Mount(new double[][] {
            {1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)},
            {2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)},
            {2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)}
        });
    }

    /** Near straight: lying on the instep, toes end down by some degrees, and not quite in line. */
    public static Mount tilted(double noseDownDeg, double rollDeg, double yawDeg) {
        Pose pose = new Pose();
        pose.turn(Math.toRadians(yawDeg), -Math.toRadians(noseDownDeg), Math.toRadians(rollDeg));
        double[][] rows = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                rows[row][column] = pose.axes[column][row];
            }
        }
        return new Mount(rows);
    }

    void turn(ImuReading reading) {
        double ax = reading.accXMps2;
        double ay = reading.accYMps2;
        double az = reading.accZMps2;
        double gx = reading.gyroXRadPerS;
        double gy = reading.gyroYRadPerS;
        double gz = reading.gyroZRadPerS;
        reading.accXMps2 = dot(0, ax, ay, az);
        reading.accYMps2 = dot(1, ax, ay, az);
        reading.accZMps2 = dot(2, ax, ay, az);
        reading.gyroXRadPerS = dot(0, gx, gy, gz);
        reading.gyroYRadPerS = dot(1, gx, gy, gz);
        reading.gyroZRadPerS = dot(2, gx, gy, gz);
    }

    private double dot(int row, double x, double y, double z) {
        return rows[row][0] * x + rows[row][1] * y + rows[row][2] * z;
    }
}
