package dev.lightfoot.web;

import java.util.Map;

/** The JSON of the status. Thread-safe. */
final class StatusJson {
    private StatusJson() {}

    static String of(Status status, boolean muted, int liveClients, long droppedClients) {
        return JsonText.object(json -> {
            json.writeStringField("version", status.version());
            json.writeStringField("gateway", status.gateway());
            if (status.run() == null) {
                json.writeNullField("run");
            } else {
                json.writeNumberField("run", status.run());
            }
            json.writeNumberField("uptime_s", status.uptimeS());
            json.writeBooleanField("muted", muted);
            json.writeArrayFieldStart("pods");
            for (Status.Pod pod : status.pods()) {
                json.writeStartObject();
                json.writeStringField("address", pod.address());
                json.writeStringField("foot", pod.foot());
                json.writeStringField("link", pod.link());
                json.writeStringField("reason", pod.reason());
                if (pod.batteryPct() == null) {
                    json.writeNullField("battery_pct");
                } else {
                    json.writeNumberField("battery_pct", pod.batteryPct());
                }
                json.writeNumberField("notifications", pod.notifications());
                json.writeNumberField("lost", pod.lost());
                json.writeNumberField("garbage", pod.garbage());
                json.writeNumberField("rate_hz", Math.round(pod.rateHz() * 10) / 10.0);
                json.writeNumberField("delay_ms", Math.round(pod.delayMs() * 100) / 100.0);
                json.writeNumberField("jitter_ms", Math.round(pod.jitterMs() * 100) / 100.0);
                json.writeNumberField("drift_ppm", Math.round(pod.driftPpm() * 10) / 10.0);
                json.writeObjectFieldStart("figures");
                for (Map.Entry<String, Float> figure : pod.figures().entrySet()) {
                    json.writeNumberField(figure.getKey(), figure.getValue());
                }
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeObjectFieldStart("haptic");
            json.writeStringField("description", status.haptic().description());
            json.writeStringField("fault", status.haptic().fault());
            json.writeEndObject();
            json.writeObjectFieldStart("counters");
            for (Map.Entry<String, Long> counter : status.counters().entrySet()) {
                json.writeNumberField(counter.getKey(), counter.getValue());
            }
            json.writeNumberField("live_clients", liveClients);
            json.writeNumberField("live_clients_dropped", droppedClients);
            json.writeEndObject();
        });
    }
}
