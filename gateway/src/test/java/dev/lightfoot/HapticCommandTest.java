package dev.lightfoot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.form.CueKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.haptic.Haptic;
import dev.lightfoot.haptic.HapticException;
import dev.lightfoot.haptic.HapticStatus;
import dev.lightfoot.haptic.Motors;
import dev.lightfoot.haptic.NoHaptic;
import dev.lightfoot.sim.bluez.VirtualBand;
import dev.lightfoot.sim.bluez.VirtualBluez;
import dev.lightfoot.sim.pod.WristbandFirmware;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.Scenarios;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HapticCommandTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void eachCueIsPlayedForEachFootAndThePinIsNamed() {
        assertThat(HapticCommand.test(new OnPin(true), out, out)).isZero();
        assertThat(text().lines()).hasSize(8).first().isEqualTo("nudge    left   played  motor on GPIO 18");
    }

    @Test
    void whatIsNotPlayedIsSaidAndFails() {
        assertThat(HapticCommand.test(new OnPin(false), out, out)).isEqualTo(1);
        assertThat(text()).contains("NOT played").startsWith("lightfoot: motor on GPIO 18 cannot be opened");
    }

    @Test
    void withoutAnActuatorThereIsNothingToTry() {
        assertThat(HapticCommand.test(new NoHaptic(), out, out)).isEqualTo(1);
        assertThat(text()).contains("set haptic.kind");
    }

    @Test
    void everyMotorIsPutToRestAlsoWhenOneFails() {
        Motors fails = motors("motor on GPIO 4", () -> {
            throw new HapticException("GPIO 4 is taken", null);
        });
        Motors rests = motors("motor on GPIO 5", () -> {});
        assertThat(HapticCommand.off(List.of(fails, rests), out, out)).isEqualTo(1);
        assertThat(text().lines()).containsExactly("lightfoot: GPIO 4 is taken", "motor on GPIO 5 rests");
        assertThat(HapticCommand.off(List.of(rests), out, out)).isZero();
    }

    @Test
    void theWristbandIsReachedWithoutAGatewayTriedAndLeftAtRest(@TempDir Path folder) throws Exception {
        Body body = new Body(Scenarios.named("good-run"), 1);
        try (VirtualBluez bluez =
                VirtualBluez.builder(body.left(), body.right()).wristband().start()) {
            Path file = Files.writeString(
                    folder.resolve("band.toml"),
                    "[bluetooth]\nbus = \"" + bluez.busAddress() + "\"\n[haptic]\nband = \"" + VirtualBand.ADDRESS
                            + "\"\n");
            assertThat(new HapticCommand().off(file)).isZero();
            assertThat(levels(bluez)).containsExactly(0);
            assertThat(new HapticCommand().test(file)).isZero();
            assertThat(levels(bluez)).contains(1, 2).last().isEqualTo(0);
        }
    }

    private static List<Integer> levels(VirtualBluez bluez) {
        return bluez.band().levels().stream()
                .map(WristbandFirmware.Level::level)
                .toList();
    }

    private static Motors motors(String name, Motors.Resting resting) {
        return new Motors(
                name,
                null,
                () -> {
                    throw new HapticException("not opened here", null);
                },
                resting);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private record OnPin(boolean works) implements Haptic {
        @Override
        public boolean play(CueKind cue, Foot foot, float strength) {
            return works;
        }

        @Override
        public void beat(float cadenceSpm) {}

        @Override
        public HapticStatus status() {
            return new HapticStatus("motor on GPIO 18", works ? null : "motor on GPIO 18 cannot be opened", false);
        }

        @Override
        public void close() {}
    }
}
