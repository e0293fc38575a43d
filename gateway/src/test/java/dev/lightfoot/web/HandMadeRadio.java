package dev.lightfoot.web;

import dev.lightfoot.ble.AdoptedPods;
import dev.lightfoot.ble.Adoption;
import dev.lightfoot.ble.FileAdoption;
import dev.lightfoot.ble.KnownPod;
import dev.lightfoot.ble.LinkState;
import dev.lightfoot.ble.PodFile;
import dev.lightfoot.ble.PodFileException;
import dev.lightfoot.ble.PodStatus;
import dev.lightfoot.ble.Sighting;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.pod.LossReport;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Pods without a radio: two adopted ones, of which the left streams, a spare that is heard, and a stranger whose address passes. */
final class HandMadeRadio implements PodBoard {
    static final String LEFT = "C0:FF:EE:00:00:01";
    static final String RIGHT = "C0:FF:EE:00:00:02";
    static final String SPARE = "C0:FF:EE:00:00:07";
    static final String PASSING = "5A:FF:EE:00:00:08";
    static final String CONFIGURED = "C0:FF:EE:00:00:0C";

    private final PodFile file;
    private final Adoption adoption;

    /** @param folder for the file of adopted pods, which is kept as it is when it is there */
    HandMadeRadio(Path folder) throws PodFileException {
        file = new PodFile(folder.resolve("pods.toml"));
        adoption = new FileAdoption(file, InstantSource.system(), this::heardNow);
        if (file.read().pods().isEmpty()) {
            adoption.adopt(new KnownPod(LEFT, Foot.LEFT, "Canvas", "Lightfoot L", "random", List.of(0.4)));
            adoption.adopt(new KnownPod(RIGHT, Foot.RIGHT, "Canvas", "Lightfoot R", "random", List.of()));
        }
    }

    @Override
    public List<PodStatus> linked() {
        return List.of(
                        status(LEFT, Foot.LEFT, LinkState.STREAMING, 87),
                        status(RIGHT, Foot.RIGHT, LinkState.BACKING_OFF, 9))
                .stream()
                .filter(pod -> adopted().find(pod.address()).isPresent())
                .toList();
    }

    private static PodStatus status(String address, Foot foot, LinkState state, int batteryPct) {
        boolean streams = state == LinkState.STREAMING;
        LossReport loss =
                new LossReport(9_433, 94_330, streams ? 12 : 340, 0, 0, 0, 0, 0, "", streams ? 208.1f : 0, 3.5f, 1.25f);
        return new PodStatus(address, foot, state, "by hand", batteryPct, loss, 12.5, Map.of(), 0);
    }

    private List<Sighting> heardNow() {
        return List.of(
                new Sighting(SPARE, "random", "Lightfoot spare", "LIGHTFOOT", -58, Sighting.Standing.UNKNOWN, ""),
                new Sighting(PASSING, "random", "", "", -80, Sighting.Standing.PASSING, "its address passes"));
    }

    @Override
    public AdoptedPods adopted() {
        try {
            return file.read();
        } catch (PodFileException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean configured(String address) {
        return address.equals(CONFIGURED);
    }

    @Override
    public Adoption adoption() {
        return adoption;
    }
}
