package dev.lightfoot.gait;

/** Why what is known about a mount changed. */
public enum MountReason {
    /** Nothing was known before. */
    NEW,
    /** Standing or steps have shown it. */
    LEARNED,
    /** It was kept from an earlier run with this pod on this shoe; what the pod reads must bear it out. */
    CALIBRATED,
    /** Enough steps have borne it out to keep it for the next run. */
    SETTLED,
    /** In quiet standing another way was up than before. */
    STOOD_OTHERWISE,
    /** In motion the pod turned or slipped on the shoe. */
    SLIPPED,
    /** A reading of an axis does not change while the foot moves. */
    SENSOR_STUCK,
    /** The readings can be believed again. */
    SENSOR_MOVES
}
