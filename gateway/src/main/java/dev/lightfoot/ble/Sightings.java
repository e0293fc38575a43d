package dev.lightfoot.ble;

import dev.lightfoot.pod.PodDriver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells of the devices that are heard which are pods, which of them are ours, and which only seem so. */
final class Sightings {
    /** More than these, the weakest are left out: anybody can make up addresses. */
    static final int MOST = 32;

    private static final int NOT_HEARD_DBM = -127;

    private Sightings() {}

    /** The strongest first. */
    static List<Sighting> of(List<HeardDevice> devices, List<KnownPod> adopted) {
        List<Sighting> sightings = new ArrayList<>();
        for (HeardDevice device : devices) {
            if (device.rssiDbm() == null && !device.connected()) {
                continue;
            }
            Optional<KnownPod> sameAddress = adopted.stream()
                    .filter(pod -> pod.address().equals(device.address()))
                    .findFirst();
            Optional<KnownPod> sameName = adopted.stream()
                    .filter(pod -> !pod.name().isEmpty() && pod.name().equals(device.name()))
                    .findFirst();
            Optional<PodDriver> driver = device.driver();
            if (driver.isPresent() || sameAddress.isPresent() || sameName.isPresent()) {
                sightings.add(judged(device, sameAddress, sameName, driver));
            }
        }
        sightings.sort(Comparator.comparingInt(Sighting::rssiDbm)
                .reversed()
                .thenComparing(Sighting::standing)
                .thenComparing(Sighting::address));
        return sightings.stream().limit(MOST).toList();
    }

    private static Sighting judged(
            HeardDevice device, Optional<KnownPod> sameAddress, Optional<KnownPod> sameName, Optional<PodDriver> kind) {
        Sighting.Standing standing = Sighting.Standing.UNKNOWN;
        String words = "";
        if (sameAddress.isPresent()) {
            String type = sameAddress.get().addressType();
            boolean other = !type.isEmpty() && !device.addressType().isEmpty() && !type.equals(device.addressType());
            standing = other ? Sighting.Standing.LOOK_ALIKE : Sighting.Standing.ADOPTED;
            words = other ? "a " + device.addressType() + " address where the adopted one is " + type : "";
        } else if (sameName.isPresent()) {
            standing = Sighting.Standing.LOOK_ALIKE;
            words = "look-alike of " + sameName.get().address();
        } else if (device.passing()) {
            standing = Sighting.Standing.PASSING;
            words = "its address changes";
        }
        return new Sighting(
                device.address(),
                device.addressType(),
                device.name(),
                kind.map(driver -> driver.kind().name()).orElse(""),
                device.rssiDbm() == null ? NOT_HEARD_DBM : device.rssiDbm(),
                standing,
                words);
    }
}
