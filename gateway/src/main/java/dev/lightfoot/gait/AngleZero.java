package dev.lightfoot.gait;

/** What the zero of a foot strike angle rests upon, the surest first. */
public enum AngleZero {
    /** The pod was seen in quiet standing. */
    STANDING,
    /** A stored calibration whose up was taken in quiet standing. */
    CALIBRATION,
    /** The foot lying flat in its stances: reads too high where it never does. */
    FOOT_FLAT,
    /** Nothing: the angle is the turning seen after contact, or not known. */
    NONE
}
