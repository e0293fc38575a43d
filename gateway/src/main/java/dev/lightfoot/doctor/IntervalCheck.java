package dev.lightfoot.doctor;

import dev.lightfoot.config.Config;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The connection interval BlueZ asks for, in units of 1.25 ms, and what it costs: a sample waits half of it on average and
 * once more for each packet lost. Without a line the kernel's own applies, 30 to 50 ms (net/bluetooth/hci_core.c).
 */
final class IntervalCheck implements Check {
    private static final double UNIT_MS = 1.25;
    private static final double KERNEL_MOST_MS = 50;
    private static final double SHORT_MS = 15;

    @Override
    public List<Finding> look(Machine machine, Config config) {
        OptionalDouble asked = asked(machine.text("/etc/bluetooth/main.conf").orElse(""));
        double mostMs = asked.orElse(KERNEL_MOST_MS);
        String says = String.format(
                Locale.ROOT,
                "up to %.2f ms (%s): a cue comes %.1f ms later for it on average, and %.1f ms more for each lost packet",
                mostMs,
                asked.isPresent() ? "main.conf" : "the kernel's own",
                mostMs / 2,
                mostMs);
        return List.of(
                mostMs <= SHORT_MS
                        ? Finding.ok("interval", says)
                        : Finding.warn(
                                "interval",
                                says,
                                "set MinConnectionInterval=6 and MaxConnectionInterval=12 under [LE] in"
                                        + " /etc/bluetooth/main.conf, then systemctl restart bluetooth"));
    }

    private static OptionalDouble asked(String conf) {
        String section = "";
        OptionalDouble found = OptionalDouble.empty();
        for (String raw : conf.lines().toList()) {
            String line = raw.strip();
            if (line.startsWith("[")) {
                section = line;
            } else if (section.equals("[LE]") && line.matches("MaxConnectionInterval\\s*=\\s*\\d{1,5}")) {
                found = OptionalDouble.of(UNIT_MS
                        * Integer.parseInt(line.substring(line.indexOf('=') + 1).strip()));
            }
        }
        return found;
    }
}
