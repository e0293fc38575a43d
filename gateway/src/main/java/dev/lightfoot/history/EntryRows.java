package dev.lightfoot.history;

import dev.lightfoot.event.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Events to rows and back; the one place that knows the columns of the entry tables. */
final class EntryRows {
    static final String STRIKES = "SELECT id, foot, contact_us, decided_after_us, pattern, confidence_permille,"
            + " strike_angle_hundredth_deg FROM strikes";
    static final String STANCES = "SELECT id, foot, contact_us, contact_time_us, flight_time_us,"
            + " flight_time_estimated, duty_factor_permille, cadence_tenth_spm, gait FROM stances";
    static final String FORM_CHANGES =
            "SELECT id, time_us, state, jogging_score_hundredth, rearfoot_share_permille FROM form_changes";

    private EntryRows() {}

    /** Makes an entry of the row the result stands on. */
    interface Reading<T> {
        T read(ResultSet row) throws SQLException, HistoryException;
    }

    /**
     * Inserts an event into its table; false for a kind that is no entry. Each insert is prepared anew: the driver
     * finalizes a statement that failed, as on a full disk, and there are a few events a second.
     */
    static boolean insert(Connection connection, long id, Event event) throws SQLException {
        String sql = switch (event) {
            case Event.Struck e -> "INSERT INTO strikes VALUES (?, ?, ?, ?, ?, ?, ?)";
            case Event.Stood e -> "INSERT INTO stances VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
            case Event.Formed e -> "INSERT INTO form_changes VALUES (?, ?, ?, ?, ?)";
            case Event.Cued e -> CueRows.INSERT;
            case Event.Answered _, Event.Learned _, Event.Mounted _, Event.Linked _ -> "";
        };
        if (sql.isEmpty()) {
            return false;
        }
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            switch (event) {
                case Event.Struck e -> bind(insert, id, e);
                case Event.Stood e -> bind(insert, id, e);
                case Event.Formed e -> bind(insert, id, e);
                case Event.Cued e -> CueRows.bind(insert, id, e);
                case Event.Answered _, Event.Learned _, Event.Mounted _, Event.Linked _ -> {
                    return false;
                }
            }
            insert.executeUpdate();
            return true;
        }
    }

    private static void bind(PreparedStatement insert, long id, Event.Struck strike) throws SQLException {
        insert.setLong(1, id);
        insert.setInt(2, Code.FOOT.of(strike.foot()));
        insert.setLong(3, strike.contactUs());
        insert.setLong(4, strike.decidedUs() - strike.contactUs());
        insert.setInt(5, Code.PATTERN.of(strike.pattern()));
        bindScaled(insert, 6, strike.confidence(), 1_000);
        bindScaled(insert, 7, strike.strikeAngleDeg(), 100);
    }

    static Entry<Event.Struck> strike(ResultSet row) throws SQLException, HistoryException {
        long contactUs = row.getLong(3);
        return new Entry<>(
                row.getLong(1),
                new Event.Struck(
                        Code.FOOT.constant(row.getInt(2)),
                        contactUs,
                        contactUs + row.getLong(4),
                        Code.PATTERN.constant(row.getInt(5)),
                        row.getInt(6) / 1_000f,
                        scaled(row, 7, 100)));
    }

    private static void bind(PreparedStatement insert, long id, Event.Stood stance) throws SQLException {
        insert.setLong(1, id);
        insert.setInt(2, Code.FOOT.of(stance.foot()));
        insert.setLong(3, stance.contactUs());
        insert.setLong(4, stance.terminalContactUs() - stance.contactUs());
        bindScaled(insert, 5, stance.flightTimeMs(), 1_000);
        insert.setInt(6, stance.flightTimeEstimated() ? 1 : 0);
        bindScaled(insert, 7, stance.dutyFactor(), 1_000);
        bindScaled(insert, 8, stance.cadenceSpm(), 10);
        insert.setInt(9, Code.GAIT.of(stance.gait()));
    }

    static Entry<Event.Stood> stance(ResultSet row) throws SQLException, HistoryException {
        long contactUs = row.getLong(3);
        long contactTimeUs = row.getLong(4);
        return new Entry<>(
                row.getLong(1),
                new Event.Stood(
                        Code.FOOT.constant(row.getInt(2)),
                        contactUs,
                        contactUs + contactTimeUs,
                        contactTimeUs / 1_000f,
                        scaled(row, 5, 1_000),
                        row.getInt(6) != 0,
                        scaled(row, 7, 1_000),
                        scaled(row, 8, 10),
                        Code.GAIT.constant(row.getInt(9))));
    }

    private static void bind(PreparedStatement insert, long id, Event.Formed form) throws SQLException {
        insert.setLong(1, id);
        insert.setLong(2, form.timeUs());
        insert.setInt(3, Code.STATE.of(form.state()));
        bindScaled(insert, 4, form.joggingScore(), 100);
        bindScaled(insert, 5, form.rearfootShare(), 1_000);
    }

    static Entry<Event.Formed> formChange(ResultSet row) throws SQLException, HistoryException {
        return new Entry<>(
                row.getLong(1),
                new Event.Formed(
                        row.getLong(2),
                        Code.STATE.constant(row.getInt(3)),
                        scaled(row, 4, 100),
                        scaled(row, 5, 1_000)));
    }

    static void bindScaled(PreparedStatement insert, int column, @Nullable Float value, int scale) throws SQLException {
        if (value == null || value.isNaN()) {
            insert.setNull(column, Types.INTEGER);
        } else {
            insert.setLong(column, Math.round(value.doubleValue() * scale));
        }
    }

    static @Nullable Float scaled(ResultSet row, int column, int scale) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : (float) ((double) number / scale);
    }
}
