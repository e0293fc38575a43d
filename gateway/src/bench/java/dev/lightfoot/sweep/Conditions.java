package dev.lightfoot.sweep;

import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.Outing;
import dev.lightfoot.sim.runner.Placement;
import dev.lightfoot.sim.runner.Scenario;
import dev.lightfoot.sim.runner.Scenarios;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** One run of the sweep: who runs where, and how it is sampled; everything is drawn by the seed. */
record Conditions(
        Scenario scenario,
        long seed,
        Outing outing,
        int rateHz,
        double lostPct,
        int accRangeG,
        int gyroRangeDps) {
    /** Keeps what is drawn here apart from what the simulator draws by the same seed. */
    private static final long SAMPLING = 0x5A3D_1E57L;

    private static final List<Integer> RATES_HZ = List.of(50, 104, 104, 208, 208, 208, 208, 416);
    private static final List<Double> LOST_PCT = List.of(0.0, 0.0, 0.0, 0.0, 1.0, 3.0);
    private static final List<Integer> ACC_RANGES_G = List.of(8, 16, 16, 16);
    private static final List<Integer> GYRO_RANGES_DPS = List.of(1000, 2000, 2000, 2000, 2000, 2000);

    static Conditions drawn(String scenario, long seed) {
        SplittableRandom random = new SplittableRandom(new SplittableRandom(seed ^ SAMPLING).nextLong());
        return new Conditions(
                Scenarios.named(scenario, seed),
                seed,
                Outing.drawn(seed),
                RATES_HZ.get(random.nextInt(RATES_HZ.size())),
                LOST_PCT.get(random.nextInt(LOST_PCT.size())),
                ACC_RANGES_G.get(random.nextInt(ACC_RANGES_G.size())),
                GYRO_RANGES_DPS.get(random.nextInt(GYRO_RANGES_DPS.size())));
    }

    Body body() {
        return new Body(scenario, seed, outing);
    }

    /** As the profile asks: tight on the laces, turned anyhow, 104 Hz or more, 16 g and 2000 deg/s; and nothing lost. */
    boolean asRecommended() {
        return outing.left().placement() == Placement.LACES
                && rateHz >= 104 && lostPct == 0 && accRangeG == 16 && gyroRangeDps == 2000 && strapTight();
    }

    boolean strapTight() {
        return outing.left().strap().frequencyHz() == 0;
    }

    /** The factors of this run, each a row of the table. */
    List<String> factors() {
        Placement placement = outing.left().placement();
        return List.of(
                "all",
                asRecommended() ? "pod recommended" : "pod worse",
                "scenario " + scenario.name(),
                "habit " + lower(outing.habit()),
                "surface " + lower(outing.surface()),
                "place " + lower(placement),
                outing.marked() ? "mount marked" : "mount random",
                strapTight() ? "strap tight" : "strap loose",
                String.format(Locale.ROOT, "rate %3d Hz", rateHz),
                String.format(Locale.ROOT, "lost %.0f %%", lostPct),
                String.format(Locale.ROOT, "acc %2d g", accRangeG),
                "gyro " + gyroRangeDps + " deg/s");
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The command that plays this run again and tells each error. */
    String command() {
        return "deploy/sweep 1 " + seed + " " + scenario.name();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, %s, %s, %s, %s, %d Hz, %.0f %% lost, %d g, %d deg/s",
                lower(outing.habit()),
                lower(outing.surface()),
                lower(outing.left().placement()),
                outing.marked() ? "marked" : "random mount",
                strapTight()
                        ? "tight"
                        : String.format(Locale.ROOT, "loose at %.0f Hz", outing.left().strap().frequencyHz()),
                rateHz,
                lostPct,
                accRangeG,
                gyroRangeDps);
    }
}
