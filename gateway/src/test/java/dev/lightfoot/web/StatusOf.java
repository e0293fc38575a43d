package dev.lightfoot.web;

import java.util.List;
import java.util.Map;

/** A status for tests: one pod of two with its battery known, a run under way. */
final class StatusOf {
    private StatusOf() {}

    static Status quiet() {
        return new Status(
                "0.1.0",
                "test",
                7L,
                12,
                List.of(
                        new Status.Pod(
                                "C0:FF:EE:00:00:01",
                                "left",
                                "streaming",
                                "208 Hz by AcquireNotify",
                                87,
                                5200,
                                3,
                                1,
                                208.14f,
                                0.3f,
                                0.1f,
                                12.5,
                                Map.of("battery_v", 3.9f)),
                        new Status.Pod(
                                "C0:FF:EE:00:00:02",
                                null,
                                "searching",
                                "not seen yet",
                                null,
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                Map.of())),
                new Status.Haptic("motor on GPIO 18", "motor on GPIO 18 cannot be opened"),
                Map.of("ring_dropped", 0L));
    }
}
