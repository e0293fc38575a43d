package dev.lightfoot.ble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.event.Event;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.haptic.NoHaptic;
import dev.lightfoot.loop.EventRing;
import dev.lightfoot.loop.Keeper;
import dev.lightfoot.loop.StrikeLoop;
import dev.lightfoot.loop.WallClock;
import dev.lightfoot.pod.Figure;
import dev.lightfoot.sim.bluez.VirtualBluez;
import dev.lightfoot.sim.pod.PodKind;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.Scenarios;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pods one can buy, as the simulator speaks them, from their radio to judged strikes: a different kind on each foot. */
class BoughtPodsTest {
    private static final int STRIKES = 6;
    private static final List<KnownPod> PODS =
            List.of(new KnownPod("C0:FF:EE:00:00:01", Foot.LEFT), new KnownPod("C0:FF:EE:00:00:02", Foot.RIGHT));

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final EventRing ring = new EventRing(1024);
    private final StrikeLoop loop = new StrikeLoop(FormSettings.defaults(), new NoHaptic(), ring);
    private final WallClock clock = WallClock.system();
    private final Keeper keeper = new Keeper(ring, clock, List.of(events::add));

    @TempDir
    private Path directory = Path.of("unset");

    @BeforeEach
    void startThreads() {
        Thread.ofPlatform().name("keeper").start(keeper);
        Thread.ofPlatform().name("strike loop").start(loop);
    }

    @AfterEach
    void closeAll() {
        loop.close();
        keeper.close();
    }

    @ParameterizedTest
    @CsvSource({"MOVESENSE, POLAR", "METAMOTION, THINGY52", "WITMOTION, LIGHTFOOT"})
    void bothFeetAreJudged(PodKind onTheLeft, PodKind onTheRight) throws Exception {
        Body body = new Body(Scenarios.named("good-run"), 3);
        String address = "unix:path=" + directory.resolve("bus");
        Map<Foot, Integer> strikes = new EnumMap<>(Foot.class);
        try (VirtualBluez _ = VirtualBluez.builder(body.left(), body.right())
                        .address(address)
                        .pods(onTheLeft, onTheRight)
                        .start();
                BluezRadio radio =
                        new BluezRadio(RadioSettings.of(address, "hci0", PODS), loop, keeper::offer, clock::offsetNs)) {
            radio.start();
            long limitNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
            while (strikes.getOrDefault(Foot.LEFT, 0) < STRIKES || strikes.getOrDefault(Foot.RIGHT, 0) < STRIKES) {
                Event event = events.poll(limitNs - System.nanoTime(), TimeUnit.NANOSECONDS);
                assertThat(event)
                        .as("strikes so far: %s; %s", strikes, radio.pods())
                        .isNotNull();
                if (event instanceof Event.Struck strike) {
                    strikes.merge(strike.foot(), 1, Integer::sum);
                }
            }
            assertThat(radio.pods())
                    .allSatisfy(pod ->
                            assertThat(pod.loss().garbage()).as(pod.toString()).isZero());
        }
    }

    @Test
    void podsThatOnlyCountSayWhatTheyTellAndJudgeNoStrike() throws Exception {
        Body body = new Body(Scenarios.named("good-run"), 3);
        String address = "unix:path=" + directory.resolve("bus");
        try (VirtualBluez _ = VirtualBluez.builder(body.left(), body.right())
                        .address(address)
                        .pods(PodKind.RUNNING_SPEED, PodKind.HEART_RATE)
                        .speed(3)
                        .start();
                BluezRadio radio =
                        new BluezRadio(RadioSettings.of(address, "hci0", PODS), loop, keeper::offer, clock::offsetNs)) {
            radio.start();
            long limitNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (Math.abs(told(radio, 0, Figure.CADENCE_SPM) - 172) > 12
                    || told(radio, 1, Figure.HEART_RATE_BPM) < 60) {
                assertThat(System.nanoTime()).as("%s", radio.pods()).isLessThan(limitNs);
                LockSupport.parkNanos(1_000_000);
            }
            assertThat(told(radio, 0, Figure.RUNNING)).isEqualTo(1);
            assertThat(radio.pods()).allSatisfy(pod -> assertThat(pod.reason()).contains("no strikes are judged"));
        }
        assertThat(events).noneMatch(Event.Struck.class::isInstance);
    }

    private static float told(BluezRadio radio, int pod, Figure figure) {
        return radio.pods().get(pod).figures().getOrDefault(figure, 0f);
    }
}
