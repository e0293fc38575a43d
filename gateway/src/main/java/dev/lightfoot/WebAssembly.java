package dev.lightfoot;

import dev.lightfoot.ble.AdoptedPods;
import dev.lightfoot.ble.Adoption;
import dev.lightfoot.ble.BluezRadio;
import dev.lightfoot.ble.FileAdoption;
import dev.lightfoot.ble.PodFile;
import dev.lightfoot.ble.PodFileException;
import dev.lightfoot.ble.PodStatus;
import dev.lightfoot.config.Config;
import dev.lightfoot.event.EventJson;
import dev.lightfoot.form.FeedbackSchedule;
import dev.lightfoot.haptic.Haptic;
import dev.lightfoot.haptic.HapticStatus;
import dev.lightfoot.history.History;
import dev.lightfoot.history.Review;
import dev.lightfoot.history.export.FitFields;
import dev.lightfoot.history.export.RunExport;
import dev.lightfoot.loop.Keeper;
import dev.lightfoot.loop.StrikeLoop;
import dev.lightfoot.web.Access;
import dev.lightfoot.web.ApiParts;
import dev.lightfoot.web.Coaching;
import dev.lightfoot.web.LiveFeed;
import dev.lightfoot.web.PodBoard;
import dev.lightfoot.web.Status;
import dev.lightfoot.web.WebException;
import dev.lightfoot.web.WebServer;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts the pages and the HTTP API on what the gateway is made of. */
record WebAssembly(
        Config config,
        StrikeLoop strikeLoop,
        Haptic haptic,
        BluezRadio radio,
        History history,
        Keeper keeper,
        long startedNs) {
    WebServer start(LiveFeed liveFeed, Review review, ScheduleFile schedule, Figures figures) throws WebException {
        Config.Web web = config.web();
        InstantSource clock = InstantSource.system();
        ApiParts parts = new ApiParts(
                review,
                config.history().file(),
                new RunExport(FitFields.PLAIN, ZoneId.systemDefault(), Gateway.version()),
                new Board(config, radio, new PodFile(config.bluetooth().podsFile()), clock),
                new Coach(strikeLoop, schedule),
                new HapticTrial(haptic, strikeLoop)::play,
                figures::metrics,
                figures::health,
                clock);
        Access access = Access.of(web.passwordFile(), web.tokenFile(), clock);
        return WebServer.start(web.host(), web.port(), access, liveFeed, this::status, parts);
    }

    private Status status() {
        Map<String, Long> counters = new LinkedHashMap<>();
        counters.put("events", keeper.events());
        counters.put("ring_dropped", keeper.dropped());
        counters.put("strike_loop_faults", strikeLoop.faults());
        counters.put("haptic_failures", strikeLoop.hapticFailures());
        counters.put("history_failed_commits", history.failedCommits());
        counters.put("history_dropped", history.droppedEvents());
        counters.put("history_refused", history.refusedEvents());
        HapticStatus hapticStatus = haptic.status();
        return new Status(
                Gateway.version(),
                config.gateway().name(),
                history.openRun(),
                Duration.ofNanos(System.nanoTime() - startedNs).toSeconds(),
                radio.pods().stream().map(WebAssembly::podOf).toList(),
                new Status.Haptic(hapticStatus.description(), hapticStatus.fault()),
                counters);
    }

    private static Status.Pod podOf(PodStatus pod) {
        return new Status.Pod(
                pod.address(),
                pod.foot() == null ? null : EventJson.name(pod.foot()),
                EventJson.name(pod.state()),
                pod.reason(),
                pod.batteryPct(),
                pod.loss().notifications(),
                pod.loss().lost(),
                pod.loss().garbage(),
                pod.loss().rateHz(),
                pod.loss().delayMs(),
                pod.loss().jitterMs(),
                pod.driftPpm(),
                pod.figures().entrySet().stream()
                        .collect(Collectors.toMap(figure -> EventJson.name(figure.getKey()), Map.Entry::getValue)));
    }

    private record Coach(StrikeLoop strikeLoop, ScheduleFile file) implements Coaching {
        @Override
        public boolean muted() {
            return strikeLoop.muted();
        }

        @Override
        public void mute(boolean muted) {
            strikeLoop.mute(muted);
        }

        @Override
        public void calibrate() {
            strikeLoop.calibrate();
        }

        @Override
        public FeedbackSchedule schedule() {
            return file.schedule();
        }

        @Override
        public void schedule(FeedbackSchedule wanted) throws IOException {
            file.keep(wanted);
            strikeLoop.schedule(wanted);
        }
    }

    private record Board(Config config, BluezRadio radio, PodFile file, InstantSource clock) implements PodBoard {
        @Override
        public List<PodStatus> linked() {
            return radio.pods();
        }

        @Override
        public AdoptedPods adopted() throws PodFileException {
            return file.read();
        }

        @Override
        public boolean configured(String address) {
            return config.pods().stream().anyMatch(pod -> pod.address().equals(address));
        }

        @Override
        public Adoption adoption() {
            return new FileAdoption(file, clock, radio::heard);
        }
    }
}
