package dev.lightfoot.gait;

/** Follows both feet sample by sample and tells strikes and stances. */
public final class GaitTracker {
    private final GaitListener listener;

    public GaitTracker(GaitListener listener) {
        this.listener = listener;
    }

    public void sample(
            Foot foot,
            long timeNs,
            float accXMps2,
            float accYMps2,
            float accZMps2,
            float gyroXRadPerS,
            float gyroYRadPerS,
            float gyroZRadPerS) {}

    public boolean learning(Foot foot) {
        return listener != null;
    }

    public void reset(Foot foot) {}
}
