package dev.lightfoot.history;

import dev.lightfoot.event.Event;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.form.FreshForm;
import dev.lightfoot.form.SessionStart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the coach remembers of the runner: fresh form for each shoe, how many sessions there were, the one under way. */
final class FreshForms {
    /** Of running; shorter runs count as no session. */
    private static final long SESSION_FROM_US = 300_000_000L;

    private FreshForms() {}

    static void insert(Connection connection, String shoe, @Nullable Long runId, Event.Learned learned)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO fresh_forms VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, learned.timeUs());
            insert.setString(2, shoe);
            insert.setObject(3, runId);
            insert.setLong(4, Math.round(learned.strikeAngleDeg() * 100.0));
            insert.setLong(5, Math.round(learned.dutyFactor() * 1_000.0));
            insert.setLong(6, Math.round(learned.cadenceSpm() * 10.0));
            insert.setInt(7, learned.calibrated() ? 1 : 0);
            insert.executeUpdate();
        }
    }

    /**
     * What is known of the runner now.
     *
     * @param run the last run, when it may go on; null when a new one will begin
     * @param firstRunCounted runs before it count as no session
     * @param epochOffsetNs from the clock of the samples to the epoch
     */
    static SessionStart sessionStart(
            Connection connection,
            String shoe,
            @Nullable RunRow run,
            long lastUs,
            int firstRunCounted,
            FormSettings settings,
            long epochOffsetNs)
            throws SQLException {
        long runId = run == null ? -1 : run.id();
        SessionStart.UnderWay underWay = run == null
                ? null
                : new SessionStart.UnderWay(
                        run.startedUs() * 1_000 - epochOffsetNs,
                        lastUs * 1_000 - epochOffsetNs,
                        learnedIn(connection, shoe, runId));
        FreshForm kept = FreshForm.kept(sinceCalibration(connection, shoe), settings);
        return new SessionStart(sessionsBefore(connection, runId, firstRunCounted), kept, underWay);
    }

    private static int sessionsBefore(Connection connection, long runId, int firstRunCounted) throws SQLException {
        String count = "SELECT count(*) FROM summaries WHERE run_id <> ? AND run_id >= ?"
                + " AND good_us + drifting_us + jogging_us >= " + SESSION_FROM_US;
        try (PreparedStatement query = connection.prepareStatement(count)) {
            query.setLong(1, runId);
            query.setLong(2, firstRunCounted);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    private static List<FreshForm> sinceCalibration(Connection connection, String shoe) throws SQLException {
        String forms = "SELECT strike_angle_hundredth_deg, duty_factor_permille, cadence_tenth_spm FROM fresh_forms"
                + " WHERE shoe = ?1 AND rowid >= coalesce("
                + "(SELECT max(rowid) FROM fresh_forms WHERE shoe = ?1 AND calibrated <> 0), 0) ORDER BY rowid";
        try (PreparedStatement query = connection.prepareStatement(forms)) {
            query.setString(1, shoe);
            List<FreshForm> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(form(row));
                }
            }
            return found;
        }
    }

    private static @Nullable FreshForm learnedIn(Connection connection, String shoe, long runId) throws SQLException {
        String form = "SELECT strike_angle_hundredth_deg, duty_factor_permille, cadence_tenth_spm FROM fresh_forms"
                + " WHERE shoe = ? AND run_id = ? ORDER BY rowid DESC LIMIT 1";
        try (PreparedStatement query = connection.prepareStatement(form)) {
            query.setString(1, shoe);
            query.setLong(2, runId);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? form(row) : null;
            }
        }
    }

    private static FreshForm form(ResultSet row) throws SQLException {
        return new FreshForm(row.getInt(1) / 100f, row.getInt(2) / 1_000f, row.getInt(3) / 10f);
    }
}
