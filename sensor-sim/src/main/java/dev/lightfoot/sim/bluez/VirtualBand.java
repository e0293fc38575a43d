package dev.lightfoot.sim.bluez;

import dev.lightfoot.sim.pod.WristbandFirmware;
import java.util.List;
import java.util.function.Consumer;

/** The wristband of a virtual BlueZ: what it was told, and faults that a test orders. Thread-safe. */
public final class VirtualBand {
    public static final String ADDRESS = "C0:FF:EE:00:00:09";

    private final WristbandFirmware firmware = new WristbandFirmware(System::nanoTime);
    private final VirtualPod onAir = new VirtualPod(ADDRESS, firmware, false);
    private final Loop loop;
    private final Consumer<VirtualPod> dropping;

    /**
     * A band in range, or out of it.
     *
     * @param dropping ends the link of a device, on the loop
     */
    VirtualBand(Loop loop, boolean inRange, Consumer<VirtualPod> dropping) {
        this.loop = loop;
        this.dropping = dropping;
        onAir.inRange(inRange);
    }

    VirtualPod onAir() {
        return onAir;
    }

    /** Every level it took, the oldest first; times by System.nanoTime. */
    public List<WristbandFirmware.Level> levels() {
        return loop.call(firmware::levels);
    }

    /** Fault: its link breaks off; it advertises again. */
    public void dropLink() {
        order(() -> dropping.accept(onAir));
    }

    /** Fault: whether it refuses what is written. */
    public void refuse(boolean refuses) {
        order(() -> firmware.refuse(refuses));
    }

    /** Fault: whether it is out of range, and without its link. */
    public void absent(boolean gone) {
        order(() -> {
            onAir.inRange(!gone);
            if (gone) {
                dropping.accept(onAir);
            }
        });
    }

    private void order(Runnable order) {
        loop.call(() -> {
            order.run();
            return true;
        });
    }
}
