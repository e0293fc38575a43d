package dev.lightfoot.history;

/**
 * How much is kept. What goes beyond it are the strikes and stances of the oldest runs; their summaries, pictures, form
 * over time, cues and notes stay. Immutable.
 *
 * @param keepStrikesDays 0: for ever
 * @param mostBytes of the database
 */
public record Retention(int keepStrikesDays, long mostBytes) {
    /** For ever, up to 2 GB: some 30 million strikes. */
    public static final Retention USUAL = new Retention(0, 2_048L << 20);

    public Retention {
        if (keepStrikesDays < 0) {
            throw new IllegalArgumentException("keepStrikesDays " + keepStrikesDays + " must be 0 or more");
        }
        if (mostBytes < 1 << 20) {
            throw new IllegalArgumentException("mostBytes " + mostBytes + " must be " + (1 << 20) + " or more");
        }
    }
}
