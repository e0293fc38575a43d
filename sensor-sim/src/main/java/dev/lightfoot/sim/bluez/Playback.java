package dev.lightfoot.sim.bluez;

import java.util.OptionalLong;

/**
 * The body's time: nanoseconds since the scenario's start, which is the first subscription to a pod; both pods share it.
 * Lives on the loop's thread.
 */
final class Playback {
    private final double speed;
    private final long lengthNs;
    private OptionalLong startNs = OptionalLong.empty();

    /** A playback at so many times real time; the length of the scenario, in nanoseconds, is only told, not kept to. */
    Playback(double speed, long lengthNs) {
        this.speed = speed;
        this.lengthNs = lengthNs;
    }

    /** Starts the scenario; true if it had not been started. */
    boolean start(long hostNs) {
        if (startNs.isPresent()) {
            return false;
        }
        startNs = OptionalLong.of(hostNs);
        return true;
    }

    long lengthNs() {
        return lengthNs;
    }

    long bodyNs(long hostNs) {
        return startNs.isPresent() ? (long) ((hostNs - startNs.getAsLong()) * speed) : 0;
    }

    /** How long from now, in the host's nanoseconds, until an instant of the body's time; 0 if it has passed. */
    long untilNs(long bodyNs, long hostNs) {
        return Math.max(0, startNs.orElse(hostNs) + (long) Math.ceil(bodyNs / speed) - hostNs);
    }
}
