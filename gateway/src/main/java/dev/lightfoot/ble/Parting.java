package dev.lightfoot.ble;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Disconnects what was connected, or the pods would serve nobody else and drain their batteries. */
final class Parting {
    private static final Logger LOG = LoggerFactory.getLogger(Parting.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Parting() {}

    /** Asks BlueZ for all at once, and waits a little for each. */
    static void from(BluezBus bus, List<String> devices) {
        List<Thread> goodbyes = devices.stream()
                .map(device -> Thread.ofVirtual().name("bluez call").start(() -> disconnect(bus, device)))
                .toList();
        try {
            for (Thread goodbye : goodbyes) {
                goodbye.join(PATIENCE);
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
