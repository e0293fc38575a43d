package dev.lightfoot.history.raw;

import dev.lightfoot.event.Event;
import dev.lightfoot.event.EventSink;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.loop.SampleRing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps raw samples of the run under way: those from 5 s before to 5 s after each cue, or all. Takes them from the ring a
 * few times a second on the keeper's thread; what cannot be written is told once, counted and given up, the runs' history
 * goes on. Not thread-safe, the counts apart.
 */
public final class RawLog implements EventSink {
    /** What is kept. */
    public enum Mode {
        OFF,
        CUES,
        RUNS
    }

    private static final Logger LOG = LoggerFactory.getLogger(RawLog.class);
    private static final long AROUND_CUE_US = 5_000_000;
    /** Samples come up to so late, and sections of whole runs are so long. */
    private static final long LATE_US = 2_000_000;

    private static final long SECTION_US = 10_000_000;
    /** Two pods at 416 samples a second each for half a minute. */
    private static final int SAMPLES_AT_MOST = 1 << 15;

    private final Mode mode;
    private final RawStore store;
    private final SampleRing ring;
    private final LongSupplier epochOffsetNs;
    private final Supplier<@Nullable Long> openRun;
    private final RawSamples recent = new RawSamples(SAMPLES_AT_MOST);
    private final Deque<Long> cuesUs = new ArrayDeque<>();
    private long keptToUs = Long.MIN_VALUE;
    private final AtomicLong failures = new AtomicLong();

    /**
     * Keeps samples.
     *
     * @param folder of the files, one a run; made when the first is written
     * @param mostBytes of all files together; the oldest runs' go first
     * @param epochOffsetNs from the clock of the samples to the epoch
     * @param openRun the number of the run under way; null when there is none
     */
    public RawLog(
            Mode mode,
            Path folder,
            long mostBytes,
            SampleRing ring,
            LongSupplier epochOffsetNs,
            Supplier<@Nullable Long> openRun) {
        this.mode = mode;
        store = new RawStore(folder, mostBytes);
        this.ring = ring;
        this.epochOffsetNs = epochOffsetNs;
        this.openRun = openRun;
    }

    @Override
    public void accept(Event event) {
        if (mode == Mode.CUES && event instanceof Event.Cued cue) {
            cuesUs.addLast(cue.timeUs());
        }
    }

    @Override
    public void tick(long nowUs) {
        ring.drain(this::take);
        if (mode == Mode.CUES) {
            while (!cuesUs.isEmpty() && nowUs >= cuesUs.getFirst() + AROUND_CUE_US + LATE_US) {
                long cueUs = cuesUs.removeFirst();
                keep(Math.max(keptToUs, cueUs - AROUND_CUE_US), cueUs + AROUND_CUE_US);
            }
        } else if (mode == Mode.RUNS) {
            long fromUs = Math.max(keptToUs, nowUs - SECTION_US - 2 * LATE_US);
            if (nowUs - LATE_US - fromUs >= SECTION_US) {
                keep(fromUs, nowUs - LATE_US);
            }
        }
    }

    /** What waits in the ring is by the new clock already. */
    @Override
    public void clockSet(long byUs) {
        recent.setBy(byUs);
        cuesUs.addAll(cuesUs.stream().map(cueUs -> cueUs + byUs).toList());
        for (int left = cuesUs.size() / 2; left > 0; left--) {
            cuesUs.removeFirst();
        }
        keptToUs += keptToUs == Long.MIN_VALUE ? 0 : byUs;
        Long run = openRun.get();
        if (run == null) {
            return;
        }
        try {
            store.setBy(run, byUs);
        } catch (IOException e) {
            failures.getAndIncrement();
            LOG.warn(
                    "the times of run {}'s raw samples in {} cannot be set right ({}): make room or give access",
                    run,
                    store.folder(),
                    String.valueOf(e.getMessage()));
        }
    }

    private void take(
            Foot foot, long timeNs, float accX, float accY, float accZ, float gyroX, float gyroY, float gyroZ) {
        recent.add(
                foot, Math.floorDiv(timeNs + epochOffsetNs.getAsLong(), 1_000L), accX, accY, accZ, gyroX, gyroY, gyroZ);
    }

    /** Two windows that overlap are kept once. */
    private void keep(long fromUs, long toUs) {
        keptToUs = Math.max(keptToUs, toUs);
        Long run = openRun.get();
        RawSamples samples = recent.within(fromUs, toUs);
        if (run == null || samples.size() == 0) {
            return;
        }
        try {
            store.append(run, samples);
        } catch (IOException e) {
            if (failures.getAndIncrement() == 0) {
                LOG.warn(
                        "raw samples cannot be written to {} ({}): make room or give access; the history goes on",
                        store.folder(),
                        String.valueOf(e.getMessage()));
            }
        }
    }

    /** Sections that could not be written. */
    public long failures() {
        return failures.get();
    }
}
