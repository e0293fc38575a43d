package dev.lightfoot.pod;

import dev.lightfoot.gait.Foot;
import org.jspecify.annotations.Nullable;

/**
 * A pod that has begun to notify.
 *
 * @param decoder of this link's notifications
 * @param rateHz nominal samples a second; also the most notifications a second that an honest pod sends
 * @param foot as the pod itself knows it, else null
 */
public record PodStart(
        PodDecoder decoder, int rateHz, @Nullable Foot foot) {}
