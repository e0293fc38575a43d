package dev.lightfoot.ble;

import dev.lightfoot.event.Event;
import dev.lightfoot.event.EventSink;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.MountCalibration;
import dev.lightfoot.gait.MountReason;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps how each pod sits on its shoe in the file of pods once enough steps have borne it out, and forgets it when the pod has
 * slipped or stands otherwise. Some hundred bytes are written once in a run. Lives on the keeper's thread.
 */
public final class KeptMounts implements EventSink {
    private static final Logger LOG = LoggerFactory.getLogger(KeptMounts.class);

    private final PodFile file;
    private final List<KnownPod> configured;
    private final Map<Foot, String> heardOn = new EnumMap<>(Foot.class);

    /** @param configured the pods that the configuration names */
    public KeptMounts(PodFile file, List<KnownPod> configured) {
        this.file = file;
        this.configured = List.copyOf(configured);
    }

    @Override
    public void accept(Event event) {
        if (event instanceof Event.Linked linked && linked.state().equals(LinkState.STREAMING.word())) {
            heardOn.put(linked.foot(), linked.pod());
        } else if (event instanceof Event.Mounted mounted) {
            take(mounted, heardOn.get(mounted.foot()));
        }
    }

    private void take(Event.Mounted mounted, @Nullable String address) {
        MountCalibration calibration = mounted.calibration();
        boolean moved = mounted.reason() == MountReason.SLIPPED || mounted.reason() == MountReason.STOOD_OTHERWISE;
        if (address != null && (calibration != null || moved)) {
            keep(address, calibration == null ? List.of() : calibration.numbers());
        }
    }

    private void keep(String address, List<Double> mount) {
        try {
            file.change(before -> before.mounted(address, mount, configured));
            LOG.info("pod {}: how it sits on its shoe is {}", address, mount.isEmpty() ? "forgotten" : "kept");
        } catch (PodFileException e) {
            LOG.error(
                    "how pod {} sits on its shoe is not kept, and learned anew next time: {}", address, e.getMessage());
        }
    }
}
