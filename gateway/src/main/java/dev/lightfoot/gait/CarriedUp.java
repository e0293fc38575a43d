package dev.lightfoot.gait;

/**
 * The direction of up in the pod's axes, carried by the gyro from a moment where it was known: du/dt = -w x u, to third
 * order in the turn of one sample and brought back to length one. A scalar sum of the pitch rate would not do: feet also
 * roll and yaw in the swing, which leaves 2-4 deg a stride on recorded runners. Not thread-safe.
 */
final class CarriedUp {
    private double x;
    private double y;
    private double z = 1;

    void set(double upX, double upY, double upZ) {
        x = upX;
        y = upY;
        z = upZ;
    }

    void set(CarriedUp other) {
        set(other.x, other.y, other.z);
    }

    /** Turns by a rotation vector of the pod, rad, in its own axes. */
    void turn(double tx, double ty, double tz) {
        // u - t x u + t x (t x u) / 2 - t x (t x (t x u)) / 6, where the last is +|t|^2 (t x u) / 6
        double cx = ty * z - tz * y;
        double cy = tz * x - tx * z;
        double cz = tx * y - ty * x;
        double square = tx * tx + ty * ty + tz * tz;
        double first = 1 - square / 6;
        double nx = x - first * cx + 0.5 * (ty * cz - tz * cy);
        double ny = y - first * cy + 0.5 * (tz * cx - tx * cz);
        double nz = z - first * cz + 0.5 * (tx * cy - ty * cx);
        double scale = 1.5 - 0.5 * (nx * nx + ny * ny + nz * nz);
        x = nx * scale;
        y = ny * scale;
        z = nz * scale;
    }

    /** Component along a direction given in the pod's axes. */
    double along(double dx, double dy, double dz) {
        return x * dx + y * dy + z * dz;
    }

    /** Component along the first axis of up x a vector of these components along the others. */
    double crossX(double vy, double vz) {
        return y * vz - z * vy;
    }

    /** The same along the second axis. */
    double crossY(double vx, double vz) {
        return z * vx - x * vz;
    }

    /** The same along the third axis. */
    double crossZ(double vx, double vy) {
        return x * vy - y * vx;
    }
}
