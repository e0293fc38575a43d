package dev.lightfoot.ble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.haptic.Haptic;
import dev.lightfoot.haptic.Motors;
import dev.lightfoot.haptic.NoHaptic;
import dev.lightfoot.loop.EventRing;
import dev.lightfoot.loop.StrikeLoop;
import dev.lightfoot.sim.bluez.VirtualBand;
import dev.lightfoot.sim.bluez.VirtualBluez;
import dev.lightfoot.sim.pod.WristbandFirmware;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.Scenarios;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A wristband beside two streaming pods, on the virtual BlueZ, played as the gateway plays it. */
@Timeout(90)
class WristbandTest {
    private static final long MS = 1_000_000L;
    private static final List<KnownPod> PODS =
            List.of(new KnownPod("C0:FF:EE:00:00:01", null), new KnownPod("C0:FF:EE:00:00:02", null));

    private final Body body = new Body(Scenarios.named("good-run"), 3);
    private final StrikeLoop loop = new StrikeLoop(FormSettings.defaults(), new NoHaptic(), new EventRing(1024));
    private final Wristband band = new Wristband(VirtualBand.ADDRESS.toLowerCase(java.util.Locale.ROOT));
    private final Haptic haptic = Motors.played(List.of(Motors.wristband(band.address(), band, () -> band.alert(0))));

    @BeforeEach
    void startLoop() {
        Thread.ofPlatform().name("strike loop").start(loop);
    }

    @AfterEach
    void closeAll() {
        haptic.close();
        loop.close();
    }

    private VirtualBluez bluez() throws Exception {
        return VirtualBluez.builder(body.left(), body.right()).wristband().start();
    }

    private BluezRadio radio(VirtualBluez bluez, List<KnownPod> pods) {
        BluezRadio radio =
                new BluezRadio(RadioSettings.of(bluez.busAddress(), "hci0", pods), loop, _ -> {}, () -> 0, band);
        radio.start();
        return radio;
    }

    private void await(String what, BooleanSupplier condition) {
        long limitNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("waiting for %s; %s", what, haptic.status())
                    .isLessThan(limitNs);
            LockSupport.parkNanos(MS);
        }
    }

    private void awaitReached() {
        await("the band", () -> haptic.status().fault() == null);
    }

    private static List<Integer> levels(VirtualBluez bluez) {
        return bluez.band().levels().stream()
                .map(WristbandFirmware.Level::level)
                .toList();
    }

    private static boolean bothStream(BluezRadio radio) {
        return radio.pods().stream().allMatch(pod -> pod.state() == LinkState.STREAMING);
    }

    @Test
    void theStopCueIsThreeLongBuzzesAndEndsAtRest() throws Exception {
        try (VirtualBluez bluez = bluez();
                BluezRadio radio = radio(bluez, PODS)) {
            awaitReached();
            await("both pods", () -> bothStream(radio));
            assertThat(haptic.play(CueKind.STOP, Foot.LEFT, 1)).isTrue();
            await(
                    "the end of the cue",
                    () -> levels(bluez).size() == 7 && !haptic.status().playing());

            List<WristbandFirmware.Level> told = bluez.band().levels();
            assertThat(levels(bluez)).containsExactly(0, 2, 0, 2, 0, 2, 0);
            for (int i = 1; i < 6; i++) {
                long tookMs = (told.get(i + 1).atNs() - told.get(i).atNs()) / MS;
                long wantedMs = told.get(i).level() == 2 ? 900 : 200;
                assertThat(tookMs).as("step %d", i).isBetween(wantedMs - 150, wantedMs + 150);
            }
            assertThat(haptic.play(CueKind.RESTORED, Foot.LEFT, 1)).isTrue();
            await("two short ones", () -> levels(bluez).size() == 11);
            assertThat(levels(bluez).subList(7, 11)).containsExactly(1, 0, 1, 0);
            assertThat(radio.pods())
                    .allSatisfy(pod -> assertThat(pod.loss().lost()).isZero());
        }
    }

    @Test
    void aBandThatIsLostInMidBuzzIsToldToRestFirstWhenItIsBack() throws Exception {
        try (VirtualBluez bluez = bluez();
                BluezRadio radio = radio(bluez, PODS)) {
            awaitReached();
            await("both pods", () -> bothStream(radio));
            assertThat(haptic.play(CueKind.WARNING, Foot.LEFT, 1)).isTrue();
            await("the buzz", () -> levels(bluez).equals(List.of(0, 2)));
            bluez.band().dropLink();
            await("rest", () -> levels(bluez).size() > 2);
            assertThat(levels(bluez).get(2)).isZero();
            await("the end of the cue", () -> !haptic.status().playing());
            awaitReached();
            await("rest for good", () -> levels(bluez).getLast() == 0);
            assertThat(bothStream(radio)).isTrue();
        }
    }

    @Test
    void oneThatRefusesIsSaidToAndServesWhenItNoMoreDoes() throws Exception {
        try (VirtualBluez bluez = bluez();
                BluezRadio radio = radio(bluez, PODS)) {
            awaitReached();
            bluez.band().refuse(true);
            haptic.play(CueKind.NUDGE, Foot.LEFT, 1);
            await("the fault", () -> String.valueOf(haptic.status().fault()).contains("does not take Alert Level"));
            await("both pods", () -> bothStream(radio));
            assertThat(haptic.status().fault()).startsWith("wristband C0:FF:EE:00:00:09 is not connected: ");
            assertThat(haptic.play(CueKind.STOP, Foot.LEFT, 1)).isFalse();

            int before = levels(bluez).size();
            bluez.band().refuse(false);
            awaitReached();
            assertThat(levels(bluez).get(before)).isZero();
        }
    }

    @Test
    void anAbsentOneDisturbsNoPodAndServesWhenItHasCome() throws Exception {
        try (VirtualBluez bluez =
                        VirtualBluez.builder(body.left(), body.right()).start();
                BluezRadio radio = radio(bluez, PODS)) {
            await("both pods", () -> bothStream(radio));
            assertThat(haptic.status().fault()).contains("switch it on and bring it near");
            assertThat(haptic.play(CueKind.NUDGE, Foot.LEFT, 1)).isFalse();

            bluez.band().absent(false);
            awaitReached();
            assertThat(bothStream(radio)).isTrue();
            assertThat(levels(bluez)).containsExactly(0);
        }
    }

    @Test
    void aMissingPodDoesNotKeepTheBandAway() throws Exception {
        List<KnownPod> oneMissing = List.of(PODS.getFirst(), new KnownPod("C0:FF:EE:00:00:77", Foot.RIGHT));
        try (VirtualBluez bluez = bluez();
                BluezRadio radio = radio(bluez, oneMissing)) {
            awaitReached();
            await("the pod that is there", () -> radio.pods().getFirst().state() == LinkState.STREAMING);
            assertThat(haptic.play(CueKind.NUDGE, Foot.LEFT, 1)).isTrue();
            await("the buzz and its end", () -> levels(bluez).equals(List.of(0, 2, 0)));
        }
    }

    @Test
    void theRadioThatClosesLeavesItAtRest() throws Exception {
        try (VirtualBluez bluez = bluez()) {
            try (BluezRadio _ = radio(bluez, List.of())) {
                awaitReached();
                haptic.play(CueKind.STOP, Foot.LEFT, 1);
                await("the buzz", () -> levels(bluez).equals(List.of(0, 2)));
            }
            assertThat(levels(bluez)).containsExactly(0, 2, 0);
        }
    }
}
