package dev.lightfoot.ble;

/** The long run of faults behind deploy/faults. Usage: LongFaultRun [FAULTS [SEED [HASTE]]]. Exit code 1 when one stays. */
final class LongFaultRun {
    private static final double LIMIT_S = 10;

    private LongFaultRun() {}

    public static void main(String[] args) throws Exception {
        int faults = args.length > 0 ? Integer.parseInt(args[0]) : 500;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        int haste = args.length > 2 ? Integer.parseInt(args[2]) : 2;
        boolean well;
        try (FaultRun run = new FaultRun(seed, haste)) {
            FaultRun.Outcome outcome = run.run(faults);
            well = outcome.failures().isEmpty()
                    && outcome.worstS() <= LIMIT_S
                    && outcome.strikes().strikes() > 0;
            System.out.println("seed " + seed + ", " + haste + " times faster: " + outcome.words());
        }
        try (Reconnects reconnects = new Reconnects()) {
            reconnects.rounds(5);
            Reconnects.Holding before = reconnects.holding();
            reconnects.rounds(500);
            Reconnects.Holding after = reconnects.settledAtMost(before);
            System.out.println("before 1,000 reconnects: " + before + "\nafter: " + after);
            well &= after.noMoreThan(before);
        }
        System.exit(well ? 0 : 1);
    }
}
