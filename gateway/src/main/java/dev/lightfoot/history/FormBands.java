package dev.lightfoot.history;

import dev.lightfoot.form.FormState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stretches of one form state that a run consists of, and its walk breaks. Not thread-safe. */
final class FormBands {
    /** Of walking between two stretches of running. */
    static final long WALK_BREAK_US = 5_000_000;

    private final List<RunStory.Band> bands = new ArrayList<>();
    private @Nullable FormState state;
    private long sinceUs;

    private FormBands(long startedUs) {
        sinceUs = startedUs;
    }

    /** The bands of a run in order, without gaps from the first state that is known, up to lastUs. */
    static List<RunStory.Band> read(Connection connection, RunRow run, long lastUs)
            throws SQLException, HistoryException {
        FormBands bands = new FormBands(run.startedUs());
        String before = EntryRows.FORM_CHANGES + " WHERE id < ? ORDER BY id DESC LIMIT 1";
        try (PreparedStatement query = connection.prepareStatement(before)) {
            query.setLong(1, run.firstId());
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    bands.change(EntryRows.formChange(row).event().state(), run.startedUs());
                }
            }
        }
        String within = "SELECT time_us, state FROM form_changes WHERE id >= ? AND id < ? ORDER BY id";
        try (PreparedStatement query = Summaries.ranged(connection, within, run);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                bands.change(Code.STATE.constant(row.getInt(2)), Math.min(row.getLong(1), lastUs));
            }
        }
        bands.end(lastUs);
        return bands.bands;
    }

    /** A change to the same state, where only the score moved, does not break a band. */
    private void change(FormState next, long timeUs) {
        if (next != state) {
            end(timeUs);
            state = next;
            sinceUs = Math.max(sinceUs, timeUs);
        }
    }

    private void end(long timeUs) {
        if (state != null && timeUs > sinceUs) {
            RunStory.Band last = bands.isEmpty() ? null : bands.getLast();
            if (last != null && last.state() == state) {
                bands.set(bands.size() - 1, new RunStory.Band(last.fromUs(), timeUs, state));
            } else {
                bands.add(new RunStory.Band(sinceUs, timeUs, state));
            }
        }
    }

    /** The walk breaks between stretches of running; standing in them is part of them. */
    static List<RunStory.Span> walkBreaks(List<RunStory.Band> bands) {
        List<RunStory.Span> breaks = new ArrayList<>();
        boolean ran = false;
        long fromUs = 0;
        long walkedUs = 0;
        boolean resting = false;
        for (RunStory.Band band : bands) {
            boolean rest = band.state() == FormState.WALKING || band.state() == FormState.STANDING;
            if (rest && !resting) {
                fromUs = band.fromUs();
            }
            if (band.state() == FormState.WALKING) {
                walkedUs += band.toUs() - band.fromUs();
            }
            if (!rest) {
                if (ran && walkedUs >= WALK_BREAK_US) {
                    breaks.add(new RunStory.Span(fromUs, band.fromUs()));
                }
                ran = true;
                walkedUs = 0;
            }
            resting = rest;
        }
        return breaks;
    }

    static FormTimes times(List<RunStory.Band> bands, long startedUs, long lastUs) {
        FormTimes times = new FormTimes(startedUs);
        for (RunStory.Band band : bands) {
            times.change(band.state(), band.fromUs());
        }
        times.end(lastUs);
        return times;
    }
}
