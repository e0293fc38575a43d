package dev.lightfoot;

import dev.lightfoot.ble.BluezRadio;
import dev.lightfoot.ble.KeptMounts;
import dev.lightfoot.ble.KnownPod;
import dev.lightfoot.ble.PodFile;
import dev.lightfoot.ble.RadioSettings;
import dev.lightfoot.ble.Wristband;
import dev.lightfoot.config.Config;
import dev.lightfoot.config.LiveConfig;
import dev.lightfoot.event.EventSink;
import dev.lightfoot.form.SessionStart;
import dev.lightfoot.haptic.Haptic;
import dev.lightfoot.history.History;
import dev.lightfoot.history.HistoryException;
import dev.lightfoot.history.HistorySettings;
import dev.lightfoot.history.Retention;
import dev.lightfoot.history.Review;
import dev.lightfoot.history.raw.RawLog;
import dev.lightfoot.history.raw.RawStore;
import dev.lightfoot.loop.EventRing;
import dev.lightfoot.loop.Keeper;
import dev.lightfoot.loop.RealTime;
import dev.lightfoot.loop.RestCollection;
import dev.lightfoot.loop.SampleRing;
import dev.lightfoot.loop.StrikeLoop;
import dev.lightfoot.loop.WallClock;
import dev.lightfoot.loop.WarmUp;
import dev.lightfoot.metrics.FirstStrike;
import dev.lightfoot.metrics.TimedSink;
import dev.lightfoot.mqtt.PahoPublisher;
import dev.lightfoot.service.HangUp;
import dev.lightfoot.service.ServiceManager;
import dev.lightfoot.service.Watchdog;
import dev.lightfoot.terminal.FormMeter;
import dev.lightfoot.web.LiveFeed;
import dev.lightfoot.web.WebException;
import dev.lightfoot.web.WebServer;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The composition root: every adapter is made here, and closed in reverse. What can be done without (pin, page, broker,
 * Bluetooth) is said to be missing and the rest goes on; without its history the gateway does not start.
 */
