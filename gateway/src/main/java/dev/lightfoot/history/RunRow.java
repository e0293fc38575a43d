package dev.lightfoot.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of the table of runs; its entries have firstId <= id < endId. Times are microseconds of the Unix epoch. */
record RunRow(
        long id,
        long firstId,
        long endId,
        long startedUs,
        @Nullable Long endedUs) {
    static final String COLUMNS = "id, first_id, coalesce(end_id, " + Long.MAX_VALUE + "), started_us, ended_us";

    static RunRow read(ResultSet row) throws SQLException {
        long endedUs = row.getLong(5);
        boolean open = row.wasNull();
        return new RunRow(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), open ? null : endedUs);
    }

    static Optional<RunRow> find(Connection connection, long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT " + COLUMNS + " FROM runs WHERE id = ?")) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    /** The same by a clock that was set. */
    RunRow setBy(long byUs) {
        return new RunRow(id, firstId, endId, startedUs + byUs, endedUs == null ? null : endedUs + byUs);
    }

    boolean open() {
        return endedUs == null;
    }

    /** When the last strike or stance of an open run ended; its start when it has none. */
    long lastUs(Connection connection) throws SQLException {
        if (endedUs != null) {
            return endedUs;
        }
        String sql = "SELECT max((SELECT coalesce(max(contact_us), ?1) FROM strikes WHERE id >= ?2 AND id < ?3),"
                + " (SELECT coalesce(max(contact_us + contact_time_us), ?1) FROM stances WHERE id >= ?2 AND id < ?3))";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, startedUs);
            query.setLong(2, firstId);
            query.setLong(3, endId);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : startedUs;
            }
        }
    }
}
