package dev.lightfoot.mqtt;

import dev.lightfoot.event.Event;
import dev.lightfoot.history.HistoryException;
import dev.lightfoot.history.Outbox;
import dev.lightfoot.history.Outbox.StateOfThings;
import dev.lightfoot.history.OutboxMessage;
import dev.lightfoot.history.OutboxStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes over one connection: retained states first, then the streams of the outbox by priority, a window of messages
 * in flight. Used by the publisher's thread only.
 */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    /**
     * Messages in flight on a new connection, and at most; one more with each acknowledgement (slow start, RFC 5681 section
     * 3.1). What is in flight when a connection is lost comes twice, and one that is new is lost sooner than one that stands.
     */
    private static final int FIRST_WINDOW = 4;

    private static final int STRIKE_WINDOW = 64;

    /** Cues and the like go so far beyond, so that a backlog of strikes never holds them up. */
    private static final int AHEAD_OF_STRIKES = 50;

    private static final int RETAINED_WINDOW = 100;

    /** Above that of retained states; beyond it requests are counted and not read. */
    private static final int RESPONSE_WINDOW = 120;

    private static final long LOOK_EVERY_MS = 1_000;

    private static final long FAREWELL_MS = 2_000;

    /** A cue older than this is told as late: the stride it was for is long over. One that is not acknowledged in this time ends
     * the connection, so that it cannot arrive as if it were live. */
    private static final long CUE_LIFE_US = 3_000_000;

    private final Patience patience;
    private final String base;
    private final BrokerLink link;
    private final RetainedBoard board;
    private final Payload payload;
    private final Inbox inbox;
    private final @Nullable Commands commands;
    private final Outbox outbox;
    private final List<SendingStream> streams;
    /** When live cues in flight were sent, by id, the oldest first. */
    private final Map<Long, Long> liveCuesNs = new LinkedHashMap<>();

    private final long startNs = System.nanoTime();
    private long progressNs = startNs;
    private int strikeWindow = FIRST_WINDOW;
    private int inFlight;
    private int passingInFlight;
    /** Requests that came faster than they could be answered. */
    private int unread;

    private long formId;
    private Optional<Outbox.RunState> toldRun = Optional.empty();
    private boolean runTold;
    private String complaint = "";

    /** Names a durable message in flight. */
    private record Tag(SendingStream stream, long id) {}

    /** Names a message in flight that is not from the history: a retained state, a response. */
    private enum Passing {
        PASSING
    }

    /** @param commands null: requests are not listened to */
    Session(
            Patience patience,
            String base,
            BrokerLink link,
            Outbox outbox,
            RetainedBoard board,
            Payload payload,
            Inbox inbox,
            @Nullable Commands commands) {
        this.patience = patience;
        this.base = base;
        this.link = link;
        this.outbox = outbox;
        this.board = board;
        this.payload = payload;
        this.inbox = inbox;
        this.commands = commands;
        streams = Stream.of(OutboxStream.values())
                .map(stream -> new SendingStream(stream, outbox))
                .toList();
        board.sendAll();
    }

    /** Publishes until the connection is lost, and says why, or until the end is near. */
    String run() throws IOException, InterruptedException {
        if (commands != null) {
            link.subscribe(base + "command/request");
        }
        while (!inbox.closing()) {
            Inbox.Mail mail = inbox.await(LOOK_EVERY_MS);
            String end = handle(mail);
            if (!end.isEmpty()) {
                return end;
            }
            respond(mail);
            send();
        }
        return "";
    }

    /** Sends what is left for a moment, then offline and goodbye. */
    void farewell() throws IOException, InterruptedException {
        long deadlineNs = System.nanoTime() + FAREWELL_MS * 1_000_000;
        streams.forEach(SendingStream::wake);
        tellState();
        send();
        board.put(base + "status", payload.status("offline"));
        send();
        while (inFlight + passingInFlight > 0 && System.nanoTime() < deadlineNs) {
            if (!handle(inbox.awaitAcknowledgements(FAREWELL_MS / 10)).isEmpty()) {
                return;
            }
            send();
        }
        link.disconnect();
    }

    boolean lasted() {
        return System.nanoTime() - startNs > patience.lastedMs() * 1_000_000;
    }

    private String handle(Inbox.Mail mail) {
        for (Object tag : mail.acknowledged()) {
            if (tag instanceof Tag durable) {
                inFlight--;
                strikeWindow = Math.min(STRIKE_WINDOW, strikeWindow + 1);
                durable.stream().acknowledged(durable.id());
                liveCuesNs.remove(durable.id());
            } else {
                passingInFlight--;
            }
        }
        long nowNs = System.nanoTime();
        if (!mail.acknowledged().isEmpty() || inFlight + passingInFlight == 0) {
            progressNs = nowNs;
        }
        if (mail.woken()) {
            streams.forEach(SendingStream::wake);
            tellState();
        }
        if (mail.lost().isEmpty() && aCueWaits(nowNs)) {
            return "it has not acknowledged a cue in " + CUE_LIFE_US / 1_000_000 + " s";
        }
        if (mail.lost().isEmpty() && nowNs - progressNs > patience.stallMs() * 1_000_000) {
            return "it has acknowledged nothing for " + patience.stallMs() / 1_000.0 + " s";
        }
        return mail.lost();
    }

    private boolean aCueWaits(long nowNs) {
        return !liveCuesNs.isEmpty() && nowNs - liveCuesNs.values().iterator().next() > CUE_LIFE_US * 1_000;
    }

    private void respond(Inbox.Mail mail) throws IOException {
        if (commands == null) {
            return;
        }
        unread += mail.requestsLost();
        for (Commands.Arrival request : mail.requests()) {
            if (passingInFlight < RESPONSE_WINDOW) {
                publishResponse(commands.respond(request, System.nanoTime()));
            } else {
                unread++;
            }
        }
        if (unread > 0 && passingInFlight < RESPONSE_WINDOW) {
            publishResponse(commands.overrun(unread));
            unread = 0;
        }
    }

    private void publishResponse(byte[] response) throws IOException {
        link.publish(base + "command/response", response, false, Passing.PASSING);
        passingInFlight++;
    }

    private void tellState() {
        try {
            StateOfThings state = outbox.newest();
            if (state.form().isPresent() && state.form().get().id() != formId) {
                OutboxMessage.Happened form = state.form().get();
                formId = form.id();
                board.put(base + "form", payload.event(form.id(), form.event()));
            }
            if (!runTold || !state.run().equals(toldRun)) {
                runTold = true;
                toldRun = state.run();
                board.put(base + "run", payload.run(state.run()));
            }
        } catch (HistoryException e) {
            complain(e);
        }
    }

    private void send() throws IOException {
        Optional<Map.Entry<String, byte[]>> retained = board.next();
        while (retained.isPresent() && passingInFlight < RETAINED_WINDOW) {
            Map.Entry<String, byte[]> entry = retained.get();
            link.publish(entry.getKey(), entry.getValue(), true, Passing.PASSING);
            passingInFlight++;
            board.sent(entry);
            retained = board.next();
        }
        try {
            for (SendingStream stream : streams) {
                int window = stream.stream() == OutboxStream.STRIKE ? strikeWindow : strikeWindow + AHEAD_OF_STRIKES;
                OutboxMessage message = stream.next();
                while (message != null && inFlight < window) {
                    link.publish(topic(stream.stream()), body(message), false, new Tag(stream, message.id()));
                    inFlight++;
                    stream.sent();
                    message = stream.next();
                }
            }
        } catch (HistoryException e) {
            complain(e);
        }
    }

    private String topic(OutboxStream stream) {
        return base
                + switch (stream) {
                    case CUE -> "cue";
                    case FORM_CHANGE -> "form/change";
                    case RUN_SUMMARY -> "run/summary";
                    case STRIKE -> "strike";
                };
    }

    private byte[] body(OutboxMessage message) {
        return switch (message) {
            case OutboxMessage.Happened happened
            when happened.event() instanceof Event.Cued cue -> cue(happened.id(), cue);
            case OutboxMessage.Happened happened -> payload.event(happened.id(), happened.event());
            case OutboxMessage.Ended ended -> payload.summary(ended.id(), ended.summary());
        };
    }

    private byte[] cue(long id, Event.Cued cue) {
        boolean late = payload.nowUs() - cue.timeUs() > CUE_LIFE_US;
        if (!late) {
            liveCuesNs.put(id, System.nanoTime());
        }
        return payload.cue(id, cue, late);
    }

    private void complain(HistoryException e) {
        String reason = String.valueOf(e.getMessage());
        if (!reason.equals(complaint)) {
            complaint = reason;
            LOG.warn("{}: trying again with the next commit", reason);
        }
    }
}
