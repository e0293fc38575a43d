package dev.lightfoot.doctor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.lightfoot.config.Config;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** Makes every check and tells what it found: a line each, or JSON. */
public final class Doctor {
    private static final List<Check> CHECKS = List.of(
            new AdapterCheck(),
            new BluezCheck(),
            new RfkillCheck(),
            new IntervalCheck(),
            new CoexistenceCheck(),
            new PinsCheck(),
            new BrokerCheck(),
            new ClockCheck(),
            new DiskCheck(),
            new PowerCheck(),
            new GatewayCheck());

    private final Machine machine;

    public Doctor(Machine machine) {
        this.machine = machine;
    }

    /** What all the checks found, in their order. */
    public List<Finding> findings(Config config) {
        return CHECKS.stream()
                .flatMap(check -> check.look(machine, config).stream())
                .toList();
    }

    /** Prints what was found; 1 when something fails. */
    public int run(Config config, boolean json, PrintStream out) {
        List<Finding> findings = findings(config);
        out.print(json ? json(findings) : text(findings));
        out.flush();
        return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.FAIL) ? 1 : 0;
    }

    private static String text(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(
                    String.format(Locale.ROOT, "%-4s  %-12s  %s%n", name(finding), finding.check(), finding.says()));
            if (!finding.mend().isEmpty()) {
                text.append(String.format(Locale.ROOT, "%20sto mend: %s%n", "", finding.mend()));
            }
        }
        return text.toString();
    }

    private static String json(List<Finding> findings) {
        StringWriter written = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(written)) {
            json.writeStartArray();
            for (Finding finding : findings) {
                json.writeStartObject();
                json.writeStringField("check", finding.check());
                json.writeStringField("level", name(finding));
                json.writeStringField("says", finding.says());
                json.writeStringField("mend", finding.mend());
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing JSON into memory failed", e);
        }
        return written + System.lineSeparator();
    }

    private static String name(Finding finding) {
        return finding.level().name().toLowerCase(Locale.ROOT);
    }
}
