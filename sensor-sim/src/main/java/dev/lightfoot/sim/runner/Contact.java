package dev.lightfoot.sim.runner;

/**
 * One planned stance of a foot.
 *
 * @param contactS initial contact, seconds since the start; far before it for the stance a scenario begins in
 * @param liftS when the tip begins to rise, which the sole follows for {@link PushOff#springS}; infinite for the stance it ends in
 * @param strideContactS from contact to there as the stride's cadence and duty factor ask for, the stance without standing about
 * @param strikeAngleDeg of the sole against the ground under it at initial contact
 * @param placeM along the way
 * @param liveliness of this one stride beside the others, about 1
 * @param footing the ground there
 */
record Contact(
        Gait gait,
        double contactS,
        double liftS,
        double strideContactS,
        double strikeAngleDeg,
        double placeM,
        double liveliness,
        Footing footing) {
    boolean isStep() {
        return contactS > StepPlan.BEFORE_S;
    }

    Contact leaving(double timeS) {
        return new Contact(gait, contactS, timeS, strideContactS, strikeAngleDeg, placeM, liveliness, footing);
    }
}
