package dev.lightfoot.form;

import dev.lightfoot.gait.StrikePattern;

/**
 * The last strikes of both feet, smoothed: an exponentially weighted mean of the jogging score, in which the last six strikes
 * weigh 95 % (Van den Berghe 2021 used a moving mean of 5), and the rearfoot share over 20.
 */
final class RecentStrikes {
    private static final int SCORES = 6;
    private static final int PATTERNS = 20;
    private static final float WEIGHT_OF_A_STRIKE = 0.4f;

    private final float[] scores = new float[SCORES];
    private final boolean[] rearfoot = new boolean[PATTERNS];
    private float smoothedScore;
    private float weights;
    private int scoreCount;
    private int patternCount;

    void add(StrikePattern pattern) {
        rearfoot[patternCount++ % PATTERNS] = pattern == StrikePattern.REARFOOT;
    }

    void addScore(float score) {
        scores[scoreCount++ % SCORES] = score;
        smoothedScore += WEIGHT_OF_A_STRIKE * (score - smoothedScore);
        weights += WEIGHT_OF_A_STRIKE * (1 - weights);
    }

    /** NaN until there are enough strikes. */
    float score() {
        return scoreCount < SCORES ? Float.NaN : smoothedScore / weights;
    }

    /** How many of the last six strikes have at least this score themselves. */
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
        smoothedScore = 0;
        weights = 0;
        patternCount = 0;
    }
}
