package dev.lightfoot.ble;

import dev.lightfoot.gait.Foot;
import dev.lightfoot.pod.Figure;
import dev.lightfoot.pod.LossReport;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pod as it stands.
 *
 * @param foot null while it is neither configured nor read
 * @param reason why the link is in this state
 * @param batteryPct null while it is not known
 * @param driftPpm how fast the pod's clock loses time against the host's; 0 until known
 * @param figures what it tells beside samples, or instead of them
 * @param cutOffs how often it was sent away, because it flooded, sent garbage or broke something
 */
public record PodStatus(
        String address,
        @Nullable Foot foot,
        LinkState state,
        String reason,
        @Nullable Integer batteryPct,
        LossReport loss,
        double driftPpm,
        Map<Figure, Float> figures,
        long cutOffs) {}
