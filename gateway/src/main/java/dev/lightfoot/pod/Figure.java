package dev.lightfoot.pod;

/** What a pod tells beside, or instead of, the motion of the foot. */
public enum Figure {
    /** Steps of both feet in a minute. */
    CADENCE_SPM,
    /** 1 while running, 0 while walking, as the pod itself sees it. */
    RUNNING,
    /** Heart beats in a minute. */
    HEART_RATE_BPM,
    /** The voltage of its battery, V. */
    BATTERY_V
}
