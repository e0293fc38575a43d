package dev.lightfoot.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** The delays of cued strikes, stage by stage, and whether the pin moved before that foot's toe-off. */
final class LatencyTable {
    private static final long DECISION_TO_PIN_NS = 1_000_000L;
    private static final double BEFORE_TOE_OFF_PCT = 99;
    /** Rise of an actuator, ms: the middle of what is published for each kind. */
    private static final int[] RISES_MS = {1, 15, 75};

    private static final String[] ACTUATORS = {"piezo", "LRA", "ERM motor"};

    /**
     * One cued strike, nanoseconds.
     *
     * @param decisionNs from true contact to the sample that decided it
     * @param packingNs that sample waited in the pod for its packet to fill
     * @param radioNs from the packet's last sample to the host's socket
     * @param softwareNs from the socket to the decision
     * @param pinNs from the decision to the pin
     * @param contactToPinNs all of it
     * @param marginNs from the pin to true toe-off; negative: too late
     */
    record Row(
            long decisionNs,
            long packingNs,
            long radioNs,
            long softwareNs,
            long pinNs,
            long contactToPinNs,
            long marginNs) {}

    private final List<Row> rows = new ArrayList<>();

    void add(Row row) {
        rows.add(row);
    }

    boolean holds() {
        return !rows.isEmpty() && at(Row::pinNs, 99) <= DECISION_TO_PIN_NS && beforeToeOffPct(0) >= BEFORE_TOE_OFF_PCT;
    }

    private double beforeToeOffPct(long riseNs) {
        return 100.0 * rows.stream().filter(row -> row.marginNs() > riseNs).count() / rows.size();
    }

    private long at(ToLongFunction<Row> stage, double percentile) {
        long[] sorted = rows.stream().mapToLong(stage).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(percentile / 100 * sorted.length))];
    }

    String lines() {
        if (rows.isEmpty()) {
            return "no strike was cued\n";
        }
        StringBuilder text = new StringBuilder(rows.size() + " cued strikes; ms\n");
        text.append(String.format(Locale.ROOT, "%-46s %8s %8s %8s %8s%n", "", "p50", "p95", "p99", "most"));
        stage(text, "decision: true contact to the sample needed", Row::decisionNs);
        stage(text, "sample wait: in the pod, for its packet", Row::packingNs);
        stage(text, "radio: to the host's socket", Row::radioNs);
        stage(text, "software: socket to decision", Row::softwareNs);
        stage(text, "software: decision to pin", Row::pinNs);
        stage(text, "true contact to pin", Row::contactToPinNs);
        text.append(String.format(
                Locale.ROOT,
                "%-46s %8.3f %8.3f %8.3f %8.3f%n",
                "left to true toe-off: p50, p5, p1, least",
                at(Row::marginNs, 50) / 1e6,
                at(Row::marginNs, 5) / 1e6,
                at(Row::marginNs, 1) / 1e6,
                at(Row::marginNs, 0) / 1e6));
        text.append(String.format(
                Locale.ROOT,
                "pin before that foot's toe-off: %.2f %% (at least %.0f wanted)%n",
                beforeToeOffPct(0),
                BEFORE_TOE_OFF_PCT));
        for (int i = 0; i < ACTUATORS.length; i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "risen before it with %s (%d ms): %.2f %%%n",
                    ACTUATORS[i],
                    RISES_MS[i],
                    beforeToeOffPct(RISES_MS[i] * 1_000_000L)));
        }
        text.append(String.format(
                Locale.ROOT,
                "decision to pin p99: %.3f ms (at most 1 wanted)%n",
                at(Row::pinNs, 99) / 1e6));
        return text.toString();
    }

    private void stage(StringBuilder text, String name, ToLongFunction<Row> stage) {
        text.append(String.format(
                Locale.ROOT,
                "%-46s %8.3f %8.3f %8.3f %8.3f%n",
                name,
                at(stage, 50) / 1e6,
                at(stage, 95) / 1e6,
                at(stage, 99) / 1e6,
                at(stage, 100) / 1e6));
    }
}
