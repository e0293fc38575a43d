package dev.lightfoot.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Fields and values against the documentation of Home Assistant's MQTT integration, platform by platform. */
final class HomeAssistantTest {
    private static final MqttSettings SETTINGS =
            new MqttSettings("tcp://h:1883", "gw", Credentials.none(), "belt", true);

    private static final Set<String> COMMON = Set.of("platform", "unique_id", "name", "entity_category");

    private static final Map<String, Set<String>> REQUIRED = Map.of(
            "sensor", Set.of("state_topic"),
            "binary_sensor", Set.of("state_topic"),
            "event", Set.of("state_topic", "event_types"),
            "button", Set.of("command_topic"));

    private static final Map<String, Set<String>> OPTIONAL = Map.of(
            "sensor", Set.of("value_template", "device_class", "unit_of_measurement", "state_class", "options"),
            "binary_sensor", Set.of("value_template", "device_class"),
            "event", Set.of("value_template", "device_class"),
            "button", Set.of("command_template", "device_class"));

    private static final Map<String, Set<String>> DEVICE_CLASSES = Map.of(
            "sensor", Set.of("battery", "enum"),
            "binary_sensor", Set.of("connectivity", "problem", "running"));

    private final HomeAssistant homeAssistant =
            new HomeAssistant(SETTINGS, "1.2.3", List.of("mute", "unmute", "calibrate", "haptic-test"));

    private JsonNode payload() throws IOException {
        return new ObjectMapper().readTree(homeAssistant.payload());
    }

    @Test
    void theDeviceHasWhatDiscoveryAsksFor() throws IOException {
        assertThat(HomeAssistant.topic(SETTINGS)).isEqualTo("homeassistant/device/lightfoot_belt/config");
        JsonNode payload = payload();
        assertThat(payload.at("/device/identifiers/0").asText()).isEqualTo("lightfoot_belt");
        assertThat(payload.at("/device/name").asText()).isEqualTo("Lightfoot belt");
        assertThat(payload.at("/origin/name").asText()).isEqualTo("Lightfoot");
        assertThat(payload.at("/availability_topic").asText()).isEqualTo("lightfoot/belt/status");
        // the status says online and offline, which are the defaults of payload_available and payload_not_available
        assertThat(payload.at("/availability_template").asText()).isEqualTo("{{ value_json.status }}");
    }

    @Test
    void everyEntityHasTheDocumentedFieldsOfItsPlatformAndNoOthers() throws IOException {
        homeAssistant.pod("c0ffee000001", "left");
        Set<String> uniqueIds = new HashSet<>();
        JsonNode components = payload().get("components");
        assertThat(components.size()).isEqualTo(14);
        components.forEach(component -> {
            String platform = component.get("platform").asText();
            Set<String> fields = new HashSet<>();
            component.fieldNames().forEachRemaining(fields::add);
            assertThat(REQUIRED).containsKey(platform);
            assertThat(fields).containsAll(REQUIRED.get(platform));
            fields.removeAll(COMMON);
            fields.removeAll(REQUIRED.get(platform));
            assertThat(OPTIONAL.get(platform)).containsAll(fields);
            assertThat(uniqueIds.add(component.get("unique_id").asText())).isTrue();
            if (component.has("device_class")) {
                assertThat(DEVICE_CLASSES.get(platform))
                        .contains(component.get("device_class").asText());
            }
        });
        assertThat(components.at("/form/options").toString())
                .isEqualTo("[\"standing\",\"walking\",\"good\",\"drifting\",\"jogging\"]");
        assertThat(components.at("/cue/event_types").toString())
                .isEqualTo("[\"nudge\",\"warning\",\"stop\",\"restored\"]");
        assertThat(components.at("/pod_c0ffee000001_battery/state_topic").asText())
                .isEqualTo("lightfoot/belt/pod/c0ffee000001");
    }

    @Test
    void aButtonGivesACommandWithATransactionOfItsOwn() throws IOException {
        JsonNode button = payload().at("/components/haptic-test");
        assertThat(button.get("name").asText()).isEqualTo("Haptic test");
        assertThat(button.get("command_topic").asText()).isEqualTo("lightfoot/belt/command/request");
        String rendered = button.get("command_template").asText().replace("{{ now().timestamp() }}", "1795398000.25");
        assertThat(rendered).isEqualTo("{\"transaction\": \"ha-1795398000.25\", \"command\": \"haptic-test\"}");
    }

    @Test
    void withoutCommandsTheButtonsAreTakenAway() throws IOException {
        HomeAssistant silent = new HomeAssistant(SETTINGS, "1.2.3", List.of());
        JsonNode components = new ObjectMapper().readTree(silent.payload()).get("components");
        for (String button : List.of("mute", "unmute", "calibrate", "haptic-test")) {
            assertThat(components.get(button).toString()).isEqualTo("{\"platform\":\"button\"}");
        }
        assertThat(components.toString()).doesNotContain("command_topic");
    }
}
