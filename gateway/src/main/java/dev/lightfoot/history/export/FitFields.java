package dev.lightfoot.history.export;

/** Names of the developer fields in a FIT file; which names a reading program knows is its own choice. */
public enum FitFields {
    /** Plain names: Rearfoot Share, Strike Angle Left, Strike Angle Right, Form State. */
    PLAIN,
    /** Names that Runalyze and others know: RS_FootStrike_L and _R on the scale 1 to 16, RS_ContactTime_L and _R. */
    RUNSCRIBE
}
