package dev.lightfoot.ble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BandWriterTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final BlockingQueue<Integer> written = new LinkedBlockingQueue<>();
    private final CountDownLatch rests = new CountDownLatch(1);
    private final BlockingQueue<String> failures = new LinkedBlockingQueue<>();

    @Test
    void zeroIsToldFirstAndThenWhatIsAsked() throws Exception {
        asked.set(2);
        BandWriter writer = new BandWriter(written::add, asked::get, rests::countDown, e -> failures.add(e.toString()));
        writer.start();

        assertThat(next()).isZero();
        assertThat(rests.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(next()).isEqualTo(2);
        asked.set(0);
        writer.wake();
        assertThat(next()).isZero();
        writer.end();
    }

    @Test
    void whatIsNewerOvertakesWhatWasNotSentYetAndNobodyWaitsForASlowBand() throws Exception {
        SynchronousQueue<Integer> slowBand = new SynchronousQueue<>();
        BandWriter writer = new BandWriter(
                level -> put(slowBand, level), asked::get, rests::countDown, e -> failures.add(e.toString()));
        writer.start(); // hangs in its first write
        for (int level : new int[] {1, 2, 0, 2, 1}) {
            asked.set(level);
            writer.wake();
        }
        assertThat(slowBand.poll(10, TimeUnit.SECONDS)).isZero();
        assertThat(slowBand.poll(10, TimeUnit.SECONDS)).isEqualTo(1);
        asked.set(0);
        writer.wake();
        assertThat(slowBand.poll(10, TimeUnit.SECONDS)).isZero();
        writer.end();
    }

    @Test
    void aRefusedWriteEndsIt() throws Exception {
        BandWriter writer = new BandWriter(
                level -> {
                    throw new BluezException("not permitted");
                },
                asked::get,
                rests::countDown,
                e -> failures.add(String.valueOf(e.getMessage())));
        writer.start();

        assertThat(failures.poll(10, TimeUnit.SECONDS)).isEqualTo("not permitted");
        assertThat(rests.getCount()).isEqualTo(1);
        assertThat(writer.rested()).isFalse();
    }

    private Integer next() throws InterruptedException {
        Integer level = written.poll(10, TimeUnit.SECONDS);
        assertThat(level).isNotNull();
        return level;
    }

    private static void put(SynchronousQueue<Integer> band, int level) throws BluezException {
        try {
            band.put(level);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BluezException("interrupted", e);
        }
    }
}
