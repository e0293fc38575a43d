package dev.lightfoot.web;

import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import dev.lightfoot.history.Season;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks the HTTP API over a seeded season what the pages ask, whole answers over the loopback, and says how long it took; and how far
 * the live stream is behind a strike. Exit code 1 when a target is missed.
 */
public final class ApiBench {
    private static final int RUNS = 300;
    private static final long STRIKES = 2_500_000;
    private static final int TIMES = 60;
    private static final int LAPS = 5;
    private static final int LIVE_STRIKES = 600;
    /** Ten times as often as two feet strike. */
    private static final long STRIKE_EVERY_NS = 16_000_000L;

    private final HttpClient client = HttpClient.newHttpClient();
    private boolean missed;

    private ApiBench() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "bench-api-").toAbsolutePath();
        ApiBench bench = new ApiBench();
        try {
            Path file = folder.resolve("season.db");
            Season.seed(file, RUNS, STRIKES, args.length > 0 ? Long.parseLong(args[0]) : 1);
            try (ServedHistory served = ServedHistory.over(file)) {
                bench.questions(served);
                bench.live(served);
            }
        } finally {
            for (Path file : Files.list(folder).toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
        System.exit(bench.missed ? 1 : 0);
    }

    private void questions(ServedHistory served) throws Exception {
        long rssBefore = 0;
        for (int lap = 0; lap < LAPS; lap++) {
            double[][] ms = new double[4][TIMES];
            for (int i = 0; i < TIMES; i++) {
                long run = 1 + (i * 7L) % RUNS;
                ms[0][i] = asked(served, List.of("/api/runs"));
                ms[1][i] = asked(served, List.of("/api/runs?limit=" + RUNS));
                ms[2][i] = asked(served, List.of("/api/runs/" + run, "/api/runs/" + run + "/series?points=1000"));
                ms[3][i] = asked(served, List.of("/api/trends"));
            }
            if (lap == 0) {
                say("first           run list %.1f ms, whole list %.1f ms, run page %.1f ms, trends %.1f ms%n",
                        ms[0][0], ms[1][0], ms[2][0], ms[3][0]);
            }
            if (lap == 1) {
                rssBefore = rssKb();
            }
            if (lap == LAPS - 1) {
                tell("run list, 95 of 100 (ms)", at(ms[0], 0.95), 50);
                tell("run list of all, 95 of 100 (ms)", at(ms[1], 0.95), 50);
                tell("a run's page data, 95 of 100 (ms)", at(ms[2], 0.95), 100);
                tell("trends, 95 of 100 (ms)", at(ms[3], 0.95), 200);
            }
        }
        say("RSS             %,d kB after %d answers, %,d kB after %d%n", rssBefore, 10 * TIMES, rssKb(), 5 * LAPS * TIMES);
    }

    private double asked(ServedHistory served, List<String> paths) throws Exception {
        long startedNs = System.nanoTime();
        for (String path : paths) {
            HttpResponse<byte[]> answer =
                    client.send(request(served.at(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " was answered by " + answer.statusCode() + ": "
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
        }
        return (System.nanoTime() - startedNs) / 1e6;
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("Accept-Encoding", "gzip");
    }

    private void live(ServedHistory served) throws Exception {
        double[] ms = new double[LIVE_STRIKES];
        long[] toldNs = new long[LIVE_STRIKES];
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch heard = new CountDownLatch(LIVE_STRIKES);
        HttpResponse<InputStream> stream = client.send(
                HttpRequest.newBuilder(served.at("/api/live")).build(), HttpResponse.BodyHandlers.ofInputStream());
        Thread.ofPlatform().daemon().start(() -> {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    open.countDown();
                    int index = LIVE_STRIKES - (int) heard.getCount();
                    if (line.startsWith("data:") && line.contains("\"contact_us\"") && !line.contains("\"strikes\"")) {
                        ms[index] = (System.nanoTime() - toldNs[index]) / 1e6;
                        heard.countDown();
                    }
                }
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        open.await();
        for (int i = 0; i < LIVE_STRIKES; i++) {
            LockSupport.parkNanos(STRIKE_EVERY_NS);
            toldNs[i] = System.nanoTime();
            served.feed().accept(RunOf.strike(Foot.LEFT, StrikePattern.MIDFOOT, i));
        }
        heard.await();
        say("live            %d strikes heard, p50 %.1f ms behind%n", LIVE_STRIKES, at(ms, 0.5));
        tell("live, 99 of 100 (ms)", at(ms, 0.99), 150);
    }

    private static double at(double[] ms, double share) {
        double[] sorted = ms.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(sorted.length * share) - 1];
    }

    private void tell(String what, double measured, double most) {
        missed |= measured > most;
        say("%-40s %8.1f  (at most %.0f)%s%n", what, measured, most, measured > most ? "  MISSED" : "");
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }

    private static long rssKb() throws Exception {
        System.gc();
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                .findFirst()
                .orElseThrow();
    }
}
