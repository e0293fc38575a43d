package dev.lightfoot.gait;

/** What is known about how a pod sits on its shoe. */
public enum MountState {
    /** Not enough: nothing is judged. */
    LEARNING,
    /** Which way is up and to the toes: strikes are judged. */
    KNOWN,
    /** Its readings cannot be those of a moving foot: nothing is judged. */
    FAULTY
}
