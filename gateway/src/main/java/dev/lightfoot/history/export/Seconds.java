package dev.lightfoot.history.export;

import dev.lightfoot.event.Event;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run in whole seconds: the means of the contacts that began in each; NaN where there is none of which it is known. */
record Seconds(List<Second> all) {
    /** A mean over so few strikes jumps about less than one over a second of them; 20 of both feet are some 7 s. */
    private static final int RECENT_STRIKES = 20;

    /**
     * One second.
     *
     * @param startUs on the whole second of the Unix epoch
     * @param cadenceSpm steps a minute of both feet
     * @param rearfootSharePct of the last {@value #RECENT_STRIKES} strikes
     * @param form in force at its end, or the last that is known
     */
    record Second(
            long startUs,
            double cadenceSpm,
            double contactTimeMs,
            double leftContactTimeMs,
            double rightContactTimeMs,
            double dutyFactorPct,
            double leftAngleDeg,
            double rightAngleDeg,
            double rearfootSharePct,
            boolean walking,
            @Nullable FormState form) {}

    static Seconds of(RunSheet sheet) {
        List<Second> seconds = new ArrayList<>();
        long firstUs = Math.floorDiv(sheet.run().startedUs(), 1_000_000L) * 1_000_000L;
        List<RunSheet.Row> rows = sheet.rows();
        int from = 0;
        boolean walking = false;
        FormState form = null;
        for (long startUs = firstUs; startUs <= sheet.run().lastUs(); startUs += 1_000_000L) {
            int to = from;
            while (to < rows.size() && rows.get(to).contactUs() < startUs + 1_000_000L) {
                to++;
            }
            List<RunSheet.Row> within = rows.subList(from, to);
            for (RunSheet.Row row : within) {
                walking = row.stance() == null ? walking : row.stance().gait() == GaitKind.WALKING;
                form = row.form() == null ? form : row.form();
            }
            seconds.add(second(startUs, within, rows.subList(Math.max(0, to - RECENT_STRIKES), to), walking, form));
            from = to;
        }
        return new Seconds(List.copyOf(seconds));
    }

    private static Second second(
            long startUs,
            List<RunSheet.Row> within,
            List<RunSheet.Row> recent,
            boolean walking,
            @Nullable FormState form) {
        Mean cadence = new Mean();
        Mean contact = new Mean();
        Mean leftContact = new Mean();
        Mean rightContact = new Mean();
        Mean duty = new Mean();
        Mean leftAngle = new Mean();
        Mean rightAngle = new Mean();
        for (RunSheet.Row row : within) {
            Event.Stood stance = row.stance();
            if (stance != null) {
                cadence.add(stance.cadenceSpm());
                contact.add(stance.contactTimeMs());
                (row.foot() == Foot.LEFT ? leftContact : rightContact).add(stance.contactTimeMs());
                duty.add(stance.dutyFactor());
            }
            if (row.strike() != null) {
                (row.foot() == Foot.LEFT ? leftAngle : rightAngle)
                        .add(row.strike().strikeAngleDeg());
            }
        }
        Mean rearfoot = new Mean();
        for (RunSheet.Row row : recent) {
            if (row.strike() != null) {
                rearfoot.add(row.strike().pattern() == StrikePattern.REARFOOT ? 100f : 0f);
            }
        }
        return new Second(
                startUs,
                cadence.value(),
                contact.value(),
                leftContact.value(),
                rightContact.value(),
                duty.value() * 100,
                leftAngle.value(),
                rightAngle.value(),
                rearfoot.value(),
                walking,
                form);
    }

    /** A mean of what is known. */
    static final class Mean {
        private double sum;
        private int count;

        void add(@Nullable Float value) {
            if (value != null) {
                sum += value;
                count++;
            }
        }

        /** NaN of nothing. */
        double value() {
            return sum / count;
        }
    }
}
