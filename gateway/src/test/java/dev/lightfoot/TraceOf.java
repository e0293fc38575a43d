package dev.lightfoot;

import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.ImuSource;
import dev.lightfoot.sim.runner.Scenario;
import dev.lightfoot.sim.runner.Segment;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Trace files of a simulated runner. */
final class TraceOf {
    private static final double SAMPLE_RATE_HZ = 104;

    private TraceOf() {}

    /** Forty seconds that are jogged: the left foot's file and the right one's. */
    static List<Path> jogging(Path folder) throws IOException {
        Scenario scenario = new Scenario("jog", "jogging", List.of(Segment.stand(3), Segment.jog(40)));
        Body body = new Body(scenario, 3);
        return List.of(
                write(folder.resolve("left.csv"), "left", body.left(), scenario.seconds()),
                write(folder.resolve("right.csv"), "right", body.right(), scenario.seconds()));
    }

    private static Path write(Path file, String foot, ImuSource source, double seconds) throws IOException {
        ImuReading reading = new ImuReading();
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            out.println("# lightfoot-trace 1");
            out.println("# foot: " + foot);
            out.println("time_us,acc_x_mps2,acc_y_mps2,acc_z_mps2,gyro_x_radps,gyro_y_radps,gyro_z_radps");
            for (long i = 0; i / SAMPLE_RATE_HZ < seconds; i++) {
                long timeNs = (long) (i * 1e9 / SAMPLE_RATE_HZ);
                source.read(timeNs, reading);
                out.println(String.format(
                        Locale.ROOT,
                        "%d,%.4f,%.4f,%.4f,%.5f,%.5f,%.5f",
                        timeNs / 1_000,
                        reading.accXMps2,
                        reading.accYMps2,
                        reading.accZMps2,
                        reading.gyroXRadPerS,
                        reading.gyroYRadPerS,
                        reading.gyroZRadPerS));
            }
        }
        return file;
    }
}
