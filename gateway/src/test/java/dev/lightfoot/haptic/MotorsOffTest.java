package dev.lightfoot.haptic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell script of the service that puts motors to rest when the gateway is gone, on a made-up sysfs. */
class MotorsOffTest {
    private static final Path SCRIPT = Path.of("../deploy/package.d/motors-off");

    @TempDir
    Path sys;

    @Test
    void pwmIsSwitchedOff() throws Exception {
        Path left = channel("pwmchip2/pwm1");
        Path right = channel("pwmchip2/pwm3");
        Path other = channel("pwmchip2/pwm0");

        off("kind = \"pwm\"\npwm-chip = 2\npwm-channel = 1\nright-pwm-channel = 3\n");

        assertThat(left.resolve("enable")).hasContent("0");
        assertThat(left.resolve("duty_cycle")).hasContent("0");
        assertThat(right.resolve("enable")).hasContent("0");
        assertThat(other.resolve("enable")).hasContent("1");
    }

    @Test
    void aPinGoesToItsRestingLevel() throws Exception {
        Path first = pin(18, "1");
        Path second = pin(23, "0");

        off("kind = \"gpio\"\n");
        assertThat(first).hasContent("0");
        assertThat(second).hasContent("0");

        off("kind = \"gpio+drv2605l\"\nactive-high = false\nright-pin = 23\n");
        assertThat(first).hasContent("1");
        assertThat(second).hasContent("1");
    }

    @Test
    void withoutAMotorNothingIsTouched() throws Exception {
        Path first = pin(18, "1");

        off("kind = \"none\"\n");

        assertThat(first).hasContent("1");
    }

    private void off(String haptic) throws IOException, InterruptedException {
        Path config = Files.writeString(sys.resolve("lightfoot.toml"), "[web]\nport = 0\n[haptic]\n" + haptic);
        long startNs = System.nanoTime();
        Process process = new ProcessBuilder("sh", SCRIPT.toString(), config.toString(), sys.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - startNs)).isLessThan(Duration.ofSeconds(5));
    }

    private Path channel(String path) throws IOException {
        Path channel = Files.createDirectories(sys.resolve("class/pwm").resolve(path));
        Files.writeString(channel.resolve("enable"), "1");
        Files.writeString(channel.resolve("duty_cycle"), "40000");
        return channel;
    }

    private Path pin(int number, String level) throws IOException {
        Path value = sys.resolve("class/gpio/gpio" + number + "/value");
        Files.createDirectories(value.getParent());
        return Files.writeString(value, level);
    }
}
