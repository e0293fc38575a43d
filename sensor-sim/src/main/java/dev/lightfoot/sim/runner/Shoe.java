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
    private final Worn worn;
    private final List<Contact> contacts;
    private final Stride[] strides;
    private final Fidget fidget;
    private final Handling handling;
    private final Wobble wobble;
    private final ImuReading driving = new ImuReading();
    private final Pose before = new Pose();
    private final Pose now = new Pose();
    private final Pose after = new Pose();

    /** @param seed of what the foot does while it stands */
    Shoe(Side side, Traits traits, Worn worn, List<Contact> contacts, Scenario scenario, long seed) {
        this.side = side;
        this.traits = traits;
        this.worn = worn;
        this.contacts = contacts;
        strides = new Stride[contacts.size()];
        fidget = new Fidget(scenario, seed, side);
        handling = new Handling(scenario, seed, side);
        wobble = new Wobble(worn.strap(), this::acrossMps2);
    }

    @Override
    public Side side() {
        return side;
    }

    @Override
    public void read(long timeNs, ImuReading into) {
        double timeS = timeNs / NS_PER_S;
        feel(timeS, into);
        if (!worn.strap().tight()) {
            wobble.addTo(timeS, into);
        }
        worn.mount().turn(into);
    }

    /** What an IMU in line with the foot would feel if it sat tight. */
    private void feel(double timeS, ImuReading into) {
        pose(timeS - STEP_S, before);
        pose(timeS, now);
        pose(timeS + STEP_S, after);
        into.gyroXRadPerS = turned(2, 1);
        into.gyroYRadPerS = turned(0, 2);
        into.gyroZRadPerS = turned(1, 0);
        double perStep2 = 1 / (STEP_S * STEP_S);
        double x = (before.xM - 2 * now.xM + after.xM) * perStep2;
        double y = (before.yM - 2 * now.yM + after.yM) * perStep2;
        double z = (before.zM - 2 * now.zM + after.zM) * perStep2 + GRAVITY_MPS2;
        double[][] axes = now.axes;
        into.accXMps2 = axes[0][0] * x + axes[1][0] * y + axes[2][0] * z;
        into.accYMps2 = axes[0][1] * x + axes[1][1] * y + axes[2][1] * z;
        into.accZMps2 = axes[0][2] * x + axes[1][2] * y + axes[2][2] * z;
        strideAt(timeS).scuff(timeS, into);
        handling.knock(timeS, into);
    }

    private double acrossMps2(double timeS) {
        feel(timeS, driving);
        return driving.accZMps2 - GRAVITY_MPS2 * now.axes[2][2];
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

    private void pose(double timeS, Pose into) {
        double mirror = side == Side.LEFT ? -1 : 1;
        strideAt(timeS).pose(timeS, mirror, fidget, into);
        Placement placement = worn.placement();
        into.shift(placement.aheadM, -mirror * placement.outwardM, placement.upM);
        handling.pose(timeS, into);
    }

    /** Element of transpose(axes) x their derivative: one component of the angular rate in the foot's axes. */
    private double turned(int row, int column) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            sum += now.axes[k][row] * (after.axes[k][column] - before.axes[k][column]);
        }
        return sum / (2 * STEP_S);
    }
}
