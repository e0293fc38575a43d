package dev.lightfoot.mqtt;

import dev.lightfoot.event.Event;
import dev.lightfoot.event.EventJson;
import dev.lightfoot.event.EventSink;
import dev.lightfoot.history.Outbox;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes to a broker on a thread of its own and keeps at it: a fresh connection for each attempt, with a jittered
 * back-off between them. Durable messages come from the history's outbox, in order, and move its cursor when the broker
 * has them; retained states are held here, the newest wins. Never blocks whoever calls it, except in {@link #close}.
 */
public final class PahoPublisher implements EventSink, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PahoPublisher.class);
    private static final long BACKOFF_FIRST_MS = 250;
    private static final long BACKOFF_CAP_MS = 30_000;
    private static final long LIVE_EVERY_US = 1_000_000;
    private static final long CLOSE_LIMIT_MS = 8_000;

    private final MqttSettings settings;
    private final Outbox outbox;
    private final String version;
    private final Payload payload;
    private final @Nullable Commands commands;
    private final RetainedBoard board = new RetainedBoard();
    private final Inbox inbox = new Inbox();
    private final LiveFigures live = new LiveFigures();
    private final HomeAssistant homeAssistant;
    private final Thread thread;
    private LiveFigures.@Nullable Figures liveFigures;
    private long liveUs;
    private String complaint = "";

    private PahoPublisher(
            MqttSettings settings, Outbox outbox, String version, InstantSource clock, @Nullable CommandDesk desk) {
        this.settings = settings;
        this.outbox = outbox;
        this.version = version;
        payload = new Payload(clock);
        commands = desk == null ? null : new Commands(desk, payload);
        homeAssistant = new HomeAssistant(settings, version, desk == null ? List.of() : desk.buttons());
        discover();
        thread = Thread.ofPlatform().daemon().name("mqtt").unstarted(this::run);
    }

    /**
     * Starts publishing; without a broker it keeps trying. The outbox is the publisher's from now on, to close as well.
     *
     * @param desk does what is asked for; null: nothing is listened to
     */
    public static PahoPublisher start(
            MqttSettings settings, Outbox outbox, String version, InstantSource clock, @Nullable CommandDesk desk) {
        PahoPublisher publisher = new PahoPublisher(settings, outbox, version, clock, desk);
        publisher.thread.start();
        return publisher;
    }

    /** The history has committed something: to be called on its commit. */
    public void wake() {
        inbox.wake();
    }

    /** Takes what is retained and soon outdated: links of pods, live figures. Everything else comes from the history. */
    @Override
    public void accept(Event event) {
        live.take(event);
        if (event instanceof Event.Linked link) {
            String topicName = link.pod().toLowerCase(Locale.ROOT).replaceAll("[^0-9a-z_-]", "");
            board.put(settings.baseTopic() + "pod/" + topicName, payload.link(link));
            homeAssistant.pod(topicName, EventJson.name(link.foot()));
            discover();
            inbox.wake();
        }
    }

    @Override
    public void tick(long nowUs) {
        if (nowUs - liveUs < LIVE_EVERY_US) {
            return;
        }
        liveUs = nowUs;
        LiveFigures.Figures figures = live.at(nowUs);
        if (!figures.equals(liveFigures)) {
            liveFigures = figures;
            board.put(settings.baseTopic() + "live", payload.live(nowUs, figures));
            inbox.wake();
        }
    }

    @Override
    public void clockSet(long byUs) {
        liveUs += byUs;
        live.clockSet(byUs);
    }

    /** An empty payload takes away what an earlier start may have left. */
    private void discover() {
        board.put(HomeAssistant.topic(settings), settings.homeAssistant() ? homeAssistant.payload() : new byte[0]);
    }

    private void run() {
        Backoff backoff = new Backoff(BACKOFF_FIRST_MS, BACKOFF_CAP_MS, ThreadLocalRandom.current());
        try {
            while (!inbox.closing()) {
                inbox.newConnection();
                if (publishUntilLost()) {
                    backoff.reset();
                }
                inbox.awaitClosing(backoff.nextMs(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            LOG.debug("the publisher was interrupted", e);
        } finally {
            outbox.close();
        }
    }

    /** One connection from its start to its end; true when it lasted long enough to start anew without waiting long. */
    private boolean publishUntilLost() throws InterruptedException {
        String statusTopic = settings.baseTopic() + "status";
        int generation = inbox.generation();
        BrokerLink.Listener listener = new BrokerLink.Listener() {
            @Override
            public void acknowledged(Object tag) {
                inbox.acknowledged(generation, tag);
            }

            @Override
            public void lost(String reason) {
                inbox.lost(generation, reason);
            }

            @Override
            public void arrived(byte[] request, boolean retained) {
                inbox.requested(generation, Commands.Arrival.of(request, retained));
            }
        };
        try (BrokerLink link = BrokerLink.connect(settings, statusTopic, payload.status("offline"), listener)) {
            LOG.info("connected to the MQTT broker {}", settings.url());
            complaint = "";
            board.put(statusTopic, payload.status("online"));
            board.put(settings.baseTopic() + "bridge", payload.bridge(version));
            Session session = new Session(settings.baseTopic(), link, outbox, board, payload, inbox, commands);
            String end = session.run();
            if (inbox.closing()) {
                session.farewell();
            } else {
                complain(end);
            }
            return session.lasted();
        } catch (IOException e) {
            complain(String.valueOf(e.getMessage()));
            return false;
        } catch (RuntimeException e) {
            // Paho fails with these, too, in a race of closing; the next attempt has a client of its own.
            LOG.debug("an attempt failed", e);
            complain(e.toString());
            return false;
        }
    }

    /** One line for each new reason, not for each attempt. */
    private void complain(String reason) {
        if (!reason.equals(complaint)) {
            complaint = reason;
            LOG.warn(
                    "not publishing to the MQTT broker {} ({}): trying again; strikes and cues are kept in the history",
                    settings.url(),
                    reason);
        }
    }

    /** Sends what is left for a moment, says offline and goodbye. */
    @Override
    public void close() {
        inbox.close();
        try {
            thread.join(CLOSE_LIMIT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
