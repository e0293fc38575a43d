package dev.lightfoot.sim.trace;

import dev.lightfoot.sim.pod.Sensor;
import dev.lightfoot.sim.pod.SensorError;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.ImuSource;
import dev.lightfoot.sim.runner.Scenario;
import dev.lightfoot.sim.runner.Side;
import dev.lightfoot.sim.runner.TrueStance;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a body's run: NAME-SEED_L.csv.gz and _R.csv.gz (trace format 1), truth.csv (one row a stance) and form.csv (one row
 * a second). The sensor is a plain MEMS one of 16 g and 2000 deg/s.
 */
final class TraceWriter {
    private static final int ACC_RANGE_G = 16;
    private static final int GYRO_RANGE_DPS = 2000;
    private static final double BEHIND_S = 3;
    private static final double NS_PER_S = 1e9;

    private final Body body;
    private final Scenario scenario;
    private final String trial;
    private final long seed;
    private final int rateHz;
    private final double noise;

    TraceWriter(Body body, long seed, int rateHz, double noise) {
        this.body = body;
        this.seed = seed;
        this.rateHz = rateHz;
        this.noise = noise;
        scenario = body.scenario();
        trial = scenario.name() + "-" + seed;
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        writeTrace(folder, body.left(), "L");
        writeTrace(folder, body.right(), "R");
        writeTruth(folder.resolve("truth.csv"));
        writeForm(folder.resolve("form.csv"));
    }

    private void writeTrace(Path folder, ImuSource shoe, String letter) throws IOException {
        Path file = folder.resolve(trial + "_" + letter + ".csv.gz");
        SensorError error = SensorError.of(2 * seed + (shoe.side() == Side.LEFT ? 0 : 1), noise);
        ImuSource sensor = new Sensor(shoe, error, ACC_RANGE_G, GYRO_RANGE_DPS);
        try (PrintWriter out = new PrintWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            out.println("# lightfoot-trace 1");
            out.println("# foot: " + (shoe.side() == Side.LEFT ? "left" : "right"));
            out.println("# note: simulated, scenario " + scenario.name() + ", seed " + seed);
            out.println("time_us,acc_x_mps2,acc_y_mps2,acc_z_mps2,gyro_x_radps,gyro_y_radps,gyro_z_radps");
            ImuReading reading = new ImuReading();
            long samples = (long) ((scenario.seconds() + BEHIND_S) * rateHz);
            for (long i = 0; i < samples; i++) {
                long timeNs = (long) (i * NS_PER_S / rateHz);
                sensor.read(timeNs, reading);
                out.print(timeNs / 1000);
                double[] values = {
                    reading.accXMps2, reading.accYMps2, reading.accZMps2,
                    reading.gyroXRadPerS, reading.gyroYRadPerS, reading.gyroZRadPerS
                };
                for (double value : values) {
                    out.printf(Locale.ROOT, ",%.5f", value);
                }
                out.println();
            }
            if (out.checkError()) {
                throw new IOException(file + " cannot be written: is the disk full?");
            }
        }
    }

    private void writeTruth(Path file) throws IOException {
        List<TrueStance> stances = body.stances();
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.println("trial,foot,kind,ic_s,tc_s,strike_angle_deg,pattern,timing,flight_ms,duty_factor,speed_mps");
            for (TrueStance stance : stances) {
                double contactS = stance.contactNs() / NS_PER_S;
                double liftS = stance.liftNs() / NS_PER_S;
                out.printf(
                        Locale.ROOT,
                        "%s,%s,%s,%.4f,%.4f,%.2f,%s,force-plate,,,%.2f%n",
                        trial,
                        stance.side() == Side.LEFT ? "L" : "R",
                        kind(stance),
                        contactS,
                        liftS,
                        stance.strikeAngleDeg(),
                        stance.pattern().name().toLowerCase(Locale.ROOT),
                        scenario.techniqueAt(contactS).speedMps());
            }
            if (out.checkError()) {
                throw new IOException(file + " cannot be written: is the disk full?");
            }
        }
    }

    private void writeForm(Path file) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.println("second,state");
            for (int second = 0; second < scenario.seconds() + BEHIND_S; second++) {
                out.println(second + "," + scenario.formAt(second + 0.5).name().toLowerCase(Locale.ROOT));
            }
            if (out.checkError()) {
                throw new IOException(file + " cannot be written: is the disk full?");
            }
        }
    }

    private static String kind(TrueStance stance) {
        return switch (stance.gait()) {
            case WALKING -> "walk";
            case RUNNING, JOGGING -> "run";
            case STANDING -> throw new IllegalStateException("a standing foot takes no step: " + stance);
        };
    }
}
