package dev.lightfoot.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.form.Cue;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.Stance;
import dev.lightfoot.gait.Strike;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.Mount;
import dev.lightfoot.sim.runner.Scenarios;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a judge keeps of a foot whose samples begin again. */
final class JudgeTest {
    private final List<Long> contactsNs = new ArrayList<>();
    private final Body body = new Body(Scenarios.named("good-run"), 3, Mount.random(3), Mount.random(4));
    private final Judge judge = new Judge(FormSettings.defaults(), new JudgeListener() {
        @Override
        public void strike(Strike strike) {
            contactsNs.add(strike.contactNs());
        }

        @Override
        public void stance(Stance stance, GaitKind gait) {}

        @Override
        public void formChanged(FormState state, long timeNs, float joggingScore, float rearfootShare) {}

        @Override
        public void cue(Cue cue) {}
    });

    private void play(double fromS, double toS) {
        ImuReading reading = new ImuReading();
        for (long i = (long) (fromS * 208); i < toS * 208; i++) {
            long timeNs = (long) (i * 1e9 / 208);
            body.left().read(timeNs, reading);
            judge.sample(
                    Foot.LEFT,
                    timeNs,
                    (float) reading.accXMps2,
                    (float) reading.accYMps2,
                    (float) reading.accZMps2,
                    (float) reading.gyroXRadPerS,
                    (float) reading.gyroYRadPerS,
                    (float) reading.gyroZRadPerS);
        }
    }

    private long firstContactAfterNs(Object pod, Object nextPod) {
        judge.begin(Foot.LEFT, pod, null);
        play(0, 20);
        judge.begin(Foot.LEFT, nextPod, null);
        contactsNs.clear();
        play(25, 60);
        return contactsNs.isEmpty() ? Long.MAX_VALUE : contactsNs.getFirst();
    }

    @Test
    void theSamePodIsJudgedAtOnceAnotherIsLearnedFirst() {
        long samePodNs = firstContactAfterNs("pod", "pod");
        long otherPodNs = firstContactAfterNs("pod", "other pod");
        assertThat(samePodNs).isBetween(25_000_000_000L, 26_500_000_000L);
        assertThat(otherPodNs).isGreaterThan(samePodNs);
    }
}
