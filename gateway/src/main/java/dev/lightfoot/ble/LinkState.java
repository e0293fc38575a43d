package dev.lightfoot.ble;

import java.util.Locale;

/** Where a pod's link stands. */
public enum LinkState {
    /** To be heard, not seen yet. */
    KNOWN,
    /** BlueZ has heard its advertisement. */
    SEEN,
    /** Device1.Connect is under way. */
    CONNECTING,
    /** Connected; BlueZ is finding the services. */
    RESOLVING,
    /** Its driver starts it: reads, writes, subscribes. */
    STARTING,
    /** Its samples arrive in the strike loop. */
    STREAMING,
    /** It was connected and is no more. */
    LOST,
    /** Waiting before the next attempt. */
    BACKING_OFF;

    /** The name in JSON and in words: backing_off. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a link in it holds the pod's one connection. */
    boolean holdsLink() {
        return switch (this) {
            case KNOWN, SEEN, LOST, BACKING_OFF -> false;
            case CONNECTING, RESOLVING, STARTING, STREAMING -> true;
        };
    }
}
