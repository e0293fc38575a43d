package dev.lightfoot.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lightfoot.ble.AdoptedPods;
import dev.lightfoot.ble.KnownPod;
import dev.lightfoot.ble.PodFileException;
import dev.lightfoot.ble.PodStatus;
import dev.lightfoot.ble.Sighting;
import dev.lightfoot.event.EventJson;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.history.RunJson;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON of pods: those that are ours, as they stand, and those that are heard. */
final class PodsJson {
    private PodsJson() {}

    static String of(PodBoard board, Instant now) throws PodFileException {
        AdoptedPods adopted = board.adopted();
        List<PodStatus> linked = board.linked();
        List<Sighting> heard = board.adoption().heard();
        return JsonText.object(json -> {
            json.writeArrayFieldStart("pods");
            for (PodStatus pod : linked) {
                Optional<KnownPod> known = adopted.find(pod.address());
                json.writeStartObject();
                writeKept(
                        json,
                        known.orElseGet(() -> new KnownPod(pod.address(), pod.foot())),
                        known.isPresent(),
                        board.configured(pod.address()),
                        pod.foot());
                writeLink(json, pod);
                json.writeEndObject();
            }
            for (KnownPod pod : adopted.pods()) {
                if (linked.stream().noneMatch(each -> each.address().equals(pod.address()))) {
                    json.writeStartObject();
                    writeKept(json, pod, true, board.configured(pod.address()), pod.foot());
                    writeNoLink(json);
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeArrayFieldStart("heard");
            for (Sighting sighting : heard) {
                writeSighting(json, sighting);
            }
            json.writeEndArray();
            Instant until = adopted.windowUntil();
            json.writeStringField("window_until", until != null && now.isBefore(until) ? utc(until) : null);
            json.writeStringField("now", utc(now));
        });
    }

    /** What is kept of an adopted pod. */
    static String kept(KnownPod pod) {
        return JsonText.object(json -> {
            json.writeStringField("address", pod.address());
            writeNames(json, pod, pod.foot());
        });
    }

    static String utc(Instant time) {
        return RunJson.utc(time.toEpochMilli() * 1_000);
    }

    private static void writeKept(
            JsonGenerator json, KnownPod pod, boolean adopted, boolean configured, @Nullable Foot foot)
            throws IOException {
        json.writeStringField("address", pod.address());
        json.writeBooleanField("adopted", adopted);
        json.writeBooleanField("configured", configured);
        writeNames(json, pod, foot);
    }

    private static void writeNames(JsonGenerator json, KnownPod pod, @Nullable Foot foot) throws IOException {
        json.writeStringField("foot", foot == null ? null : EventJson.name(foot));
        json.writeStringField("shoe", pod.shoe());
        json.writeStringField("name", pod.name());
        json.writeArrayFieldStart("mount");
        for (double number : pod.mount()) {
            json.writeNumber(number);
        }
        json.writeEndArray();
    }

    private static void writeLink(JsonGenerator json, PodStatus pod) throws IOException {
        json.writeStringField("link", EventJson.name(pod.state()));
        json.writeStringField("reason", pod.reason());
        JsonText.whole(json, "battery_pct", pod.batteryPct());
        json.writeNumberField("notifications", pod.loss().notifications());
        json.writeNumberField("lost", pod.loss().lost());
        json.writeNumberField("garbage", pod.loss().garbage());
        JsonText.number(json, "rate_hz", pod.loss().rateHz(), 1);
    }

    private static void writeNoLink(JsonGenerator json) throws IOException {
        json.writeStringField("link", "known");
        json.writeStringField("reason", "it is looked for within a second");
        json.writeNullField("battery_pct");
        json.writeNumberField("notifications", 0);
        json.writeNumberField("lost", 0);
        json.writeNumberField("garbage", 0);
        json.writeNumberField("rate_hz", 0);
    }

    private static void writeSighting(JsonGenerator json, Sighting sighting) throws IOException {
        json.writeStartObject();
        json.writeStringField("address", sighting.address());
        json.writeStringField("address_type", sighting.addressType());
        json.writeStringField("name", sighting.name());
        json.writeStringField("kind", sighting.kind().toLowerCase(Locale.ROOT));
        json.writeNumberField("rssi_dbm", sighting.rssiDbm());
        json.writeStringField("standing", EventJson.name(sighting.standing()));
        json.writeStringField("words", sighting.words());
        json.writeEndObject();
    }
}
