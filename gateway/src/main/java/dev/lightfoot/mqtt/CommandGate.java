package dev.lightfoot.mqtt;

import java.util.LinkedHashSet;
import java.util.Set;

/** Lets a few commands a second through, and none twice. Not thread-safe. */
final class CommandGate {
    /** Commands that may come at once. */
    static final int BURST = 10;

    /** Commands a second that may come for ever; project's choice, well beyond what a hand or an automation does. */
    static final double PER_SECOND = 2;

    private static final int REMEMBERED = 1_000;

    private final Set<String> transactions = new LinkedHashSet<>();
    private double allowance = BURST;
    private long lastNs;
    private boolean begun;

    boolean admits(long nowNs) {
        if (begun) {
            allowance = Math.min(BURST, allowance + (nowNs - lastNs) * 1e-9 * PER_SECOND);
        }
        begun = true;
        lastNs = nowNs;
        if (allowance < 1) {
            return false;
        }
        allowance--;
        return true;
    }

    /** True when this transaction was not seen among the last thousand. */
    boolean isNew(String transaction) {
        if (!transactions.add(transaction)) {
            return false;
        }
        if (transactions.size() > REMEMBERED) {
            transactions.remove(transactions.iterator().next());
        }
        return true;
    }
}
