package dev.lightfoot;

import dev.lightfoot.ble.BluezRadio;
import dev.lightfoot.ble.LinkState;
import dev.lightfoot.ble.PodStatus;
import dev.lightfoot.event.EventJson;
import dev.lightfoot.haptic.Haptic;
import dev.lightfoot.history.History;
import dev.lightfoot.loop.DelayHistogram;
import dev.lightfoot.loop.Keeper;
import dev.lightfoot.loop.StrikeLoop;
import dev.lightfoot.metrics.FirstStrike;
import dev.lightfoot.metrics.PrometheusText;
import dev.lightfoot.metrics.TimedSink;
import dev.lightfoot.web.PlainText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** How the parts of the gateway do, as figures for Prometheus and as one word on its health. For any thread. */
record Figures(
        long startedNs,
        StrikeLoop strikeLoop,
        Keeper keeper,
        BluezRadio radio,
        History history,
        Haptic haptic,
        TimedSink commits,
        FirstStrike firstStrike) {
    private static final long SIGN_OF_LIFE_S = 2;

    PlainText metrics() {
        PrometheusText text = new PrometheusText();
        Map<String, String> none = Map.of();
        text.gauge("uptime_seconds", "Since the start.", none, (System.nanoTime() - startedNs) / 1e9);
        text.gauge("first_strike_seconds", "From the start to the first strike judged.", none, firstStrike.seconds());
        text.histogram(
                "strike_loop_delay_seconds",
                "From a turn's first notification read to its last one judged and cued.",
                strikeLoop.delays().counts(),
                IntStream.range(0, strikeLoop.delays().counts().length)
                        .mapToDouble(DelayHistogram::endS)
                        .toArray(),
                strikeLoop.delays().sumS());
        text.counter("strike_loop_faults_total", "Failures in the strike loop.", none, strikeLoop.faults());
        text.counter(
                "haptic_failures_total",
                "Cues and beats at which the actuator's code failed.",
                none,
                strikeLoop.hapticFailures());
        text.gauge(
                "haptic_faulty",
                "1: an actuator is broken.",
                none,
                haptic.status().fault() == null ? 0 : 1);
        text.counter("events_total", "Events behind the ring.", none, keeper.events());
        text.counter("ring_dropped_total", "Events lost at the ring.", none, keeper.dropped());
        text.counter("history_commits_total", "Commits that stored something.", none, commits.commits());
        text.counter("history_commit_seconds_total", "Time in them.", none, commits.totalS());
        text.gauge("history_commit_longest_seconds", "The longest of them.", none, commits.longestS());
        text.counter("history_failed_commits_total", "Commits that failed.", none, history.failedCommits());
        text.counter("history_dropped_total", "Events the history lost.", none, history.droppedEvents());
        Runtime runtime = Runtime.getRuntime();
        text.gauge(
                "heap_used_bytes", "Java heap in use.", none, (double) (runtime.totalMemory() - runtime.freeMemory()));
        text.gauge("heap_committed_bytes", "Java heap taken of the system.", none, (double) runtime.totalMemory());
        radio.pods().forEach(pod -> pod(text, pod));
        return new PlainText(200, PrometheusText.CONTENT_TYPE, text.toString());
    }

    private static void pod(PrometheusText text, PodStatus pod) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("address", pod.address());
        labels.put("foot", pod.foot() == null ? "unknown" : EventJson.name(pod.foot()));
        boolean streaming = pod.state() == LinkState.STREAMING;
        text.gauge("pod_streaming", "1: its samples arrive.", labels, streaming ? 1 : 0);
        Integer batteryPct = pod.batteryPct();
        if (batteryPct != null) {
            text.gauge("pod_battery_percent", "Charge of its battery.", labels, batteryPct);
        }
        text.counter(
                "pod_notifications_total",
                "Notifications used.",
                labels,
                pod.loss().notifications());
        text.counter(
                "pod_lost_total", "Notifications missing.", labels, pod.loss().lost());
        text.counter(
                "pod_garbage_total",
                "Notifications not understood.",
                labels,
                pod.loss().garbage());
        text.gauge("pod_rate_hz", "Samples a second.", labels, pod.loss().rateHz());
        text.gauge(
                "pod_delay_ms", "Later than the swiftest.", labels, pod.loss().delayMs());
        text.counter("pod_cut_offs_total", "Times it was sent away.", labels, pod.cutOffs());
    }

    /** 200 while the strike loop answers and the history takes what it is given, else 503 and why. */
    PlainText health() {
        String trouble = trouble();
        return new PlainText(
                trouble.isEmpty() ? 200 : 503,
                "text/plain; charset=utf-8",
                trouble.isEmpty() ? "ok\n" : trouble + "\n");
    }

    private String trouble() {
        CountDownLatch sign = new CountDownLatch(1);
        strikeLoop.answer(sign::countDown);
        try {
            if (!sign.await(SIGN_OF_LIFE_S, TimeUnit.SECONDS)) {
                return "the strike loop gives no sign of life";
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "the gateway stops";
        }
        return history.droppedEvents() > 0 ? "the history has lost " + history.droppedEvents() + " events" : "";
    }
}
