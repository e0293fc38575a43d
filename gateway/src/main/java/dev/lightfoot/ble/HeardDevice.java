package dev.lightfoot.ble;

import dev.lightfoot.pod.Advertisement;
import dev.lightfoot.pod.PodDriver;
import dev.lightfoot.pod.PodDrivers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A device as BlueZ has heard it.
 *
 * @param addressType "public" or "random"
 * @param rssiDbm null when it is not heard in the scan that is under way
 */
record HeardDevice(
        String path,
        String address,
        String addressType,
        Advertisement advertisement,
        @Nullable Integer rssiDbm,
        boolean connected) {

    Optional<PodDriver> driver() {
        return PodDrivers.recognising(advertisement);
    }

    String name() {
        return advertisement.name();
    }

    /**
     * Whether its address passes: a random one whose two upper bits are not both set changes within minutes (Core
     * Specification, volume 6, part B, 1.3.2). BlueZ shows the lasting address of a bonded device instead.
     */
    boolean passing() {
        return addressType.equals("random") && (Integer.parseInt(address.substring(0, 2), 16) & 0xC0) != 0xC0;
    }
}
