package dev.lightfoot.haptic;

import org.jspecify.annotations.Nullable;

/**
 * How the actuators stand.
 *
 * @param description what they are and where they are wired, for people
 * @param fault what is wrong, and the mend; null when nothing is
 * @param playing whether a cue is being played
 */
public record HapticStatus(String description, @Nullable String fault, boolean playing) {}
