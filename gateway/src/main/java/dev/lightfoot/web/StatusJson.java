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
                if (pod.batteryPct() == null) {
                    json.writeNullField("battery_pct");
                } else {
                    json.writeNumberField("battery_pct", pod.batteryPct());
                }
                json.writeNumberField("notifications", pod.notifications());
                json.writeNumberField("lost", pod.lost());
                json.writeNumberField("garbage", pod.garbage());
                json.writeNumberField("rate_hz", Math.round(pod.rateHz() * 10) / 10.0);
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
