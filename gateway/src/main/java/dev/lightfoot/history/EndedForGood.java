package dev.lightfoot.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The run that was last ended for good, kept as a cursor of the history's own: a restart does not go on with it. */
final class EndedForGood {
    private static final String ROW = "('history', 'run-ended-for-good', ?)";

    private EndedForGood() {}

    static void keep(Connection connection, long run) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(
                "INSERT INTO cursors VALUES " + ROW + " ON CONFLICT DO UPDATE SET id = excluded.id")) {
            upsert.setLong(1, run);
            upsert.executeUpdate();
        }
    }

    static boolean is(Connection connection, long run) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT 1 FROM cursors WHERE (publisher, stream, id) = " + ROW)) {
            query.setLong(1, run);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
