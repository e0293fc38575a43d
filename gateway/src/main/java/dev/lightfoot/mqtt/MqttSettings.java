package dev.lightfoot.mqtt;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where and as whom to publish. Throws IllegalArgumentException that names the value and the mend. Immutable.
 *
 * @param url broker address: tcp://host:port, ssl://host:port or ws://host:port
 * @param clientId at most 65 letters, digits, dashes and underscores; no two clients of a broker may share it
 * @param user name at the broker, if it wants one
 * @param passwordFile a file whose first line is the password; only with a user
 * @param gateway the middle of the base topic lightfoot/GATEWAY/
 */
public record MqttSettings(
        String url, String clientId, Optional<String> user, Optional<Path> passwordFile, String gateway) {
    private static final Set<String> SCHEMES = Set.of("tcp", "ssl", "ws");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,65}");

    public MqttSettings {
        checkUrl(url);
        if (!NAME.matcher(clientId).matches()) {
            throw new IllegalArgumentException("mqtt client id \"" + clientId
                    + "\" is not allowed: use 1 to 65 letters, digits, dashes and underscores");
        }
        if (!NAME.matcher(gateway).matches()) {
            throw new IllegalArgumentException("mqtt gateway name \"" + gateway
                    + "\" is not allowed: use 1 to 65 letters, digits, dashes and underscores");
        }
        if (passwordFile.isPresent() && user.isEmpty()) {
            throw new IllegalArgumentException(
                    "mqtt password file " + passwordFile.get() + " is given without a user: name the user, too");
        }
    }

    private static void checkUrl(String url) {
        String mend = ": write tcp://host:1883, ssl://host:8883 or ws://host:port";
        try {
            URI uri = new URI(url);
            if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme())) {
                throw new IllegalArgumentException("mqtt url " + url + " has none of the schemes tcp, ssl, ws" + mend);
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

    /** Reads the password; an IOException names the file. */
    Optional<char[]> password() throws IOException {
        if (passwordFile.isEmpty()) {
            return Optional.empty();
        }
        Path file = passwordFile.get();
        if (!Files.isReadable(file)) {
            throw new IOException(
                    "the mqtt password file " + file + " cannot be read: make it, readable for this user");
        }
        String first = Files.readString(file).lines().findFirst().orElse("");
        if (first.isEmpty()) {
            throw new IOException("the mqtt password file " + file + " is empty: put the password in its first line");
        }
        return Optional.of(first.toCharArray());
    }

    /** The base of all topics, with a slash at its end. */
    public String baseTopic() {
        return "lightfoot/" + gateway + "/";
    }
}
