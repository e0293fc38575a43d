package dev.lightfoot.history;

import dev.lightfoot.gait.Foot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Counts how the strikes and stances of one run spread, for each foot. */
final class Spreads {
    private final Counts[] angles = feet(-20, 1, 60);
    private final Counts[] contactTimes = feet(100, 10, 50);
    private final Counts[] dutyFactors = feet(0.20, 0.01, 60);
    private final Counts[] cadences = feet(100, 2, 60);

    private Spreads() {}

    static Spreads read(Connection connection, RunRow run) throws SQLException {
        Spreads spreads = new Spreads();
        String strikes = "SELECT foot, strike_angle_hundredth_deg FROM strikes"
                + " WHERE id >= ? AND id < ? AND strike_angle_hundredth_deg IS NOT NULL";
        try (PreparedStatement query = Summaries.ranged(connection, strikes, run);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                spreads.angles[row.getInt(1)].add(row.getLong(2) / 100.0);
            }
        }
        String stances = "SELECT foot, contact_time_us, coalesce(duty_factor_permille, -1),"
                + " coalesce(cadence_tenth_spm, -1) FROM stances WHERE id >= ? AND id < ? AND gait <> 0";
        try (PreparedStatement query = Summaries.ranged(connection, stances, run);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                spreads.add(row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4));
            }
        }
        return spreads;
    }

    private void add(int foot, long contactTimeUs, long dutyFactorPermille, long cadenceTenthSpm) {
        contactTimes[foot].add(contactTimeUs / 1_000.0);
        if (dutyFactorPermille >= 0) {
            dutyFactors[foot].add(dutyFactorPermille / 1_000.0);
        }
        if (cadenceTenthSpm >= 0) {
            cadences[foot].add(cadenceTenthSpm / 10.0);
        }
    }

    RunStory.Distributions of(Foot foot) {
        int number = Code.FOOT.of(foot);
        return new RunStory.Distributions(
                angles[number].histogram(),
                contactTimes[number].histogram(),
                dutyFactors[number].histogram(),
                cadences[number].histogram());
    }

    private static Counts[] feet(double first, double width, int bins) {
        return new Counts[] {new Counts(first, width, bins), new Counts(first, width, bins)};
    }

    /** A histogram under way. */
    private static final class Counts {
        private final double first;
        private final double width;
        private final int[] counts;

        Counts(double first, double width, int bins) {
            this.first = first;
            this.width = width;
            counts = new int[bins];
        }

        void add(double value) {
            int bin = (int) Math.floor((value - first) / width + 1e-9);
            counts[Math.clamp(bin, 0, counts.length - 1)]++;
        }

        Histogram histogram() {
            List<Integer> all = new ArrayList<>(counts.length);
            for (int count : counts) {
                all.add(count);
            }
            return new Histogram(first, width, all);
        }
    }
}
