package dev.lightfoot.history.export;

import dev.lightfoot.event.Event;
import dev.lightfoot.event.EventJson;
import dev.lightfoot.history.RunJson;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A run as CSV (RFC 4180, UTF-8): one row a contact of a foot, units in the header, empty where nothing is known. */
final class CsvSheet {
    static final String HEADER = "time_utc,after_start_s,foot,pattern,confidence,strike_angle_deg,decided_after_ms,"
            + "contact_time_ms,flight_time_ms,flight_time_estimated,duty_factor,cadence_spm,gait,form";

    private CsvSheet() {}

    static void write(RunSheet sheet, Writer out) throws IOException {
        out.write(HEADER + "\r\n");
        for (RunSheet.Row row : sheet.rows()) {
            StringBuilder line = new StringBuilder(160);
            line.append(RunJson.utc(row.contactUs()));
            add(line, decimal(row.contactUs() - sheet.run().startedUs(), 6, 3));
            add(line, EventJson.name(row.foot()));
            addStrike(line, row.strike());
            addStance(line, row.stance());
            add(line, row.form() == null ? "" : EventJson.name(row.form()));
            out.write(line.append("\r\n").toString());
        }
    }

    private static void addStrike(StringBuilder line, Event.@Nullable Struck strike) {
        if (strike == null) {
            line.append(",,,,");
            return;
        }
        add(line, EventJson.name(strike.pattern()));
        add(line, decimal(strike.confidence(), 3));
        add(line, decimal(strike.strikeAngleDeg(), 2));
        add(line, decimal(strike.decidedUs() - strike.contactUs(), 3, 1));
    }

    private static void addStance(StringBuilder line, Event.@Nullable Stood stance) {
        if (stance == null) {
            line.append(",,,,,,");
            return;
        }
        add(line, decimal(stance.contactTimeMs(), 1));
        add(line, decimal(stance.flightTimeMs(), 1));
        add(line, Boolean.toString(stance.flightTimeEstimated()));
        add(line, decimal(stance.dutyFactor(), 3));
        add(line, decimal(stance.cadenceSpm(), 1));
        add(line, EventJson.name(stance.gait()));
    }

    private static void add(StringBuilder line, String field) {
        line.append(',').append(field);
    }

    private static String decimal(@Nullable Float value, int decimals) {
        return value == null
                ? ""
                : BigDecimal.valueOf(value.doubleValue())
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .toPlainString();
    }

    private static String decimal(long value, int scale, int decimals) {
        return BigDecimal.valueOf(value, scale)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
