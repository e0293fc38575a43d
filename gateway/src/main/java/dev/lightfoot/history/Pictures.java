package dev.lightfoot.history;

import dev.lightfoot.form.FormState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Draws the small picture of a run from its bands and strikes, and keeps those of ended runs. */
final class Pictures {
    private static final int SLICES = FormPicture.SLICES;
    private static final byte UNKNOWN = (byte) 255;

    private Pictures() {}

    static FormPicture compute(Connection connection, RunRow run, long lastUs, List<RunStory.Band> bands)
            throws SQLException, HistoryException {
        long spanUs = Math.max(1, lastUs - run.startedUs());
        byte[] states = states(bands, run.startedUs(), spanUs);
        byte[] rearfootPercent = new byte[SLICES];
        Arrays.fill(rearfootPercent, UNKNOWN);
        String shares = "SELECT max(0, min(" + (SLICES - 1) + ", (contact_us - ?3) * " + SLICES + " / ?4)),"
                + " sum(pattern = 0), count(*) FROM strikes WHERE id >= ?1 AND id < ?2 GROUP BY 1";
        try (PreparedStatement query = Summaries.ranged(connection, shares, run)) {
            query.setLong(3, run.startedUs());
            query.setLong(4, spanUs);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rearfootPercent[row.getInt(1)] = (byte) Math.round(100.0 * row.getInt(2) / row.getInt(3));
                }
            }
        }
        return of(states, rearfootPercent);
    }

    private static byte[] states(List<RunStory.Band> bands, long startedUs, long spanUs) {
        long[][] timeUs = new long[SLICES][Code.STATE.constants().size()];
        for (RunStory.Band band : bands) {
            int state = Code.STATE.of(band.state());
            for (int slice = 0; slice < SLICES; slice++) {
                long fromUs = startedUs + spanUs * slice / SLICES;
                long toUs = startedUs + spanUs * (slice + 1) / SLICES;
                timeUs[slice][state] += Math.max(0, Math.min(toUs, band.toUs()) - Math.max(fromUs, band.fromUs()));
            }
        }
        byte[] states = new byte[SLICES];
        Arrays.fill(states, UNKNOWN);
        for (int slice = 0; slice < SLICES; slice++) {
            long longestUs = 0;
            for (int state = 0; state < timeUs[slice].length; state++) {
                if (timeUs[slice][state] > longestUs) {
                    longestUs = timeUs[slice][state];
                    states[slice] = (byte) state;
                }
            }
        }
        return states;
    }

    static void insert(Connection connection, long runId, FormPicture picture) throws SQLException {
        byte[] states = new byte[SLICES];
        byte[] rearfootPercent = new byte[SLICES];
        for (int slice = 0; slice < SLICES; slice++) {
            FormState state = picture.slices().get(slice).state();
            Integer percent = picture.slices().get(slice).rearfootPercent();
            states[slice] = state == null ? UNKNOWN : (byte) Code.STATE.of(state);
            rearfootPercent[slice] = percent == null ? UNKNOWN : percent.byteValue();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT OR REPLACE INTO pictures VALUES (?, ?, ?)")) {
            insert.setLong(1, runId);
            insert.setBytes(2, states);
            insert.setBytes(3, rearfootPercent);
            insert.executeUpdate();
        }
    }

    static FormPicture of(byte[] states, byte[] rearfootPercent) throws HistoryException {
        if (states.length != SLICES || rearfootPercent.length != SLICES) {
            throw new HistoryException("the history holds a picture of " + states.length + " slices where " + SLICES
                    + " are expected: it is damaged, restore a copy or move it away");
        }
        List<FormPicture.Slice> slices = new ArrayList<>(SLICES);
        for (int slice = 0; slice < SLICES; slice++) {
            slices.add(new FormPicture.Slice(
                    states[slice] == UNKNOWN ? null : Code.STATE.constant(states[slice]),
                    rearfootPercent[slice] == UNKNOWN ? null : Integer.valueOf(rearfootPercent[slice])));
        }
        return new FormPicture(slices);
    }
}
