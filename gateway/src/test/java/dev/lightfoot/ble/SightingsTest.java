package dev.lightfoot.ble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.pod.Advertisement;
import dev.lightfoot.pod.LightfootProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SightingsTest {
    private static final KnownPod OURS =
            new KnownPod("C0:FF:EE:00:00:01", null, "", "Lightfoot L", "random", List.of());

    private static HeardDevice heard(String address, String type, String name, int rssiDbm) {
        Advertisement advertisement = new Advertisement(name, Set.of(LightfootProfile.SERVICE), Set.of());
        return new HeardDevice("/dev_" + address, address, type, advertisement, rssiDbm, false);
    }

    private static Sighting.Standing standing(HeardDevice device) {
        return Sightings.of(List.of(device), List.of(OURS)).getFirst().standing();
    }

    @Test
    void ourPodIsOurs() {
        assertThat(standing(heard(OURS.address(), "random", "Lightfoot L", -50)))
                .isEqualTo(Sighting.Standing.ADOPTED);
    }

    @Test
    void aRenamedPodIsStillOurs() {
        assertThat(standing(heard(OURS.address(), "random", "Other", -50))).isEqualTo(Sighting.Standing.ADOPTED);
    }

    @Test
    void anotherAddressUnderOurNameIsALookAlike() {
        assertThat(standing(heard("C0:FF:EE:00:00:09", "random", "Lightfoot L", -50)))
                .isEqualTo(Sighting.Standing.LOOK_ALIKE);
    }

    @Test
    void ourAddressOfAnotherTypeIsALookAlike() {
        assertThat(standing(heard(OURS.address(), "public", "Lightfoot L", -50)))
                .isEqualTo(Sighting.Standing.LOOK_ALIKE);
    }

    @Test
    void anAddressThatChangesIsPassing() {
        assertThat(standing(heard("40:00:00:00:00:01", "random", "X", -50))).isEqualTo(Sighting.Standing.PASSING);
        assertThat(standing(heard("40:00:00:00:00:01", "public", "X", -50))).isEqualTo(Sighting.Standing.UNKNOWN);
        assertThat(standing(heard("C0:00:00:00:00:01", "random", "X", -50))).isEqualTo(Sighting.Standing.UNKNOWN);
    }

    @Test
    void ofACrowdOnlyTheStrongestAreListed() {
        List<HeardDevice> crowd = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            crowd.add(heard("C0:00:00:00:00:%02X".formatted(i), "random", "X" + i, -i % 100));
        }
        List<Sighting> listed = Sightings.of(crowd, List.of(OURS));
        assertThat(listed).hasSize(Sightings.MOST);
        assertThat(listed.getLast().rssiDbm()).isGreaterThanOrEqualTo(-16);
    }

    @Test
    void otherPeoplesDevicesAreNotListed() {
        HeardDevice phone = new HeardDevice(
                "/dev", "C0:00:00:00:00:77", "random", new Advertisement("Phone", Set.of(), Set.of()), -40, false);
        assertThat(Sightings.of(List.of(phone), List.of(OURS))).isEmpty();
    }
}
