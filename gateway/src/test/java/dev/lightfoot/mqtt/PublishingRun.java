package dev.lightfoot.mqtt;

import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.FormState;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import dev.lightfoot.history.History;
import dev.lightfoot.history.HistorySettings;
import dev.lightfoot.history.SmallDisk;
import dev.lightfoot.history.Stride;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A gateway's history and publisher as a process of their own: keeps and publishes a seeded run, some times faster than it
 * is run, and prints how far it is with each commit. Hears "full", "room" and "rest" on its standard input; ends with it.
 */
final class PublishingRun {
    static final String GATEWAY = "endurance";
    static final String CLIENT_ID = "lightfoot-endurance";

    /** All waits 10 to 25 times shorter than usual, as the run is hastened. */
    static final Patience HASTENED = new Patience(20, 400, 200, 1_000, 1, 200_000);

    private static final long STRIKE_US = 333_000;
    private static final int JITTER_US = 40_000;
    private static final long COMMIT_US = 1_000_000;
    private static final int STRIKES_A_CUE = 40;

    private static final List<StrikePattern> PATTERNS = List.of(StrikePattern.values());
    private static final List<FormState> STATES = List.of(FormState.values());
    private static final List<CueKind> CUES = List.of(CueKind.values());

    private final History history;
    private final long seed;
    private volatile String order = "room";

    private PublishingRun(History history, long seed) {
        this.history = history;
        this.seed = seed;
    }

    /** usage: PublishingRun FILE PORT FIRST_US SEED HASTE */
    public static void main(String[] args) throws Exception {
        long firstUs = Long.parseLong(args[2]);
        HistorySettings settings = new HistorySettings(Path.of(args[0]), Duration.ofMinutes(10), 100_000);
        try (History history = History.open(settings, Stride.START_US + firstUs)) {
            PublishingRun run = new PublishingRun(history, Long.parseLong(args[3]));
            Thread.ofVirtual().start(run::hear);
            MqttSettings broker =
                    new MqttSettings("tcp://127.0.0.1:" + args[1], CLIENT_ID, Credentials.none(), GATEWAY, false);
            try (PahoPublisher publisher = PahoPublisher.start(
                    broker, HASTENED, history.outbox("mqtt"), "1.2.3", InstantSource.system(), null)) {
                history.onCommit(publisher::wake);
                run.keep(firstUs, Integer.parseInt(args[4]));
            }
        }
    }

    private void hear() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                order = line;
            }
            order = "end";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(long firstUs, int haste) throws Exception {
        long startedNs = System.nanoTime();
        long nextCommitUs = firstUs;
        String done = "room";
        boolean resting = false;
        for (long afterUs = firstUs; !order.equals("end"); afterUs += STRIKE_US) {
            long waitNs = (afterUs - firstUs) * 1_000 / haste - (System.nanoTime() - startedNs);
            if (waitNs > 0) {
                LockSupport.parkNanos(waitNs);
            }
            String now = order;
            if (!now.equals(done)) {
                done = now;
                SmallDisk.full(history, now.equals("full"));
                if (now.equals("rest") && !resting) {
                    resting = true;
                    history.endRun();
                    System.out.println("rest");
                }
            }
            if (!resting) {
                strike(afterUs / STRIKE_US);
            }
            if (afterUs >= nextCommitUs) {
                history.tick(Stride.START_US + afterUs);
                nextCommitUs = afterUs + COMMIT_US;
                if (history.unwritten() == 0) {
                    System.out.println(afterUs);
                }
            }
        }
    }

    private void strike(long index) {
        Random random = new Random(seed * 1_000_003 + index);
        long atUs = index * STRIKE_US + random.nextInt(JITTER_US);
        Foot foot = index % 2 == 0 ? Foot.LEFT : Foot.RIGHT;
        StrikePattern pattern = PATTERNS.get(random.nextInt(PATTERNS.size()));
        history.accept(Stride.strike(atUs, foot, pattern));
        history.accept(Stride.stance(atUs, foot));
        if (random.nextInt(STRIKES_A_CUE) == 0) {
            history.accept(Stride.form(atUs, STATES.get(random.nextInt(STATES.size()))));
            history.accept(Stride.cue(atUs, CUES.get(random.nextInt(CUES.size()))));
        }
    }
}
