package dev.lightfoot.sim.runner;

/**
 * A short shock to the shoe that leaves no speed behind: one period of a sine, m/s2 along the foot's axes.
 *
 * @param startS when it begins, seconds since the scenario's start
 */
record Knock(double startS, double periodS, double aheadMps2, double leftMps2, double upMps2) {
    void addTo(double timeS, ImuReading into) {
        double part = (timeS - startS) / periodS;
        if (part > 0 && part < 1) {
            double size = Math.sin(2 * Math.PI * part);
            into.accXMps2 += size * aheadMps2;
            into.accYMps2 += size * leftMps2;
            into.accZMps2 += size * upMps2;
        }
    }
}
