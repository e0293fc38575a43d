package dev.lightfoot.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a window of a run's strikes and stances into points of equal spans of time. Not thread-safe. */
final class SeriesReader {
    private final RunRow run;
    private final long fromUs;
    private final long toUs;
    private final long spanUs;
    private final Sums[][] sums;
    private final float[] highestScore;

    SeriesReader(RunRow run, long fromUs, long toUs, int points) {
        this.run = run;
        this.fromUs = fromUs;
        this.toUs = toUs;
        spanUs = Math.max(1, Math.ceilDiv(toUs - fromUs, points));
        sums = new Sums[2][points];
        highestScore = new float[points];
        Arrays.fill(highestScore, Float.NaN);
    }

    RunSeries read(Connection connection) throws SQLException {
        String strikes = "SELECT foot, contact_us, pattern, strike_angle_hundredth_deg FROM strikes"
                + " WHERE id >= ? AND id < ? AND contact_us >= ? AND contact_us < ?";
        try (PreparedStatement query = windowed(connection, strikes);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                long angle = row.getLong(4);
                boolean angleUnknown = row.wasNull();
                at(row.getInt(1), row.getLong(2)).strike(row.getLong(2) - fromUs, row.getInt(3), angle, angleUnknown);
            }
        }
        String stances = "SELECT foot, contact_us, contact_time_us, flight_time_us, duty_factor_permille,"
                + " cadence_tenth_spm FROM stances WHERE id >= ? AND id < ? AND contact_us >= ? AND contact_us < ?";
        try (PreparedStatement query = windowed(connection, stances);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                at(row.getInt(1), row.getLong(2)).stance(row, row.getLong(2) - fromUs);
            }
        }
        String scores = "SELECT time_us, jogging_score_hundredth FROM form_changes WHERE id >= ? AND id < ?"
                + " AND time_us >= ? AND time_us < ? AND jogging_score_hundredth IS NOT NULL";
        try (PreparedStatement query = windowed(connection, scores);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                int index = (int) ((row.getLong(1) - fromUs) / spanUs);
                highestScore[index] = Float.isNaN(highestScore[index])
                        ? row.getLong(2) / 100f
                        : Math.max(highestScore[index], row.getLong(2) / 100f);
            }
        }
        return new RunSeries(run.id(), fromUs, toUs, spanUs, points(0), points(1), scores());
    }

    private PreparedStatement windowed(Connection connection, String sql) throws SQLException {
        PreparedStatement query = Summaries.ranged(connection, sql, run);
        query.setLong(3, fromUs);
        query.setLong(4, toUs);
        return query;
    }

    private Sums at(int foot, long timeUs) {
        int index = (int) ((timeUs - fromUs) / spanUs);
        Sums found = sums[foot][index];
        if (found == null) {
            found = new Sums();
            sums[foot][index] = found;
        }
        return found;
    }

    private List<RunSeries.Point> points(int foot) {
        List<RunSeries.Point> points = new ArrayList<>();
        for (Sums span : sums[foot]) {
            if (span != null) {
                points.add(span.point(fromUs));
            }
        }
        return points;
    }

    private List<RunSeries.Score> scores() {
        List<RunSeries.Score> scores = new ArrayList<>();
        for (int i = 0; i < highestScore.length; i++) {
            if (!Float.isNaN(highestScore[i])) {
                scores.add(new RunSeries.Score(fromUs + i * spanUs + spanUs / 2, highestScore[i]));
            }
        }
        return scores;
    }

    /** What lies in one span, of one foot. */
    private static final class Sums {
        private final int[] patterns = new int[3];
        private final Mean angle = new Mean(100);
        private final Mean contactTime = new Mean(1_000);
        private final Mean flightTime = new Mean(1_000);
        private final Mean dutyFactor = new Mean(1_000);
        private final Mean cadence = new Mean(10);
        private final Mean strikeTime = new Mean(1);
        private final Mean stanceTime = new Mean(1);
        private long lowestAngle = Long.MAX_VALUE;
        private long highestAngle = Long.MIN_VALUE;

        void strike(long afterUs, int pattern, long angleHundredthDeg, boolean angleUnknown) {
            strikeTime.add(afterUs);
            patterns[pattern]++;
            if (!angleUnknown) {
                angle.add(angleHundredthDeg);
                lowestAngle = Math.min(lowestAngle, angleHundredthDeg);
                highestAngle = Math.max(highestAngle, angleHundredthDeg);
            }
        }

        void stance(ResultSet row, long afterUs) throws SQLException {
            stanceTime.add(afterUs);
            contactTime.add(row, 3);
            flightTime.add(row, 4);
            dutyFactor.add(row, 5);
            cadence.add(row, 6);
        }

        RunSeries.Point point(long fromUs) {
            return new RunSeries.Point(
                    fromUs + (strikeTime.count > 0 ? strikeTime : stanceTime).whole(),
                    patterns[0],
                    patterns[1],
                    patterns[2],
                    angle.value(),
                    angle.count == 0 ? null : Float.valueOf(lowestAngle / 100f),
                    angle.count == 0 ? null : Float.valueOf(highestAngle / 100f),
                    contactTime.value(),
                    flightTime.value(),
                    dutyFactor.value(),
                    cadence.value());
        }
    }

    /** A mean of whole numbers of a small unit. */
    private static final class Mean {
        private final int scale;
        private long sum;
        private int count;

        Mean(int scale) {
            this.scale = scale;
        }

        void add(long value) {
            sum += value;
            count++;
        }

        void add(ResultSet row, int column) throws SQLException {
            long value = row.getLong(column);
            if (!row.wasNull()) {
                add(value);
            }
        }

        long whole() {
            return sum / count;
        }

        @Nullable
        Float value() {
            return count == 0 ? null : Float.valueOf((float) ((double) sum / count / scale));
        }
    }
}
