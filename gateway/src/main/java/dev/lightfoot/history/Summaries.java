package dev.lightfoot.history;

import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.FormState;
import dev.lightfoot.gait.StrikePattern;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes the summary of a run from its entries, and keeps those of ended runs so that a list of years is quick. */
final class Summaries {
    /** Order of the columns in the table of summaries, after id and run_id. */
    private static final StrikePattern[] PATTERNS = {
        StrikePattern.REARFOOT, StrikePattern.MIDFOOT, StrikePattern.FOREFOOT
    };

    private static final CueKind[] CUES = {CueKind.NUDGE, CueKind.WARNING, CueKind.STOP, CueKind.RESTORED};
    private static final FormState[] STATES = {
        FormState.STANDING, FormState.WALKING, FormState.GOOD, FormState.DRIFTING, FormState.JOGGING
    };

    private Summaries() {}

    static RunSummary compute(Connection connection, RunRow run) throws SQLException, HistoryException {
        long lastUs = run.lastUs(connection);
        Map<StrikePattern, Integer> patterns = new EnumMap<>(StrikePattern.class);
        int left = 0;
        int right = 0;
        try (PreparedStatement query = ranged(
                        connection,
                        "SELECT pattern, sum(foot = 0), sum(foot = 1) FROM strikes WHERE id >= ? AND id < ? GROUP BY 1",
                        run);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                patterns.put(Code.PATTERN.constant(row.getInt(1)), row.getInt(2) + row.getInt(3));
                left += row.getInt(2);
                right += row.getInt(3);
            }
        }
        Map<CueKind, Integer> cues = new EnumMap<>(CueKind.class);
        int withheldCues = 0;
        try (PreparedStatement query = ranged(
                        connection,
                        "SELECT cue, sum(delivery = 0), sum(delivery <> 0) FROM cues"
                                + " WHERE id >= ? AND id < ? GROUP BY 1",
                        run);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                cues.put(Code.CUE.constant(row.getInt(1)), row.getInt(2));
                withheldCues += row.getInt(3);
            }
        }
        FormTimes times = FormBands.times(FormBands.read(connection, run, lastUs), run.startedUs(), lastUs);
        Double cadence = null;
        Double contactTime = null;
        String means = "SELECT avg(cadence_tenth_spm) / 10, avg(contact_time_us) / 1000 FROM stances"
                + " WHERE id >= ? AND id < ? AND gait <> 0";
        try (PreparedStatement query = ranged(connection, means, run);
                ResultSet row = query.executeQuery()) {
            if (row.next()) {
                cadence = known(row, 1);
                contactTime = known(row, 2);
            }
        }
        return new RunSummary(
                run.id(),
                run.startedUs(),
                run.endedUs(),
                lastUs,
                left + right,
                left,
                right,
                patterns,
                cues,
                times.timeByStateUs(),
                times.longestGoodUs(),
                times.brokeDownAfterUs(),
                times.walkBreaks(),
                withheldCues,
                cadence,
                contactTime);
    }

    static void insert(Connection connection, long id, RunSummary summary) throws SQLException {
        String sql = "INSERT INTO summaries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                + " ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int column = 1;
            insert.setLong(column++, id);
            insert.setLong(column++, summary.id());
            insert.setInt(column++, summary.strikes());
            for (StrikePattern pattern : PATTERNS) {
                insert.setInt(column++, summary.count(pattern));
            }
            insert.setInt(column++, summary.leftStrikes());
            insert.setInt(column++, summary.rightStrikes());
            for (CueKind cue : CUES) {
                insert.setInt(column++, summary.count(cue));
            }
            for (FormState state : STATES) {
                insert.setLong(column++, summary.timeUs(state));
            }
            insert.setLong(column++, summary.longestGoodUs());
            setKnown(insert, column++, summary.meanCadenceSpm());
            setKnown(insert, column++, summary.meanContactTimeMs());
            insert.setObject(column++, summary.brokeDownAfterUs());
            insert.setInt(column++, summary.walkBreaks());
            insert.setInt(column, summary.withheldCues());
            insert.executeUpdate();
        }
    }

    /** Reads a row of "SELECT s.*, started_us, ended_us" of an ended run. */
    static RunSummary read(ResultSet row) throws SQLException {
        int column = 2;
        long runId = row.getLong(column++);
        int strikes = row.getInt(column++);
        Map<StrikePattern, Integer> patterns = new EnumMap<>(StrikePattern.class);
        for (StrikePattern pattern : PATTERNS) {
            patterns.put(pattern, row.getInt(column++));
        }
        int left = row.getInt(column++);
        int right = row.getInt(column++);
        Map<CueKind, Integer> cues = new EnumMap<>(CueKind.class);
        for (CueKind cue : CUES) {
            cues.put(cue, row.getInt(column++));
        }
        Map<FormState, Long> times = new EnumMap<>(FormState.class);
        for (FormState state : STATES) {
            times.put(state, row.getLong(column++));
        }
        long longestGoodUs = row.getLong(column++);
        Double cadence = known(row, column++);
        Double contactTime = known(row, column++);
        long brokeDownAfterUs = row.getLong(column++);
        boolean formHeld = row.wasNull();
        int walkBreaks = row.getInt(column++);
        int withheldCues = row.getInt(column++);
        long startedUs = row.getLong(column++);
        long endedUs = row.getLong(column);
        return new RunSummary(
                runId,
                startedUs,
                endedUs,
                endedUs,
                strikes,
                left,
                right,
                patterns,
                cues,
                times,
                longestGoodUs,
                formHeld ? null : Long.valueOf(brokeDownAfterUs),
                walkBreaks,
                withheldCues,
                cadence,
                contactTime);
    }

    static PreparedStatement ranged(Connection connection, String sql, RunRow run) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        query.setLong(1, run.firstId());
        query.setLong(2, run.endId());
        return query;
    }

    private static @Nullable Double known(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    private static void setKnown(PreparedStatement insert, int column, @Nullable Double value) throws SQLException {
        if (value == null) {
            insert.setNull(column, Types.REAL);
        } else {
            insert.setDouble(column, value);
        }
    }
}
