package dev.lightfoot.ble;

/**
 * A pod that is heard, whether it was adopted or not.
 *
 * @param addressType "public" or "random"
 * @param name as it advertises; empty when it does not
 * @param kind of pod, as in {@link dev.lightfoot.pod.PodKind#name()}; empty when none recognises it
 * @param rssiDbm strength of its signal
 * @param words what is to be known of it: "look-alike of C0:FF:EE:00:00:01"; empty when there is nothing
 */
public record Sighting(
        String address, String addressType, String name, String kind, int rssiDbm, Standing standing, String words) {
    /** What the gateway makes of it. */
    public enum Standing {
        /** It is one of ours. */
        ADOPTED,
        /** Not adopted, and ignored until it is. */
        UNKNOWN,
        /** It bears the name or the address of one of ours and is another; ignored, and no window adopts it. */
        LOOK_ALIKE,
        /** Its address is a passing one, under which it cannot be found again; ignored. */
        PASSING
    }
}
