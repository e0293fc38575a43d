package dev.lightfoot.history;

import dev.lightfoot.event.Event;
import dev.lightfoot.form.CueReason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Cues and their answers to rows and back; the one place that knows the columns of the table of cues. */
final class CueRows {
    static final String CUES = "SELECT id, time_us, cue, foot, strength_permille, reason, delivery,"
            + " jogging_score_hundredth, strike_angle_hundredth_deg, duty_factor_permille, cadence_tenth_spm,"
            + " decided_us, pin_us FROM cues";
    static final String INSERT = "INSERT INTO cues (id, time_us, cue, foot, strength_permille, reason, delivery,"
            + " jogging_score_hundredth, strike_angle_hundredth_deg, duty_factor_permille, cadence_tenth_spm,"
            + " decided_us, pin_us) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    /** Answers with their cue's id; a selection may follow. */
    static final String ANSWERS = "SELECT * FROM (SELECT id, answered_us, time_us, cue, response,"
            + " jogging_score_hundredth, score_after_hundredth, answer_strikes FROM cues WHERE response IS NOT NULL)";

    private CueRows() {}

    static void bind(PreparedStatement insert, long id, Event.Cued cue) throws SQLException {
        CueReason reason = cue.reason();
        insert.setLong(1, id);
        insert.setLong(2, cue.timeUs());
        insert.setInt(3, Code.CUE.of(cue.cue()));
        insert.setInt(4, Code.FOOT.of(cue.foot()));
        EntryRows.bindScaled(insert, 5, cue.strength(), 1_000);
        insert.setObject(6, reason == null ? null : Code.REASON.of(reason));
        insert.setInt(7, Code.DELIVERY.of(cue.delivery()));
        EntryRows.bindScaled(insert, 8, cue.joggingScore(), 100);
        EntryRows.bindScaled(insert, 9, cue.strikeAngleDeg(), 100);
        EntryRows.bindScaled(insert, 10, cue.dutyFactor(), 1_000);
        EntryRows.bindScaled(insert, 11, cue.cadenceSpm(), 10);
        bind(insert, 12, cue.decidedUs());
        bind(insert, 13, cue.pinUs());
    }

    static Entry<Event.Cued> cue(ResultSet row) throws SQLException, HistoryException {
        int reason = row.getInt(6);
        boolean reasonUnknown = row.wasNull();
        return new Entry<>(
                row.getLong(1),
                new Event.Cued(
                        row.getLong(2),
                        Code.CUE.constant(row.getInt(3)),
                        Code.FOOT.constant(row.getInt(4)),
                        row.getInt(5) / 1_000f,
                        reasonUnknown ? null : Code.REASON.constant(reason),
                        Code.DELIVERY.constant(row.getInt(7)),
                        EntryRows.scaled(row, 8, 100),
                        EntryRows.scaled(row, 9, 100),
                        EntryRows.scaled(row, 10, 1_000),
                        EntryRows.scaled(row, 11, 10),
                        known(row, 12),
                        known(row, 13)));
    }

    /** Writes the answer beside its cue, the last one of that kind and time. */
    static void answer(Connection connection, Event.Answered answer) throws SQLException {
        String sql = "UPDATE cues SET answered_us = ?, response = ?, score_after_hundredth = ?, answer_strikes = ?"
                + " WHERE id = (SELECT max(id) FROM (SELECT id, time_us, cue FROM cues ORDER BY id DESC LIMIT 16)"
                + " WHERE time_us = ? AND cue = ?)";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, answer.timeUs());
            update.setInt(2, Code.RESPONSE.of(answer.response()));
            EntryRows.bindScaled(update, 3, answer.scoreAfter(), 100);
            update.setInt(4, answer.strikes());
            update.setLong(5, answer.cueUs());
            update.setInt(6, Code.CUE.of(answer.cue()));
            update.executeUpdate();
        }
    }

    static Entry<Event.Answered> answer(ResultSet row) throws SQLException, HistoryException {
        return new Entry<>(
                row.getLong(1),
                new Event.Answered(
                        row.getLong(2),
                        row.getLong(3),
                        Code.CUE.constant(row.getInt(4)),
                        Code.RESPONSE.constant(row.getInt(5)),
                        EntryRows.scaled(row, 6, 100),
                        EntryRows.scaled(row, 7, 100),
                        row.getInt(8)));
    }

    private static void bind(PreparedStatement insert, int column, @Nullable Long value) throws SQLException {
        if (value == null) {
            insert.setNull(column, Types.INTEGER);
        } else {
            insert.setLong(column, value);
        }
    }

    private static @Nullable Long known(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
