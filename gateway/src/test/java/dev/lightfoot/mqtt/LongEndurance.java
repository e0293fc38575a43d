package dev.lightfoot.mqtt;

import dev.lightfoot.mqtt.Endurance.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The hour of faults and the thousand reconnects behind deploy/mqtt-endurance. Usage: LongEndurance [SEED [HASTE]]. Exit code 1 when one did harm. */
final class LongEndurance {
    private static final long HOUR_US = 3_600_000_000L;
    private static final double MOST_REPEATS_PCT = 1;

    private static final int WARM_UP = 200;
    private static final int RECONNECTS = 1_000;

    private LongEndurance() {}

    public static void main(String[] args) throws Exception {
        long seed = args.length > 0 ? Long.parseLong(args[0]) : 1;
        int haste = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        List<Fault> faults = new ArrayList<>();
        faults.addAll(Collections.nCopies(50, Fault.BROKER_KILLED));
        faults.addAll(Collections.nCopies(20, Fault.GATEWAY_KILLED));
        faults.addAll(Collections.nCopies(5, Fault.HALF_OPEN));
        faults.addAll(Collections.nCopies(5, Fault.SLOW_CONNACK));
        faults.addAll(Collections.nCopies(10, Fault.TAKEN_OVER));
        faults.addAll(Collections.nCopies(3, Fault.DISK_FULL));
        Path folder = Files.createTempDirectory("lightfoot-endurance");
        long startNs = System.nanoTime();
        Endurance.Outcome outcome = new Endurance(folder, seed, haste).run(faults, HOUR_US);
        System.out.printf(
                Locale.ROOT,
                "seed %d, %.1f hours of strikes %d times faster, %d faults, in %d s: %d durable messages, %d lost, invented or"
                        + " out of order, %d repeats (%.2f %%), silent for %d ms at most after a fault%n",
                seed,
                (double) outcome.lastedUs() / HOUR_US,
                haste,
                faults.size(),
                (System.nanoTime() - startNs) / 1_000_000_000,
                outcome.durable(),
                outcome.wrong().size(),
                outcome.repeats(),
                outcome.repeatPct(),
                outcome.worstSilenceMs());
        System.out.println("repeats by fault: " + outcome.repeatsAfter());
        outcome.wrong().stream().limit(20).forEach(System.out::println);
        Reconnects.Outcome reconnected = Reconnects.run(folder, WARM_UP, RECONNECTS);
        System.out.printf(
                Locale.ROOT,
                "%d reconnects in %.0f s: %s before, %s after%n",
                RECONNECTS,
                reconnected.seconds(),
                reconnected.before(),
                reconnected.after());
        boolean well = reconnected.leftNothing() && outcome.wrong().isEmpty() && outcome.repeatPct() < MOST_REPEATS_PCT;
        if (!well) {
            System.out.println("the history and the gateway's log are left in " + folder);
        }
        System.exit(well ? 0 : 1);
    }
}
