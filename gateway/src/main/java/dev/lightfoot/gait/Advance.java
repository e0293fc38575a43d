package dev.lightfoot.gait;

/**
 * To which side the foot goes, by which the toes are told from the heel: a foot turns while it is swung forwards and lies still
 * on the ground. Its level speed, summed from the specific force across the carried up, is correlated with the rate of turn,
 * whatever its axis. The pod's place on the shoe does not matter: its distance to the ankle moves it by centimetres where a stride
 * moves it by a metre and more. Kept as u x v, a direction in the pod's axes about which the foot goes forwards, so that no line
 * across the foot needs to be known yet. Not thread-safe.
 */
final class Advance {
    /** Time, s, in which the speed is forgotten: some strides, so that what up errs by does not sum up. */
    private static final double FORGET_SPEED_S = 2.0;

    private double speedX;
    private double speedY;
    private double speedZ;
    private double time;
    private double rates;
    private double rateSquares;
    private double speedsX;
    private double speedsY;
    private double speedsZ;
    private double speedSquares;
    private double productsX;
    private double productsY;
    private double productsZ;

    /** Sums the speed over a sample: specific force, m/s2, and up carried to it. */
    void sample(double dtS, double ax, double ay, double az, CarriedUp up) {
        double lose = 1 - dtS / FORGET_SPEED_S;
        speedX = lose * speedX + dtS * up.crossX(ay, az);
        speedY = lose * speedY + dtS * up.crossY(ax, az);
        speedZ = lose * speedZ + dtS * up.crossZ(ax, ay);
    }

    /**
     * Looks at the speed that goes with a rate of turn, rad/s, whatever its axis.
     *
     * @param keep share of what was seen before that is kept
     * @param dtS since the last look
     */
    void look(double keep, double dtS, double rate) {
        double turn = dtS * rate;
        time = keep * time + dtS;
        rates = keep * rates + turn;
        rateSquares = keep * rateSquares + turn * rate;
        speedsX = keep * speedsX + dtS * speedX;
        speedsY = keep * speedsY + dtS * speedY;
        speedsZ = keep * speedsZ + dtS * speedZ;
        speedSquares = keep * speedSquares + dtS * (speedX * speedX + speedY * speedY + speedZ * speedZ);
        productsX = keep * productsX + turn * speedX;
        productsY = keep * productsY + turn * speedY;
        productsZ = keep * productsZ + turn * speedZ;
    }

    /** Correlation of turning with the speed for which a direction is the left: from -1, backwards, to 1, forwards. */
    double correlation(double lx, double ly, double lz) {
        double both = time * (lx * productsX + ly * productsY + lz * productsZ)
                - rates * (lx * speedsX + ly * speedsY + lz * speedsZ);
        double spread = time * speedSquares - speedsX * speedsX - speedsY * speedsY - speedsZ * speedsZ;
        double each = spread * (time * rateSquares - rates * rates);
        return each > 0 ? both / Math.sqrt(each) : 0;
    }

    void reset() {
        speedX = 0;
        speedY = 0;
        speedZ = 0;
        time = 0;
        rates = 0;
        rateSquares = 0;
        speedsX = 0;
        speedsY = 0;
        speedsZ = 0;
        speedSquares = 0;
        productsX = 0;
        productsY = 0;
        productsZ = 0;
    }
}
