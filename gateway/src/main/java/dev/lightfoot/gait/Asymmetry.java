package dev.lightfoot.gait;

/**
 * How far the feet's contact times are apart: 100 (left - right) / mean, in percent, the symmetry index of Robinson et al. 1987 (J
 * Manipulative Physiol Ther 10:172), of means over some ten stances of each foot. Walking and running are kept apart. Not thread-safe.
 */
final class Asymmetry {
    /** Stances of each foot that make a mean, and the least. */
    private static final int AVERAGED = 10;

    private static final int ENOUGH = 5;

    private double leftMs;
    private double rightMs;
    private int lefts;
    private int rights;
    private boolean walking;

    /** Takes a contact time, ms; returns the asymmetry by now, percent, NaN when not known. */
    float percent(Foot foot, double contactMs, boolean walking) {
        if (walking != this.walking) {
            this.walking = walking;
            lefts = 0;
            rights = 0;
        }
        if (foot == Foot.LEFT) {
            lefts = Math.min(lefts + 1, AVERAGED);
            leftMs += (contactMs - leftMs) / lefts;
        } else {
            rights = Math.min(rights + 1, AVERAGED);
            rightMs += (contactMs - rightMs) / rights;
        }
        return lefts < ENOUGH || rights < ENOUGH ? Float.NaN : (float) (200 * (leftMs - rightMs) / (leftMs + rightMs));
    }

    /** A foot's stances broke off. */
    void forget(Foot foot) {
        if (foot == Foot.LEFT) {
            lefts = 0;
        } else {
            rights = 0;
        }
    }
}
