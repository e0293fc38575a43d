package dev.lightfoot.doctor;

import dev.lightfoot.config.Config;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The gateway that runs, whether it is healthy, and by its figures where they are open to all: actuator, pods with their battery and loss, time to the first strike. */
final class GatewayCheck implements Check {
    private static final Pattern SAMPLE =
            Pattern.compile("^lightfoot_(\\w+?)(?:\\{[^}]*?address=\"([^\"]*)\"[^}]*})? (\\S+)$", Pattern.MULTILINE);
    private static final int OK = 200;
    private static final int LOG_IN_FIRST = 401;
    private static final int UNHEALTHY = 503;
    private static final String JOURNAL = "see journalctl -u lightfoot";
    private static final double LOW_BATTERY_PCT = 15;
    private static final double LOSS_TO_SPEAK_OF = 0.02;

    @Override
    public List<Finding> look(Machine machine, Config config) {
        if (!config.web().enabled()) {
            return List.of(Finding.warn("gateway", "its figures are not served", "set web.enabled = true"));
        }
        if (config.web().port() == 0) {
            return List.of(
                    Finding.warn("gateway", "web.port = 0: nobody knows where it answers", "set web.port = 8080"));
        }
        URI health = address(config, "/health");
        Optional<World.Reply> reply = machine.fetch(health);
        if (reply.isEmpty()) {
            return List.of(Finding.fail(
                    "gateway", "none answers at " + health, "sudo systemctl start lightfoot, and " + JOURNAL));
        }
        if (reply.get().status() == UNHEALTHY) {
            return List.of(Finding.fail(
                    "gateway",
                    "not healthy: " + reply.get().text().strip(),
                    "sudo systemctl restart lightfoot, and " + JOURNAL));
        }
        if (reply.get().status() != OK) {
            return List.of(Finding.fail(
                    "gateway",
                    "something else answers at " + health + ", with "
                            + reply.get().status(),
                    "set web.port to one that no other program has"));
        }
        return machine.fetch(address(config, "/metrics"))
                .filter(figures -> figures.status() == OK)
                .map(figures -> judged(figures.text()))
                .orElseGet(() -> List.of(Finding.ok("gateway", "healthy; its figures are for those who log in")));
    }

    /** The figures as they are, or why they are not there. */
    static String figures(Machine machine, Config config) {
        if (!config.web().enabled()) {
            return "not served: web.enabled is false\n";
        }
        if (config.web().port() == 0) {
            return "web.port is 0: nobody knows where the gateway answers\n";
        }
        URI address = address(config, "/metrics");
        Optional<World.Reply> reply = machine.fetch(address);
        if (reply.isEmpty()) {
            return "no gateway answers at " + address + "\n";
        }
        return switch (reply.get().status()) {
            case OK -> reply.get().text();
            case LOG_IN_FIRST ->
                "the gateway answers, and gives its figures only to those who log in; with the token:\n"
                        + "curl -H \"Authorization: Bearer TOKEN\" " + address + "\n";
            default -> "answered with " + reply.get().status() + " at " + address + "\n";
        };
    }

    private static URI address(Config config, String path) {
        String host = config.web().host();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + config.web().port() + path);
    }

    private static List<Finding> judged(String text) {
        Map<String, Double> figures = new LinkedHashMap<>();
        List<String> pods = new ArrayList<>();
        Matcher sample = SAMPLE.matcher(text);
        while (sample.find()) {
            String pod = sample.group(2) == null ? "" : " " + sample.group(2);
            figures.put(sample.group(1) + pod, Double.parseDouble(sample.group(3)));
            if (sample.group(1).equals("pod_streaming")) {
                pods.add(sample.group(2));
            }
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(
                figures.getOrDefault("haptic_faulty", 0d) > 0
                        ? Finding.fail("actuator", "it does not answer", "lightfoot haptic test, and see the journal")
                        : Finding.ok("actuator", "no fault"));
        if (pods.isEmpty()) {
            findings.add(Finding.fail("pods", "none is known", "lightfoot pods adopt --window 60"));
        }
        pods.forEach(pod -> findings.add(pod(pod, figures)));
        double firstStrikeS = figures.getOrDefault("first_strike_seconds", 0d);
        findings.add(
                firstStrikeS > 0
                        ? Finding.ok("first strike", String.format(Locale.ROOT, "%.1f s after the start", firstStrikeS))
                        : Finding.ok("first strike", "none judged since the start"));
        return findings;
    }

    private static Finding pod(String address, Map<String, Double> figures) {
        double received = figures.getOrDefault("pod_notifications_total " + address, 0d);
        double lost = figures.getOrDefault("pod_lost_total " + address, 0d);
        double share = received + lost > 0 ? lost / (received + lost) : 0;
        double batteryPct = figures.getOrDefault("pod_battery_percent " + address, Double.NaN);
        String battery = Double.isNaN(batteryPct)
                ? "battery not told"
                : String.format(Locale.ROOT, "battery %.0f %%", batteryPct);
        String says = String.format(Locale.ROOT, "%s: %s, %.2f %% lost", address, battery, share * 100);
        if (figures.getOrDefault("pod_streaming " + address, 0d) == 0) {
            return Finding.fail("pod", address + " is not heard", "shake it awake, come near, charge it");
        }
        if (batteryPct < LOW_BATTERY_PCT) {
            return Finding.warn("pod", says, "charge it, or a new cell");
        }
        return share > LOSS_TO_SPEAK_OF
                ? Finding.warn("pod", says, "wear the gateway on the same side, see the line wifi")
                : Finding.ok("pod", says);
    }
}
