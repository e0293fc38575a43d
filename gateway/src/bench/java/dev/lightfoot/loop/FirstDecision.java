package dev.lightfoot.loop;

import dev.lightfoot.form.Cue;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.Stance;
import dev.lightfoot.gait.Strike;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.Scenarios;

/**
 * How long the first decisions take in a fresh JVM, after the gateway's warm-up or without. Usage: FirstDecision warm|cold.
 */
public final class FirstDecision {
    private static final int RATE_HZ = 208;
    private static final int SAMPLES = 15 * RATE_HZ;

    private static long firstNs;
    private static long worstNs;
    private static int strikes;
    private static boolean struck;

    private FirstDecision() {}

    public static void main(String[] args) {
        float[][] samples = record();
        long startNs = System.nanoTime();
        if (args.length > 0 && args[0].equals("warm")) {
            WarmUp.run(FormSettings.defaults(), 30);
        }
        long warmUpNs = System.nanoTime() - startNs;
        Judge judge = new Judge(FormSettings.defaults(), new Listener());
        for (int i = 0; i < SAMPLES; i++) {
            float[] s = samples[i];
            struck = false;
            long beforeNs = System.nanoTime();
            judge.sample(Foot.LEFT, i * 1_000_000_000L / RATE_HZ, s[0], s[1], s[2], s[3], s[4], s[5]);
            long tookNs = System.nanoTime() - beforeNs;
            if (struck) {
                strikes++;
                worstNs = Math.max(worstNs, tookNs);
                firstNs = strikes == 1 ? tookNs : firstNs;
            }
        }
        System.out.printf(
                "warm-up %.0f ms; first decision %.1f us, slowest of the first %d: %.1f us%n",
                warmUpNs / 1e6, firstNs / 1e3, strikes, worstNs / 1e3);
    }

    private static float[][] record() {
        var left = new Body(Scenarios.named("slide"), 2).left();
        var reading = new ImuReading();
        float[][] samples = new float[SAMPLES][];
        for (int i = 0; i < SAMPLES; i++) {
            left.read(i * 1_000_000_000L / RATE_HZ, reading);
            samples[i] = new float[] {
                (float) reading.accXMps2, (float) reading.accYMps2, (float) reading.accZMps2,
                (float) reading.gyroXRadPerS, (float) reading.gyroYRadPerS, (float) reading.gyroZRadPerS
            };
        }
        return samples;
    }

    private static final class Listener implements JudgeListener {
        @Override
        public void strike(Strike strike) {
            struck = true;
        }

        @Override
        public void stance(Stance stance, GaitKind gait) {}

        @Override
        public void formChanged(FormState state, long timeNs, float joggingScore, float rearfootShare) {}

        @Override
        public void cue(Cue cue) {}
    }
}
