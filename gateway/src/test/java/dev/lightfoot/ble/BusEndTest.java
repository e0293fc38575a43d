package dev.lightfoot.ble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** The end of a bus under a connection that is busy writing: whoever notices it first, reader or writer, it is told. */
class BusEndTest {
    private static final int WRITERS = 4;

    @RepeatedTest(5)
    @Timeout(60)
    void isToldAndLeavesNoThreadWhoeverNoticesItFirst() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        long readersBefore = readers();
        try (PrivateBus bus = new PrivateBus()) {
            BluezBus connection = BluezBus.open(bus.address(), new EndListener(ended));
            assertThat(connection.connected()).isTrue();
            AtomicBoolean over = new AtomicBoolean();
            CountDownLatch written = new CountDownLatch(200);
            for (int i = 0; i < WRITERS; i++) {
                Thread.ofVirtual().start(() -> write(connection, over, written));
            }
            assertThat(written.await(20, TimeUnit.SECONDS)).isTrue();
            bus.stop();
            assertThat(ended.await(20, TimeUnit.SECONDS)).as("the end is told").isTrue();
            over.set(true);
            connection.close();
            assertThat(connection.connected()).isFalse();
        }
        for (int i = 0; readers() > readersBefore && i < 10_000; i++) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(readers()).isLessThanOrEqualTo(readersBefore);
    }

    private static void write(BluezBus connection, AtomicBoolean over, CountDownLatch written) {
        while (!over.get()) {
            try {
                connection.listen();
            } catch (BluezException e) {
                Thread.onSpinWait(); // the bus has gone, and that is what is waited for
            }
            written.countDown();
        }
    }

    private static long readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("DBusConnection"))
                .count();
    }

    private record EndListener(CountDownLatch ended) implements BluezListener {
        @Override
        public void added(String path, Map<String, Map<String, Variant<?>>> interfaces) {}

        @Override
        public void removed(String path, List<String> interfaces) {}

        @Override
        public void changed(
                String path, String interfaceName, Map<String, Variant<?>> properties, List<String> invalidated) {}

        @Override
        public void ownerChanged(boolean present, String words) {
            if (!present) {
                ended.countDown();
            }
        }
    }
}