final class Gateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    /** At 12 events a second two minutes of a disk that does not answer. */
    private static final int RING_CAPACITY = 2048;

    /** Of two pods at 416 samples a second each: 39 s of a disk that does not answer, 1 MB. */
    private static final int RAW_RING_CAPACITY = 32_768;

    private static final int EVENTS_PENDING_AT_MOST = 30_000;

    /** Of made-up running: enough to have the strike path compiled. */
    private static final double WARM_UP_S = 30;

    private final Config config;
    private final long startedNs = System.nanoTime();
    private final Haptic haptic;
    private final History history;
    private final TimedSink commits;
    private final FirstStrike firstStrike = new FirstStrike(startedNs);
    private final Keeper keeper;
    private final StrikeLoop strikeLoop;
    private final BluezRadio radio;
    private final @Nullable PahoPublisher publisher;
    private final ScheduleFile schedule;
    private final @Nullable WebServer webServer;
    private @Nullable Review review;
    private final ServiceManager serviceManager = ServiceManager.of(System.getenv());
    private final AtomicBoolean closed = new AtomicBoolean();

    private Gateway(Config config, @Nullable PrintStream meter) throws HistoryException {
        this.config = config;
        WallClock clock = WallClock.system();
        long nowUs = clock.nowUs();
        history = History.open(
                new HistorySettings(
                        config.history().file(),
                        Duration.ofMinutes(config.history().runGapMinutes()),
                        config.coach().shoe(),
                        new Retention(
                                config.history().keepStrikesDays(),
                                (long) config.history().sizeLimitMb() << 20),
                        EVENTS_PENDING_AT_MOST),
                nowUs);
        SessionStart sessionStart =
                history.sessionStart(config.form(), config.coach().countFromRun(), nowUs, clock.offsetNs());
        schedule = ScheduleFile.of(config);
        LiveFeed liveFeed = new LiveFeed();
        Wristband band = HapticAssembly.band(config.haptic());
        haptic = HapticAssembly.of(config.haptic(), meter == null ? System.out : meter, band);
        EventRing ring = new EventRing(RING_CAPACITY);
        RawLog.Mode rawMode = RawLog.Mode.valueOf(config.history().raw().toUpperCase(Locale.ROOT));
        SampleRing samples = rawMode == RawLog.Mode.OFF ? null : new SampleRing(RAW_RING_CAPACITY);
        strikeLoop = new StrikeLoop(schedule.over(config.form()), sessionStart, haptic, ring, samples);
        publisher = config.mqtt().enabled() ? MqttAssembly.start(config, history, strikeLoop, haptic) : null;
        commits = new TimedSink(history);
        PahoPublisher awaiting = publisher;
        history.onCommit(() -> {
            commits.committed();
            if (awaiting != null) {
                awaiting.wake();
            }
        });
        keeper = new Keeper(
                ring, clock, sinks(liveFeed, samples == null ? null : rawLog(rawMode, samples, clock), meter));
        radio = new BluezRadio(radioSettings(config), strikeLoop, keeper::offer, clock::offsetNs, band);
        webServer = config.web().enabled() ? webServer(liveFeed) : null;
    }

    /**
     * Starts everything.
     *
     * @param meter where to show form as it goes; null for nowhere
     */
    static Gateway start(Config config, @Nullable PrintStream meter) throws StartException {
        Gateway gateway = open(config, meter);
        gateway.begin();
        return gateway;
    }

    /** A gateway with all it needs, that has not begun to listen. */
    static Gateway open(Config config, @Nullable PrintStream meter) throws StartException {
        try {
            return new Gateway(config, meter);
        } catch (HistoryException e) {
            throw new StartException("the history cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Has the configuration read again on a hang-up; as a service only, since a terminal that closes means the end. */
    void reloadOnHangUp(LiveConfig live) {
        if (serviceManager.isPresent()) {
            HangUp.then(new Reload(live, strikeLoop::mute, strikeLoop::beat));
        }
    }

    /** Listens from now on; to be called once. */
    void begin() {
        WarmUp.run(config.form(), WARM_UP_S);
        Thread.ofPlatform().name("keeper").daemon().start(keeper);
        Thread.ofPlatform().name("strike-loop").daemon().start(new RealTime(strikeLoop));
        radio.start();
        Watchdog.start(serviceManager, strikeLoop::answer);
        tellStart();
        serviceManager.ready("hears " + radio.pods().size() + " pods");
    }

    static String version() {
        return Optional.ofNullable(Gateway.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /** Where the live page is; empty when it is off or its port was taken. */
    Optional<URI> livePage() {
        return Optional.ofNullable(webServer).map(WebServer::address);
    }

    /** How many events did not get behind the ring. */
    long dropped() {
        return keeper.dropped();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        serviceManager.stopping();
        radio.close();
        strikeLoop.close();
        haptic.close();
        keeper.close();
        history.endRun();
        if (publisher != null) {
            publisher.close();
        }
        history.close();
        if (webServer != null) {
            webServer.close();
        }
        if (review != null) {
            review.close();
        }
        LOG.info("stopped: {} events kept, {} dropped by the ring", keeper.events(), keeper.dropped());
    }

    private void tellStart() {
        LOG.info(
                "Lightfoot {} as {}, haptic: {}",
                version(),
                config.gateway().name(),
                haptic.status().description());
        LOG.info("history: {}", config.history().file());
        if (webServer != null) {
            LOG.info("live page: {}", webServer.address());
        }
        if (radio.pods().isEmpty()) {
            LOG.warn(
                    "no pods to listen to: adopt them with \"lightfoot pods adopt --window 60\", or add each as a [[pod]]"
                            + " to the configuration");
        }
    }

    private RawLog rawLog(RawLog.Mode mode, SampleRing samples, WallClock clock) {
        return new RawLog(
                mode,
                RawStore.folderOf(config.history().file()),
                (long) config.history().rawLimitMb() << 20,
                samples,
                clock::offsetNs,
                history::openRun);
    }

    private List<EventSink> sinks(LiveFeed liveFeed, @Nullable RawLog rawLog, @Nullable PrintStream meter) {
        List<EventSink> sinks =
                new ArrayList<>(List.of(liveFeed, commits, firstStrike, new RestCollection(System::gc)));
        sinks.add(new KeptMounts(new PodFile(config.bluetooth().podsFile()), configuredPods(config)));
        if (rawLog != null) {
            sinks.add(rawLog);
        }
        if (publisher != null) {
            sinks.add(publisher);
        }
        if (meter != null) {
            sinks.add(new FormMeter(meter));
        }
        return sinks;
    }

    private static List<KnownPod> configuredPods(Config config) {
        return config.pods().stream()
                .map(pod -> new KnownPod(pod.address(), pod.foot())
                        .on(null, config.coach().shoe()))
                .toList();
    }

    private static RadioSettings radioSettings(Config config) {
        RadioSettings settings = RadioSettings.of(
                        config.bluetooth().bus(), config.bluetooth().adapter(), configuredPods(config))
                .withPodFile(config.bluetooth().podsFile())
                .bonding(config.bluetooth().bond());
        return config.bluetooth().acquireNotify() ? settings : settings.withoutAcquireNotify();
    }

    private @Nullable WebServer webServer(LiveFeed liveFeed) {
        try {
            review = Review.open(config.history().file());
            WebAssembly web = new WebAssembly(config, strikeLoop, haptic, radio, history, keeper, startedNs);
            Figures figures = new Figures(startedNs, strikeLoop, keeper, radio, history, haptic, commits, firstStrike);
            return web.start(liveFeed, review, schedule, figures);
        } catch (WebException | HistoryException e) {
            LOG.error("{}; the gateway goes on without its pages", e.getMessage());
            return null;
        }
    }
}
