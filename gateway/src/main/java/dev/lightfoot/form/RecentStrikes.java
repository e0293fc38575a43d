package dev.lightfoot.form;

import dev.lightfoot.gait.StrikePattern;

/**
 * The last strikes of both feet, smoothed: a moving mean of the jogging score over 6 strikes (Van den Berghe 2021 used 5)
 * and the rearfoot share over 20. One stray step moves the score by a sixth.
 */
final class RecentStrikes {
    private static final int SCORES = 6;
    private static final int PATTERNS = 20;

    private final float[] scores = new float[SCORES];
    private final boolean[] rearfoot = new boolean[PATTERNS];
    private int scoreCount;
    private int patternCount;

    void add(StrikePattern pattern) {
        rearfoot[patternCount++ % PATTERNS] = pattern == StrikePattern.REARFOOT;
    }

    void addScore(float score) {
        scores[scoreCount++ % SCORES] = score;
    }

    /** NaN until there are enough strikes. */
    float score() {
        if (scoreCount < SCORES) {
            return Float.NaN;
        }
        float sum = 0;
        for (float score : scores) {
            sum += score;
        }
        return sum / SCORES;
    }

    /** How many of the strikes that make up the score have at least this score themselves. */
    int scoresFrom(float least) {
        int count = 0;
        for (int i = 0; i < Math.min(scoreCount, SCORES); i++) {
            count += scores[i] >= least ? 1 : 0;
        }
        return count;
    }

    /** In [0, 1]; NaN when there was no strike. */
    float rearfootShare() {
        int count = Math.min(patternCount, PATTERNS);
        int rear = 0;
        for (int i = 0; i < count; i++) {
            rear += rearfoot[i] ? 1 : 0;
        }
        return count == 0 ? Float.NaN : (float) rear / count;
    }

    void clear() {
        scoreCount = 0;
        patternCount = 0;
    }
}
