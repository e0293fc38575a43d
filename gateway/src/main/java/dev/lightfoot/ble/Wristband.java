package dev.lightfoot.ble;

import dev.lightfoot.haptic.AlertMotor;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The wristband that buzzes at a cue: the level that is asked of it, and whether it can be told. What brings it the level is
 * a {@link BandWriter} for as long as a link stands. For any thread; {@link #alert} neither waits nor allocates.
 */
public final class Wristband implements AlertMotor.AlertLink {
    private final String address;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile @Nullable BandWriter writer;
    private volatile @Nullable String fault = "is not connected yet";
    private volatile boolean stopped;

    /** @param address Bluetooth address, six hexadecimal pairs with colons */
    public Wristband(String address) {
        this.address = address.toUpperCase(Locale.ROOT);
        if (!KnownPod.isAddress(this.address)) {
            throw new IllegalArgumentException(
                    "wristband address '" + address + "' is not six hexadecimal pairs like C0:FF:EE:00:00:09");
        }
    }

    public String address() {
        return address;
    }

    @Override
    public void alert(int level) {
        asked.set(stopped ? 0 : level);
        BandWriter open = writer;
        if (open != null) {
            open.wake();
        }
    }

    @Override
    public @Nullable String fault() {
        return fault;
    }

    /** Puts it to rest; its link is the radio's, and ends with that. */
    @Override
    public void close() {
        alert(0);
    }

    /** It is not to buzz any more. */
    void stop() {
        stopped = true;
        alert(0);
    }

    int asked() {
        return asked.get();
    }

    void reachedBy(BandWriter next) {
        writer = next;
        fault = null;
        next.wake();
    }

    /** @param why goes on after the band's name */
    void unreachable(String why) {
        fault = why;
        writer = null;
    }
}
