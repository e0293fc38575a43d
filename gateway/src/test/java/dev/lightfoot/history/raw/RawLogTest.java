package dev.lightfoot.history.raw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.event.Event;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.loop.SampleRing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RawLogTest {
    private static final long SECOND_US = 1_000_000;
    private static final int RATE_HZ = 104;

    @TempDir
    Path folder;

    private final SampleRing ring = new SampleRing(4_096);
    private @Nullable Long openRun = 7L;

    private Path history() {
        return folder.resolve("h.db");
    }

    private Path file() {
        return RawStore.folderOf(history()).resolve("run-7.raw");
    }

    private RawLog log(RawLog.Mode mode, long mostBytes) {
        return new RawLog(mode, RawStore.folderOf(history()), mostBytes, ring, () -> 0, () -> openRun);
    }

    /** Both feet for so many seconds, told and ticked as it goes; a cue at each of the given seconds. */
    private void play(RawLog log, int fromSecond, int toSecond, Integer... cues) {
        for (int second = fromSecond; second < toSecond; second++) {
            for (int i = 0; i < RATE_HZ; i++) {
                long timeNs = second * 1_000_000_000L + i * 1_000_000_000L / RATE_HZ;
                for (Foot foot : Foot.values()) {
                    float phase = (float) Math.sin(timeNs * 1e-9 * 9 + (foot == Foot.LEFT ? 0 : 3));
                    ring.put(foot, timeNs, phase * 20, 1.5f, 9.81f, -phase, phase * 12, 0.25f);
                }
            }
            if (Arrays.asList(cues).contains(second)) {
                log.accept(new Event.Cued(second * SECOND_US, CueKind.WARNING, Foot.LEFT, 1));
            }
            log.tick((second + 1) * SECOND_US);
        }
    }

    @Test
    void aCueKeepsItsSecondsBeforeAndAfterOnce() throws Exception {
        play(log(RawLog.Mode.CUES, 1 << 20), 0, 60, 20, 23, 40);
        List<RawSamples> sections = RawFile.read(file());
        assertThat(sections).hasSize(3);
        assertThat(sections.get(0).timeUs(0)).isBetween(15 * SECOND_US, 15 * SECOND_US + 10_000);
        assertThat(sections.get(0).size()).isEqualTo(2 * 10 * RATE_HZ);
        assertThat(sections.get(1).timeUs(0)).as("not kept twice").isBetween(25 * SECOND_US, 25 * SECOND_US + 10_000);
        assertThat(sections.get(1).size()).isEqualTo(2 * 3 * RATE_HZ);
        assertThat(sections.get(2).size()).isEqualTo(2 * 10 * RATE_HZ);
        RawSamples first = sections.getFirst();
        assertThat(first.foot(0)).isEqualTo(Foot.LEFT);
        assertThat(first.foot(1)).isEqualTo(Foot.RIGHT);
        assertThat(first.value(0, 1)).isEqualTo(1.5);
        assertThat(first.value(0, 2)).isEqualTo(9.81);
        assertThat(first.value(1, 5)).isEqualTo(0.25);
    }

    @Test
    void aWholeRunIsKeptWithoutAGapAndTakenOutAsTraces() throws Exception {
        play(log(RawLog.Mode.RUNS, 16 << 20), 0, 61);
        long samples = RawStore.writeTraces(history(), 7, folder.resolve("traces"));
        assertThat(samples).isBetween(2L * 45 * RATE_HZ, 2L * 60 * RATE_HZ);
        List<String> left = Files.readAllLines(folder.resolve("traces/left.csv"));
        assertThat(left.get(1)).isEqualTo("# foot: left");
        assertThat(left).hasSize((int) samples / 2 + 3);
        assertThat(left.get(3)).isEqualTo("0,0.000,1.500,9.810,0.0000,0.0000,0.2500");
        assertThat(Files.size(file()) / (double) samples).as("bytes a sample").isLessThan(12);
    }

    @Test
    void nothingIsKeptOutsideOfARunAndNothingOfADeletedOne() throws Exception {
        openRun = null;
        RawLog log = log(RawLog.Mode.RUNS, 1 << 20);
        play(log, 0, 30);
        assertThat(file()).doesNotExist();
        openRun = 7L;
        play(log, 30, 60);
        assertThat(file()).isNotEmptyFile();
        RawStore.delete(history(), 7);
        assertThat(file()).doesNotExist();
        assertThat(log.failures()).isZero();
    }

    @Test
    void theOldestRunsGoWhenTheLimitIsReached() throws Exception {
        RawLog log = log(RawLog.Mode.RUNS, 20_000);
        for (long run = 7; run < 12; run++) {
            openRun = run;
            play(log, (int) run * 100, (int) run * 100 + 40);
        }
        assertThat(file()).doesNotExist();
        assertThat(RawStore.folderOf(history()).resolve("run-11.raw")).isNotEmptyFile();
    }

    @Test
    void aSectionThatACrashCutOffEndsTheLogAndTheNextTakesItsPlace() throws Exception {
        RawLog log = log(RawLog.Mode.CUES, 1 << 20);
        play(log, 0, 50, 10, 30);
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, whole.length - 100));
        assertThat(RawFile.read(file())).hasSize(1);
        play(log, 50, 80, 60);
        assertThat(RawFile.read(file())).hasSize(2);
        byte[] flipped = Files.readAllBytes(file());
        flipped[flipped.length - 50] ^= 1;
        Files.write(file(), flipped);
        assertThat(RawFile.read(file())).hasSize(1);
    }

    @Test
    void aFolderThatCannotBeMadeIsCountedAndNothingElseHappens() throws Exception {
        Files.writeString(RawStore.folderOf(history()), "in the way");
        RawLog log = log(RawLog.Mode.RUNS, 1 << 20);
        play(log, 0, 40);
        assertThat(log.failures()).isPositive();
    }

    @Test
    void aClockThatIsSetMovesWhatIsKeptAndWhatWaits() throws Exception {
        AtomicLong offsetNs = new AtomicLong();
        RawLog log =
                new RawLog(RawLog.Mode.CUES, RawStore.folderOf(history()), 1 << 20, ring, offsetNs::get, () -> openRun);
        long yearUs = 365 * 86_400 * SECOND_US;
        play(log, 0, 40, 20, 38);
        log.clockSet(yearUs);
        offsetNs.set(yearUs * 1_000);
        for (int second = 40; second < 50; second++) {
            log.tick((second + 1) * SECOND_US + yearUs);
        }
        List<RawSamples> sections = RawFile.read(file());
        assertThat(sections).hasSize(2);
        assertThat(sections.getFirst().timeUs(0) - yearUs).isBetween(15 * SECOND_US, 15 * SECOND_US + 10_000);
        assertThat(sections.getFirst().size()).isEqualTo(2 * 10 * RATE_HZ);
        assertThat(sections.getLast().timeUs(0) - yearUs).isBetween(33 * SECOND_US, 33 * SECOND_US + 10_000);
    }
}
