package dev.lightfoot.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MqttSettingsTest {
    private static MqttSettings url(String url) {
        return new MqttSettings(url, "gw-1", Credentials.none(), "belt", false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp://localhost:1883",
                "ssl://broker.example:8883",
                "ws://10.0.0.2:9001",
                "wss://h:443",
                "tcp://[::1]:1883"
            })
    void goodAddressesAreTaken(String url) {
        assertThat(url(url).baseTopic()).isEqualTo("lightfoot/belt/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "mqtt://h:1883",
                "http://h:1",
                "tcp://",
                "tcp://h:99999",
                "tcp://h:x",
                "tcp://a b"
            })
    void aBadAddressIsNamedWithTheMend(String url) {
        assertThatThrownBy(() -> url(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(url)
                .hasMessageContaining("tcp://host:1883");
    }

    @Test
    void aPasswordInTheAddressIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> url("tcp://me:secret@h:1883"))
                .hasMessageContaining("password file")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a+", "#", "a b"})
    void namesThatWouldBreakATopicAreRefused(String name) {
        assertThatThrownBy(() -> new MqttSettings("tcp://h:1883", "gw", Credentials.none(), name, false))
                .hasMessageContaining("\"" + name + "\"");
    }

    @Test
    void certificatesWithoutEncryptionAreRefused() {
        Credentials trusting = new Credentials(
                Optional.empty(), Optional.empty(), Optional.of(Path.of("ca.pem")), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> new MqttSettings("tcp://h:1883", "gw", trusting, "belt", false))
                .hasMessageContaining("tcp://h:1883 is not encrypted")
                .hasMessageContaining("ssl://");
        assertThat(new MqttSettings("ssl://h:8883", "gw", trusting, "belt", false).encrypted())
                .isTrue();
    }
}
