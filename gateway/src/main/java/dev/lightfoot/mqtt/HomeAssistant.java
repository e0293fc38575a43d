package dev.lightfoot.mqtt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.lightfoot.event.EventJson;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.FormState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Home Assistant has to be told to show this gateway: one device with its entities, by MQTT device discovery
 * (home-assistant.io/integrations/mqtt, "Device discovery payload"). Used by one thread.
 */
final class HomeAssistant {
    private static final JsonFactory FACTORY = new JsonFactory();

    private static final String SHARE_IN_PERCENT =
            "{{ none if value_json.rearfoot_share is none else (value_json.rearfoot_share * 100) | round }}";

    /** Commands that have or had a button: without its command a button is taken away. */
    private static final List<String> BUTTONS = List.of("mute", "unmute", "calibrate", "haptic-test");

    private final String gateway;
    private final String base;
    private final String version;
    private final List<String> commands;
    /** Feet by address of the pod. */
    private final SortedMap<String, String> pods = new TreeMap<>();

    /** @param commands what can be asked for; empty when nothing is listened to */
    HomeAssistant(MqttSettings settings, String version, List<String> commands) {
        gateway = settings.gateway();
        base = settings.baseTopic();
        this.version = version;
        this.commands = List.copyOf(commands);
    }

    /** Where the discovery of a gateway is retained; an empty payload there takes the device away. */
    static String topic(MqttSettings settings) {
        return "homeassistant/device/lightfoot_" + settings.gateway() + "/config";
    }

    /** A pod that is to be shown. */
    void pod(String topicName, String foot) {
        pods.put(topicName, foot);
    }

    byte[] payload() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeObjectFieldStart("device");
            strings(json, "identifiers", List.of("lightfoot_" + gateway));
            texts(json, Map.of("name", "Lightfoot " + gateway, "manufacturer", "Lightfoot", "sw_version", version));
            json.writeEndObject();
            json.writeObjectFieldStart("origin");
            texts(json, Map.of("name", "Lightfoot", "sw_version", version));
            json.writeEndObject();
            json.writeStringField("availability_topic", base + "status");
            json.writeStringField("availability_template", "{{ value_json.status }}");
            json.writeNumberField("qos", 1);
            json.writeObjectFieldStart("components");
            components(json);
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void components(JsonGenerator json) throws IOException {
        component(json, "form", "sensor", "Form", "form", "{{ value_json.state }}", Map.of("device_class", "enum"));
        strings(
                json,
                "options",
                Arrays.stream(FormState.values()).map(EventJson::name).toList());
        json.writeEndObject();
        measured(json, "rearfoot_share", "Rearfoot share", SHARE_IN_PERCENT, "%");
        measured(json, "cadence", "Cadence", "{{ value_json.cadence_spm }}", "spm");
        measured(json, "contact_time", "Contact time", "{{ value_json.contact_time_ms }}", "ms");
        measured(json, "flight_time", "Flight time", "{{ value_json.flight_time_ms }}", "ms");
        String onOff = "{{ 'ON' if %s else 'OFF' }}";
        component(
                json,
                "run",
                "binary_sensor",
                "Run",
                "run",
                onOff.formatted("value_json.state == 'running'"),
                Map.of("device_class", "running"));
        json.writeEndObject();
        component(
                json,
                "jogging",
                "binary_sensor",
                "Jogging",
                "form",
                onOff.formatted("value_json.state == 'jogging'"),
                Map.of("device_class", "problem"));
        json.writeEndObject();
        component(json, "cue", "event", "Cue", "cue", """
                {% if not value_json.late and value_json.delivery == 'played' %}{{ {'event_type': value_json.cue, 'strength': value_json.strength} | tojson }}\
                {% endif %}""", Map.of());
        strings(
                json,
                "event_types",
                Arrays.stream(CueKind.values()).map(EventJson::name).toList());
        json.writeEndObject();
        for (Map.Entry<String, String> pod : pods.entrySet()) {
            pod(json, pod.getKey(), "Pod " + pod.getValue());
        }
        for (String command : commands) {
            button(json, command);
        }
        for (String command : BUTTONS) {
            if (!commands.contains(command)) {
                // "to remove a component", says the documentation, send nothing of it but its platform
                json.writeObjectFieldStart(command);
                json.writeStringField("platform", "button");
                json.writeEndObject();
            }
        }
    }

    private void pod(JsonGenerator json, String topicName, String name) throws IOException {
        component(
                json,
                "pod_" + topicName + "_battery",
                "sensor",
                name + " battery",
                "pod/" + topicName,
                "{{ value_json.battery_pct }}",
                Map.of("device_class", "battery", "unit_of_measurement", "%", "entity_category", "diagnostic"));
        json.writeEndObject();
        component(
                json,
                "pod_" + topicName + "_link",
                "binary_sensor",
                name + " link",
                "pod/" + topicName,
                "{{ 'ON' if value_json.state == 'streaming' else 'OFF' }}",
                Map.of("device_class", "connectivity", "entity_category", "diagnostic"));
        json.writeEndObject();
    }

    private void button(JsonGenerator json, String command) throws IOException {
        String name = command.substring(0, 1).toUpperCase(Locale.ROOT)
                + command.substring(1).replace('-', ' ');
        json.writeObjectFieldStart(command);
        texts(
                json,
                Map.of(
                        "platform", "button",
                        "unique_id", "lightfoot_" + gateway + "_" + command,
                        "name", name,
                        "command_topic", base + "command/request",
                        "command_template",
                                "{\"transaction\": \"ha-{{ now().timestamp() }}\", \"command\": \"" + command + "\"}"));
        json.writeEndObject();
    }

    private void measured(JsonGenerator json, String id, String name, String template, String unit) throws IOException {
        component(
                json,
                id,
                "sensor",
                name,
                "live",
                template,
                Map.of("unit_of_measurement", unit, "state_class", "measurement"));
        json.writeEndObject();
    }

    /** Leaves the component's object open. */
    private void component(
            JsonGenerator json,
            String id,
            String platform,
            String name,
            String topic,
            String template,
            Map<String, String> more)
            throws IOException {
        json.writeObjectFieldStart(id);
        json.writeStringField("platform", platform);
        json.writeStringField("unique_id", "lightfoot_" + gateway + "_" + id);
        json.writeStringField("name", name);
        json.writeStringField("state_topic", base + topic);
        json.writeStringField("value_template", template);
        texts(json, more);
    }

    private static void texts(JsonGenerator json, Map<String, String> fields) throws IOException {
        for (Map.Entry<String, String> field : new TreeMap<>(fields).entrySet()) {
            json.writeStringField(field.getKey(), field.getValue());
        }
    }

    private static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeFieldName(name);
        json.writeArray(values.toArray(String[]::new), 0, values.size());
    }
}
