package dev.lightfoot.loop;

import dev.lightfoot.form.Cue;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.Stance;
import dev.lightfoot.gait.Strike;

/**
 * Runs made-up strides through a judge of its own before the first pod is heard, so that the first real strike finds the
 * path compiled: interpreted, a sample takes some forty times as long. The strides are crude (straight lines of pitch,
 * smoothed), good enough to be landed, stood on and pushed off from.
 */
public final class WarmUp {
    private static final long SAMPLE_NS = 4_807_692L;
    private static final double STANDING_S = 1.5;
    private static final double STRIDE_S = 0.72;
    private static final double GRAVITY_MPS2 = 9.81;
    /** Pitch at these parts of a stride, in deg, toes up: flat, heel rise, push-off, heel high, toes up, landing. */
    private static final double[] PARTS = {0, 0.08, 0.2, 0.36, 0.47, 0.86, 0.94, 1};

    private static final double[] PITCHES_DEG = {4, 0, -1, -58, -85, 24, 18, 4};
    /** Of the push of the ground, beyond gravity. */
    private static final double LANDING_MPS2 = 18;

    /** No foot moves in its plane alone; an axis that reads the same for long counts as stuck. */
    private static final double LEAN = 0.02;

    private static final double LANDING_PART = 0.1;

    private WarmUp() {}

    /** Plays both feet for a while and returns how many strikes were judged. */
    public static int run(FormSettings settings, double seconds) {
        Counter counter = new Counter();
        Judge judge = new Judge(settings, counter);
        long samples = (long) (seconds * 1e9 / SAMPLE_NS);
        for (long i = 0; i < samples; i++) {
            long timeNs = i * SAMPLE_NS;
            sample(judge, Foot.LEFT, timeNs, 0);
            sample(judge, Foot.RIGHT, timeNs, STRIDE_S / 2);
        }
        return counter.strikes;
    }

    private static void sample(Judge judge, Foot foot, long timeNs, double behindS) {
        double strides = (timeNs / 1e9 - STANDING_S - behindS) / STRIDE_S;
        double part = strides < 0 ? 0.1 : strides - Math.floor(strides);
        double h = 0.002;
        double pitch = Math.toRadians(pitchDeg(part));
        double rate = strides < 0 ? 0 : Math.toRadians(pitchDeg(part + h) - pitchDeg(part - h)) / (2 * h * STRIDE_S);
        double push = strides >= 0 && (part > 1 - LANDING_PART / 2 || part < LANDING_PART / 2) ? LANDING_MPS2 : 0;
        double up = GRAVITY_MPS2 + push;
        judge.sample(
                foot,
                timeNs,
                (float) (up * Math.sin(pitch)),
                (float) (LEAN * up * Math.sin(pitch)),
                (float) (up * Math.cos(pitch)),
                (float) (LEAN * rate),
                (float) -rate,
                (float) (-LEAN * rate));
    }

    private static double pitchDeg(double part) {
        double wrapped = part - Math.floor(part);
        int i = 1;
        while (PARTS[i] < wrapped) {
            i++;
        }
        double along = (wrapped - PARTS[i - 1]) / (PARTS[i] - PARTS[i - 1]);
        double smooth = along * along * (3 - 2 * along);
        return PITCHES_DEG[i - 1] + smooth * (PITCHES_DEG[i] - PITCHES_DEG[i - 1]);
    }

    private static final class Counter implements JudgeListener {
        private int strikes;

        @Override
        public void strike(Strike strike) {
            strikes++;
        }

        @Override
        public void stance(Stance stance, GaitKind gait) {}

        @Override
        public void formChanged(FormState state, long timeNs, float joggingScore, float rearfootShare) {}

        @Override
        public void cue(Cue cue) {}
    }
}
