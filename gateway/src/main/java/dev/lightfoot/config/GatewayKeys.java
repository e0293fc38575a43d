package dev.lightfoot.config;

import java.util.List;

/** The keys of the gateway itself. */
final class GatewayKeys {
    static final String SECTION = "gateway";

    static final Key<String> GATEWAY_NAME = new Key<>(
            SECTION,
            "name",
            "lightfoot",
            Rule.Text.of("[a-z0-9-]{1,32}", "1 to 32 of a-z, 0-9 and -"),
            "Name of this gateway; part of every MQTT topic.");

    /** All of them, in the order of the file. */
    static final List<Key<?>> ALL = List.of(GATEWAY_NAME);

    private GatewayKeys() {}
}
