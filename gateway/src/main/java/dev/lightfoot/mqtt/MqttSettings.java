package dev.lightfoot.mqtt;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where and as whom to publish. Throws IllegalArgumentException that names the value and the mend. Immutable.
 *
 * @param url broker address: tcp://, ssl://, ws:// or wss://host:port
 * @param clientId at most 65 letters, digits, dashes and underscores; no two clients of a broker may share it
 * @param gateway the middle of the base topic lightfoot/GATEWAY/
 * @param homeAssistant whether this gateway shows itself to Home Assistant
 */
public record MqttSettings(
        String url, String clientId, Credentials credentials, String gateway, boolean homeAssistant) {
    private static final Set<String> PLAIN = Set.of("tcp", "ws");
    private static final Set<String> ENCRYPTED = Set.of("ssl", "wss");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,65}");

    public MqttSettings {
        checkUrl(url);
        checkName("client id", clientId);
        checkName("gateway name", gateway);
        if (credentials.namesCertificates() && PLAIN.contains(scheme(url))) {
            throw new IllegalArgumentException("mqtt url " + url
                    + " is not encrypted, so no certificate is of use: write ssl:// or wss://, or leave them out");
        }
    }

    private static void checkName(String role, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("mqtt " + role + " \"" + name
                    + "\" is not allowed: use 1 to 65 letters, digits, dashes and underscores");
        }
    }

    private static void checkUrl(String url) {
        String mend = ": write tcp://host:1883, ssl://host:8883, ws://host:port or wss://host:port";
        try {
            URI uri = new URI(url);
            if (uri.getScheme() == null || !(PLAIN.contains(uri.getScheme()) || ENCRYPTED.contains(uri.getScheme()))) {
                throw new IllegalArgumentException(
                        "mqtt url " + url + " has none of the schemes tcp, ssl, ws, wss" + mend);
            }
            if (uri.getHost() == null || uri.getPort() > 65_535 || uri.getPort() == 0) {
                throw new IllegalArgumentException("mqtt url " + url + " has no host or no usable port" + mend);
            }
            if (uri.getUserInfo() != null) {
                throw new IllegalArgumentException(
                        "mqtt url has a user or password in it: use the settings for user and password file");
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("mqtt url " + url + " is not an address" + mend, e);
        }
    }

    private static String scheme(String url) {
        return URI.create(url).getScheme();
    }

    /** True when the way to the broker is TLS. */
    boolean encrypted() {
        return ENCRYPTED.contains(scheme(url));
    }

    /** The base of all topics, with a slash at its end. */
    public String baseTopic() {
        return "lightfoot/" + gateway + "/";
    }
}
