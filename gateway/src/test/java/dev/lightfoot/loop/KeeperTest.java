package dev.lightfoot.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.event.Event;
import dev.lightfoot.event.EventOf;
import dev.lightfoot.event.EventSink;
import dev.lightfoot.form.Cue;
import dev.lightfoot.form.CueAnswer;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.CueReason;
import dev.lightfoot.form.CueResponse;
import dev.lightfoot.form.Delivery;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.AngleZero;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.Resolution;
import dev.lightfoot.gait.Stance;
import dev.lightfoot.gait.Strike;
import dev.lightfoot.gait.StrikePattern;
import dev.lightfoot.haptic.Haptic;
import dev.lightfoot.haptic.HapticStatus;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeeperTest {
    private static final Event LINKED = new Event.Linked(5, "AA", Foot.LEFT, "streaming", "asked for", 90);

    private final EventRing ring = new EventRing(8);
    private final BlockingQueue<Event> heard = new LinkedBlockingQueue<>();

    private void cue(int index) {
        ring.cue(cueOf(CueKind.NUDGE, Foot.LEFT, index * 1000L, 0.5f), index * 1000L, EventOf.NO_TIME_NS);
    }

    @Test
    void eachKindComesOutAsItWentInWithTheTimesOfTheEpoch() {
        EventOf eventOf = new EventOf(1_000_000);
        ring.strike(new Strike(Foot.RIGHT).set(2_000, 52_000, StrikePattern.FOREFOOT, 0.75f, Float.NaN));
        ring.stance(new Stance(Foot.LEFT).set(1_000, 200_001_000, -12.5f, true, 0.4f, 166, false), GaitKind.JOGGING);
        ring.form(FormState.DRIFTING, 9_000, 0.6f, Float.NaN);
        ring.cue(cueOf(CueKind.STOP, Foot.RIGHT, 9_000, 1), 10_000, 11_000);
        ring.answer(new CueAnswer().set(CueKind.STOP, CueResponse.WALKED, 9_000, 12_000, 1.2f, Float.NaN, 0));
        ring.learned(2.5f, 0.36f, 172, true, 13_000);

        assertThat(ring.take(eventOf))
                .isEqualTo(new Event.Struck(
                        Foot.RIGHT, 1002, 1052, StrikePattern.FOREFOOT, 0.75f, null, AngleZero.NONE, Resolution.FULL));
        assertThat(ring.take(eventOf))
                .isEqualTo(new Event.Stood(Foot.LEFT, 1001, 201_001, 200f, -12.5f, true, 0.4f, 166f, GaitKind.JOGGING));
        assertThat(ring.take(eventOf)).isEqualTo(new Event.Formed(1009, FormState.DRIFTING, 0.6f, null));
        assertThat(ring.take(eventOf)).isEqualTo(cued(1009, CueKind.STOP, Foot.RIGHT, 1f, 1010, 1011L));
        assertThat(ring.take(eventOf))
                .isEqualTo(new Event.Answered(1012, 1009, CueKind.STOP, CueResponse.WALKED, 1.2f, null, 0));
        assertThat(ring.take(eventOf)).isEqualTo(new Event.Learned(1013, 2.5f, 0.36f, 172, true));
        assertThat(ring.take(eventOf)).isNull();
    }

    @Test
    void aFullRingDropsAndCountsAndKeepsWhatItHas() {
        for (int i = 0; i < 11; i++) {
            cue(i);
        }
        assertThat(ring.dropped()).isEqualTo(3);
        EventOf eventOf = new EventOf(0);
        for (int i = 0; i < 8; i++) {
            assertThat(ring.take(eventOf)).isEqualTo(cued(i, CueKind.NUDGE, Foot.LEFT, 0.5f, i, null));
        }
        assertThat(ring.take(eventOf)).isNull();
        cue(20);
        assertThat(ring.take(eventOf)).isNotNull();
    }

    @Test
    void aMotorThatFailsIsCountedAndTheCueIsToldAllTheSame() {
        CueThenRing cues = new CueThenRing(
                new Haptic() {
                    @Override
                    public boolean play(CueKind cue, Foot foot, float strength) {
                        throw new IllegalStateException("pin gone");
                    }

                    @Override
                    public void beat(float cadenceSpm) {
                        throw new IllegalStateException("pin gone");
                    }

                    @Override
                    public HapticStatus status() {
                        return new HapticStatus("a motor that fails", null, false);
                    }

                    @Override
                    public void close() {}
                },
                ring);
        cues.cue(cueOf(CueKind.STOP, Foot.LEFT, 1000, 1));
        assertThat(cues.hapticFailures()).isEqualTo(1);
        Event.Cued told = (Event.Cued) Objects.requireNonNull(ring.take(new EventOf(0)));
        assertThat(told.cue()).isEqualTo(CueKind.STOP);
        assertThat(told.decidedUs()).isNotNull();
        assertThat(told.pinUs()).isNull();
        cues.beat(180);
        assertThat(cues.hapticFailures()).isEqualTo(2);
    }

    @Test
    void aRingMustBeAPowerOfTwo() {
        assertThatThrownBy(() -> new EventRing(12)).hasMessageContaining("12");
    }

    @Test
    void eventsOfTheRingAndOffersReachEverySinkAlsoWhenOneThrows() throws InterruptedException {
        EventSink broken = event -> {
            throw new IllegalStateException("full disk");
        };
        try (Keeper keeper = new Keeper(ring, 0, List.of(broken, heard::add))) {
            Thread.ofPlatform().name("keeper").start(keeper);
            assertThat(keeper.offer(LINKED)).isTrue();
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(LINKED);
            cue(1);
            ring.wakeConsumer();
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(cued(1, CueKind.NUDGE, Foot.LEFT, 0.5f, 1, null));
            assertThat(keeper.events()).isEqualTo(2);
            assertThat(keeper.dropped()).isZero();
        }
    }

    @Test
    void closingHandsOnWhatIsLeft() throws InterruptedException {
        Keeper keeper = new Keeper(ring, 0, List.of(heard::add));
        Thread thread = Thread.ofPlatform().name("keeper").start(keeper);
        keeper.offer(LINKED);
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(LINKED);
        for (int i = 0; i < 5; i++) {
            cue(i);
        }
        keeper.close();
        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
        assertThat(heard).hasSize(5);
    }

    private static Cue cueOf(CueKind kind, Foot foot, long timeNs, float strength) {
        return new Cue()
                .decided(kind, CueReason.JOGGING_BEGAN, Delivery.PLAYED, foot, timeNs, strength)
                .measured(1.25f, 15, Float.NaN, 150);
    }

    private static Event.Cued cued(
            long timeUs, CueKind kind, Foot foot, float strength, long decidedUs, @Nullable Long pinUs) {
        return new Event.Cued(
                timeUs,
                kind,
                foot,
                strength,
                CueReason.JOGGING_BEGAN,
                Delivery.PLAYED,
                1.25f,
                15f,
                null,
                150f,
                decidedUs,
                pinUs);
    }
}
