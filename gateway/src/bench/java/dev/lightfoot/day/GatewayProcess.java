package dev.lightfoot.day;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The built gateway as a process of its own with the package's options, and what it holds of the machine. */
final class GatewayProcess implements AutoCloseable {
    private final Process process;
    private final URI metrics;

    /** What it holds: megabytes, and how many threads and open files. */
    record Holding(double rssMb, double heapMb, int threads, int fds) {
        String words() {
            return String.format(
                    Locale.ROOT, "RSS %5.1f MB  heap %4.1f MB  threads %2d  fds %2d", rssMb, heapMb, threads, fds);
        }
    }

    GatewayProcess(Path config, int port, Path folder) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Files.readAllLines(Path.of("../deploy/package.d/jvm-options")));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", "target/lightfoot/lib/*"));
        command.addAll(List.of("dev.lightfoot.Main", "run", "--config", config.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        // As if systemd had started it, so that it hears SIGHUP; nobody listens.
        builder.environment().put("NOTIFY_SOCKET", folder.resolve("nobody").toString());
        File log = folder.resolve("gateway.log").toFile();
        process = builder.redirectErrorStream(true).redirectOutput(log).start();
        metrics = URI.create("http://127.0.0.1:" + port + "/metrics");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void hangUp() throws IOException {
        new ProcessBuilder("kill", "-HUP", Long.toString(process.pid())).start();
    }

    Holding holding() throws IOException {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        double rssKb = Files.readAllLines(proc.resolve("status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                .sum();
        return new Holding(
                rssKb / 1024, figure("heap_committed_bytes") / (1 << 20), count(proc.resolve("task")), count(proc.resolve("fd")));
    }

    /** A figure of its own telling, of the name without its prefix. */
    double figure(String name) throws IOException {
        try (InputStream in = metrics.toURL().openStream()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> line.matches("lightfoot_" + name + "(\\{.*})? .*"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }

    private static int count(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return (int) all.count();
        }
    }

    /** Asks it to end; its exit code. */
    int end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
