package dev.lightfoot;

import dev.lightfoot.ble.BluezRadio;
import dev.lightfoot.ble.RadioSettings;
import dev.lightfoot.ble.Wristband;
import dev.lightfoot.config.Config;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.haptic.HapticException;
import dev.lightfoot.haptic.NoHaptic;
import dev.lightfoot.loop.EventRing;
import dev.lightfoot.loop.StrikeLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A radio for the wristband alone, while no gateway runs: to try it, or to put it to rest. */
final class BandRadio implements AutoCloseable {
    /** A band that BlueZ has forgotten advertises every few seconds at the slowest. */
    static final Duration TO_FIND = Duration.ofSeconds(15);

    private static final Duration TO_QUIET = Duration.ofSeconds(8);
    private static final long POLL_NS = 20_000_000L;
    private static final int NO_EVENTS = 2;

    private final Wristband band;
    private final StrikeLoop nothingHeard;
    private final BluezRadio radio;

    private BandRadio(Config config, Wristband band) {
        this.band = band;
        nothingHeard = new StrikeLoop(FormSettings.defaults(), new NoHaptic(), new EventRing(NO_EVENTS));
        radio = new BluezRadio(
                RadioSettings.of(config.bluetooth().bus(), config.bluetooth().adapter(), List.of()),
                nothingHeard,
                _ -> {},
                () -> 0,
                band);
    }

    /** Begins to reach for the band, and tells it to rest once it is reached. */
    static BandRadio open(Config config, Wristband band) {
        BandRadio opened = new BandRadio(config, band);
        opened.radio.start();
        return opened;
    }

    /** Waits until the band can be told; false when it cannot within the limit. */
    boolean await(Duration limit) {
        long untilNs = System.nanoTime() + limit.toNanos();
        while (band.fault() != null && System.nanoTime() - untilNs < 0) {
            LockSupport.parkNanos(this, POLL_NS);
        }
        return band.fault() == null;
    }

    /** Tells a band to rest. */
    static void quiet(Config config, Wristband band) throws HapticException {
        try (BandRadio reaching = open(config, band)) {
            if (!reaching.await(TO_QUIET)) {
                throw new HapticException("wristband " + band.address() + " " + band.fault(), null);
            }
        }
    }

    @Override
    public void close() {
        radio.close();
        nothingHeard.close();
    }
}
