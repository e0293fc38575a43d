package dev.lightfoot.config;

import java.util.List;

/** The keys of the broker. */
final class MqttKeys {
    static final String SECTION = "mqtt";

    static final Key<Boolean> MQTT_ENABLED =
            new Key<>(SECTION, "enabled", false, new Rule.Flag(), "Whether to publish over MQTT.");

    static final Key<String> MQTT_URL = new Key<>(
            SECTION,
            "url",
            "tcp://127.0.0.1:1883",
            Rule.Text.of(
                    "(?:tcp|ssl|ws|wss)://(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?",
                    "tcp://HOST:PORT, or ssl://, ws://, wss://"),
            "Address of the broker; ssl:// and wss:// are encrypted, the broker's name is checked.");

    static final Key<String> MQTT_CLIENT_ID = new Key<>(
            SECTION,
            "client-id",
            "",
            Rule.Text.of("[A-Za-z0-9_-]{0,64}", "at most 64 of A-Z, a-z, 0-9, _ and -"),
            "Name of this client at the broker; empty: lightfoot- and the gateway's name.");

    static final Key<String> MQTT_USERNAME = new Key<>(
            SECTION,
            "username",
            "",
            Rule.Text.of("\\P{Cntrl}{0,128}", "at most 128 printable characters"),
            "User at the broker; empty: none.");

    static final Key<String> MQTT_PASSWORD_FILE = new Key<>(
            SECTION,
            "password-file",
            "",
            Rule.Text.path(0),
            "File whose first line is the password, readable for nobody else; empty: none.");

    static final Key<String> MQTT_CA_FILE = new Key<>(
            SECTION,
            "ca-file",
            "",
            Rule.Text.path(0),
            "Certificates, PEM, that the broker's must lead to; empty: those that Java trusts.");

    static final Key<String> MQTT_CERTIFICATE_FILE = new Key<>(
            SECTION, "certificate-file", "", Rule.Text.path(0), "Certificate of this gateway, PEM; empty: none.");

    static final Key<String> MQTT_KEY_FILE = new Key<>(
            SECTION,
            "key-file",
            "",
            Rule.Text.path(0),
            "Private key of that certificate, PEM (PKCS #8), readable for nobody else.");

    static final Key<Boolean> MQTT_COMMANDS = new Key<>(
            SECTION,
            "commands",
            false,
            new Rule.Flag(),
            "Whether to do what is asked for over MQTT; the broker must keep strangers off the topic command/request.");

    static final Key<Boolean> MQTT_HOME_ASSISTANT = new Key<>(
            SECTION,
            "home-assistant",
            false,
            new Rule.Flag(),
            "Whether this gateway shows itself to Home Assistant (MQTT discovery).");

    /** All of them, in the order of the file. */
    static final List<Key<?>> ALL = List.of(
            MQTT_ENABLED,
            MQTT_URL,
            MQTT_CLIENT_ID,
            MQTT_USERNAME,
            MQTT_PASSWORD_FILE,
            MQTT_CA_FILE,
            MQTT_CERTIFICATE_FILE,
            MQTT_KEY_FILE,
            MQTT_COMMANDS,
            MQTT_HOME_ASSISTANT);

    private MqttKeys() {}
}
