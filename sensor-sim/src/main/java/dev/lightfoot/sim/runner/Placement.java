package dev.lightfoot.sim.runner;

/** Where on the shoe the pod sits, from the point on the instep under the laces; metres, project's choice. */
public enum Placement {
    LACES(0, 0, 0),
    HEEL_CUP(-0.17, 0, -0.01),
    LATERAL(-0.03, 0.045, -0.03);

    final double aheadM;
    final double outwardM;
    final double upM;

    Placement(double aheadM, double outwardM, double upM) {
        this.aheadM = aheadM;
        this.outwardM = outwardM;
        this.upM = upM;
    }
}
