package dev.lightfoot.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the gateway is doing, for {@code /api/status}.
 *
 * @param run the number of the run under way, null when there is none
 * @param counters by lower_snake name, in the order they are to be shown
 */
public record Status(
        String version,
        String gateway,
        @Nullable Long run,
        long uptimeS,
        List<Pod> pods,
        Haptic haptic,
        Map<String, Long> counters) {

    public Status {
        pods = List.copyOf(pods);
    }

    /**
     * The actuators.
     *
     * @param description what they are and where they are wired
     * @param fault what is wrong, and the mend; null when nothing is
     */
    public record Haptic(String description, @Nullable String fault) {}

    /**
     * One pod.
     *
     * @param foot left, right, or null while it is not known
     * @param reason why the link stands as it does
     * @param batteryPct null when the pod has not told it
     * @param notifications received and used since the gateway started
     * @param lost notifications that are missing by their sequence numbers
     * @param garbage notifications that could not be understood
     * @param rateHz samples a second as they arrive; 0 while it is not known
     * @param delayMs by how much later than the swiftest its notifications arrive
     * @param jitterMs by how much that delay changes
     * @param driftPpm by which its clock loses time against the host's
     * @param figures what it tells beside samples, or instead of them, by name with unit
     */
    public record Pod(
            String address,
            @Nullable String foot,
            String link,
            String reason,
            @Nullable Integer batteryPct,
            long notifications,
            long lost,
            long garbage,
            float rateHz,
            float delayMs,
            float jitterMs,
            double driftPpm,
            Map<String, Float> figures) {}

    /** Where the status comes from; called on a server thread for each request. */
    @FunctionalInterface
    public interface Source {
        Status now();
    }
}
