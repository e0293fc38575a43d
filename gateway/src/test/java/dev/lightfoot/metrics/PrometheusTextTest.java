package dev.lightfoot.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PrometheusTextTest {
    @Test
    void aFamilyHasItsHeadOnceAndItsSamplesTogether() {
        PrometheusText text = new PrometheusText();
        text.gauge("pod_streaming", "On.", Map.of("address", "a\"\\\n"), 1);
        text.counter("lost_total", "Gone.", Map.of(), 2.5);
        text.gauge("pod_streaming", "On.", Map.of("address", "b"), 0);

        assertThat(text).hasToString("""
                # HELP lightfoot_pod_streaming On.
                # TYPE lightfoot_pod_streaming gauge
                lightfoot_pod_streaming{address="a\\"\\\\\\n"} 1
                lightfoot_pod_streaming{address="b"} 0
                # HELP lightfoot_lost_total Gone.
                # TYPE lightfoot_lost_total counter
                lightfoot_lost_total 2.5
                """);
    }

    @Test
    void bucketsOfAHistogramAreSummed() {
        PrometheusText text = new PrometheusText();
        text.histogram(
                "delay_seconds", "Late.", new long[] {1, 0, 2}, new double[] {0.5, 1, Double.POSITIVE_INFINITY}, 7);

        assertThat(text.toString().lines().skip(2))
                .containsExactly(
                        "lightfoot_delay_seconds_bucket{le=\"0.5\"} 1",
                        "lightfoot_delay_seconds_bucket{le=\"1\"} 1",
                        "lightfoot_delay_seconds_bucket{le=\"+Inf\"} 3",
                        "lightfoot_delay_seconds_sum 7",
                        "lightfoot_delay_seconds_count 3");
    }
}
