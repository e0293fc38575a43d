package dev.lightfoot.ble;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Disconnects what was connected, or the pods would serve nobody else and drain their batteries. */
final class Parting {
    private static final Logger LOG = LoggerFactory.getLogger(Parting.class);
    /**
     * bluetoothd answers two seconds after it was asked (its DISCONNECT_TIMER), and disconnects whether or not who asked is
     * still there: this is for the asking.
     */
    private static final Duration PATIENCE = Duration.ofMillis(400);

    private Parting() {}

    /** Asks BlueZ for all at once, and waits a little for all of them. */
    static void from(BluezBus bus, List<String> devices) {
        List<Thread> goodbyes = devices.stream()
                .map(device -> Thread.ofVirtual().name("bluez call").start(() -> disconnect(bus, device)))
                .toList();
        try {
            long untilNs = System.nanoTime() + PATIENCE.toNanos();
            for (Thread goodbye : goodbyes) {
                goodbye.join(Duration.ofNanos(untilNs - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void disconnect(BluezBus bus, String device) {
        try {
            bus.disconnect(device);
        } catch (BluezException e) {
            LOG.debug("{}", e.getMessage());
        }
    }
}
