package dev.lightfoot.sim.runner;

import java.util.List;

/**
 * One shoe on its way, and what an IMU on it feels. Angular rate and acceleration are derived numerically from the one pose,
 * so they agree with each other. Not thread-safe.
 */
final class Shoe implements ImuSource {
    private static final double GRAVITY_MPS2 = 9.80665;
    private static final double NS_PER_S = 1e9;
    /** Small beside any motion of a foot, large beside rounding. */
    private static final double STEP_S = 1e-4;

    private final Side side;
    private final Traits traits;
    private final Mount mount;
    private final List<Contact> contacts;
    private final Stride[] strides;
    private final double[][] before = new double[3][3];
    private final double[][] now = new double[3][3];
    private final double[][] after = new double[3][3];

    Shoe(Side side, Traits traits, Mount mount, List<Contact> contacts) {
        this.side = side;
        this.traits = traits;
        this.mount = mount;
        this.contacts = contacts;
        strides = new Stride[contacts.size()];
    }

    @Override
    public Side side() {
        return side;
    }

    @Override
    public void read(long timeNs, ImuReading into) {
        double timeS = timeNs / NS_PER_S;
        orientation(timeS - STEP_S, before);
        orientation(timeS, now);
        orientation(timeS + STEP_S, after);
        into.gyroXRadPerS = turned(2, 1);
        into.gyroYRadPerS = turned(0, 2);
        into.gyroZRadPerS = turned(1, 0);
        Stride earlier = strideAt(timeS - STEP_S);
        Stride at = strideAt(timeS);
        Stride later = strideAt(timeS + STEP_S);
        double ahead =
                (earlier.place(timeS - STEP_S) - 2 * at.place(timeS) + later.place(timeS + STEP_S)) / (STEP_S * STEP_S);
        double up = (earlier.height(timeS - STEP_S) - 2 * at.height(timeS) + later.height(timeS + STEP_S))
                        / (STEP_S * STEP_S)
                + GRAVITY_MPS2;
        into.accXMps2 = now[0][0] * ahead + now[2][0] * up;
        into.accYMps2 = now[0][1] * ahead + now[2][1] * up;
        into.accZMps2 = now[0][2] * ahead + now[2][2] * up;
        mount.turn(into);
    }

    Stride strideAt(double timeS) {
        int low = 0;
        int high = contacts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (contacts.get(middle).contactS() <= timeS) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Stride stride = strides[low];
        if (stride == null) {
            stride = new Stride(traits, contacts.get(low), low + 1 < contacts.size() ? contacts.get(low + 1) : null);
            strides[low] = stride;
        }
        return stride;
    }

    /** Turns the foot's axes into the world's: yaw about up, then pitch, then roll; mirrored for the left foot. */
    private void orientation(double timeS, double[][] into) {
        Stride stride = strideAt(timeS);
        double mirror = side == Side.LEFT ? -1 : 1;
        double yaw = mirror * stride.yaw(timeS);
        double roll = mirror * stride.roll(timeS);
        double pitch = stride.podPitch(timeS);
        double cy = Math.cos(yaw);
        double sy = Math.sin(yaw);
        double cp = Math.cos(pitch);
        double sp = Math.sin(pitch);
        double cr = Math.cos(roll);
        double sr = Math.sin(roll);
        into[0][0] = cy * cp;
        into[0][1] = -cy * sp * sr - sy * cr;
        into[0][2] = -cy * sp * cr + sy * sr;
        into[1][0] = sy * cp;
        into[1][1] = -sy * sp * sr + cy * cr;
        into[1][2] = -sy * sp * cr - cy * sr;
        into[2][0] = sp;
        into[2][1] = cp * sr;
        into[2][2] = cp * cr;
    }

    /** Element of transpose(orientation) x its derivative: one component of the angular rate in the foot's axes. */
    private double turned(int row, int column) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            sum += now[k][row] * (after[k][column] - before[k][column]);
        }
        return sum / (2 * STEP_S);
    }
}
