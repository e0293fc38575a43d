package dev.lightfoot.pod;

import java.util.UUID;

/**
 * What is known of a kind of pod before one is connected.
 *
 * @param name in configuration and JSON: movesense
 * @param words the name for people: Movesense
 * @param samples the characteristic that notifies what the decoder takes; no other kind has it
 * @param advertised the service by which its advertisements can be told from others
 * @param judgesStrikes whether it gives the motion of the foot; without it nothing is said of how a foot lands
 */
public record PodKind(String name, String words, UUID samples, UUID advertised, boolean judgesStrikes) {}
