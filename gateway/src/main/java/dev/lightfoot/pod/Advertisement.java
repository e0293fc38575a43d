package dev.lightfoot.pod;

import java.util.Set;
import java.util.UUID;

/**
 * What a pod says of itself before it is connected.
 *
 * @param name complete or shortened; empty when there is none
 * @param services UUIDs in the advertisement or the scan response
 * @param manufacturers company identifiers of its manufacturer data, 16 bits
 */
public record Advertisement(String name, Set<UUID> services, Set<Integer> manufacturers) {
    public Advertisement {
        services = Set.copyOf(services);
        manufacturers = Set.copyOf(manufacturers);
    }
}
