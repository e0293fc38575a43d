package dev.lightfoot.ble;

import dev.lightfoot.gait.Foot;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which pod each foot is heard by: one at a time, or the strikes of two would be mixed. Lives on the supervisor's thread. */
final class Feet {
    private final Map<Foot, String> heardBy = new EnumMap<>(Foot.class);

    /** Takes a foot for a pod; gives the pod that has it when it is another, else null. */
    @Nullable
    String take(Foot foot, String address) {
        String has = heardBy.putIfAbsent(foot, address);
        return has == null || has.equals(address) ? null : has;
    }

    /** Whether a pod may be heard on a foot; null is a foot that is not known yet. */
    boolean free(@Nullable Foot foot, String address) {
        return foot == null || heardBy.getOrDefault(foot, address).equals(address);
    }

    void release(String address) {
        heardBy.values().removeIf(address::equals);
    }
}
