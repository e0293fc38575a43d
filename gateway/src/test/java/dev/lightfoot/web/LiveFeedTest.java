package dev.lightfoot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.FormState;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveFeedTest {
    private final LiveFeed feed = new LiveFeed(InstantSource.fixed(Instant.ofEpochSecond(5)));
    private WebServer server;

    @BeforeEach
    void start() throws WebException {
        server = WebServer.start("127.0.0.1", 0, feed, StatusOf::quiet, Duration.ofMillis(50));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPageComesBackForTheNewTimesWhenTheClockWasSet() throws Exception {
        feed.accept(RunOf.strike(Foot.LEFT, StrikePattern.MIDFOOT, 1));
        feed.accept(RunOf.form(FormState.GOOD));
        try (Stream stream = new Stream()) {
            long decidedUs =
                    stream.next("snapshot").at("/strikes/left/0/decided_us").asLong();

            feed.clockSet(3_000_000);

            assertThat(feed.clients()).isZero();
            try (Stream back = new Stream()) {
                JsonNode snapshot = back.next("snapshot");
                assertThat(snapshot.at("/strikes/left/0/decided_us").asLong()).isEqualTo(decidedUs + 3_000_000);
                assertThat(snapshot.at("/form/state").asText()).isEqualTo("good");
            }
        }
    }

    @Test
    void aPageOpenedInTheMiddleOfARunLearnsWhereItStands() throws Exception {
        for (int i = 0; i < 3 * LiveState.STRIKES; i++) {
            feed.accept(RunOf.strike(Foot.LEFT, StrikePattern.MIDFOOT, i));
        }
        feed.accept(RunOf.strike(Foot.RIGHT, StrikePattern.REARFOOT, 9));
        feed.accept(RunOf.stance(Foot.LEFT, 168f));
        feed.accept(RunOf.form(FormState.GOOD));
        feed.accept(RunOf.form(FormState.DRIFTING));
        feed.accept(RunOf.cue(CueKind.NUDGE));
        feed.accept(RunOf.link(Foot.LEFT, "connecting"));
        feed.accept(RunOf.link(Foot.LEFT, "streaming"));

        try (Stream stream = new Stream()) {
            JsonNode snapshot = stream.next("snapshot");

            assertThat(snapshot.path("now_us").asLong()).isEqualTo(5_000_000);
            assertThat(snapshot.at("/form/state").asText()).isEqualTo("drifting");
            assertThat(snapshot.at("/strikes/left")).hasSize(LiveState.STRIKES);
            assertThat(snapshot.at("/strikes/left/0/decided_us").asLong()).isEqualTo(2L * LiveState.STRIKES);
            assertThat(snapshot.at("/strikes/right/0/pattern").asText()).isEqualTo("rearfoot");
            assertThat(snapshot.at("/stances/0/cadence_spm").asDouble()).isEqualTo(168);
            assertThat(snapshot.at("/cues/0/cue").asText()).isEqualTo("nudge");
            assertThat(snapshot.at("/links")).hasSize(1);
            assertThat(snapshot.at("/links/0/state").asText()).isEqualTo("streaming");
        }
    }

    @Test
    void anEmptyFeedHasAnEmptySnapshot() throws Exception {
        try (Stream stream = new Stream()) {
            JsonNode snapshot = stream.next("snapshot");

            assertThat(snapshot.path("form").isNull()).isTrue();
            assertThat(snapshot.at("/strikes/left")).isEmpty();
        }
    }

    @Test
    void anEventReachesThePageSoonAndWithAnId() throws Exception {
        try (Stream stream = new Stream()) {
            stream.next("snapshot");
            long acceptedNs = System.nanoTime();
            feed.accept(RunOf.strike(Foot.RIGHT, StrikePattern.FOREFOOT, 77));

            JsonNode strike = stream.next("");

            assertThat(Duration.ofNanos(System.nanoTime() - acceptedNs)).isLessThan(Duration.ofMillis(500));
            assertThat(strike.path("type").asText()).isEqualTo("strike");
            assertThat(strike.path("pattern").asText()).isEqualTo("forefoot");
            assertThat(stream.lastId).isEqualTo(1);
        }
    }

    @Test
    void aSilentStreamHasAHeartbeat() throws Exception {
        try (Stream stream = new Stream()) {
            stream.next("snapshot");

            assertThat(stream.next("beat")).isEmpty();
        }
    }

    @Test
    void aSlowClientIsDroppedAndTheOthersGoOn() throws Exception {
        LiveClient slow = new LiveClient(Duration.ofSeconds(1));
        assertThat(feed.join(slow)).isTrue();
        for (int i = 0; i < LiveFeed.QUEUE - 1; i++) {
            feed.accept(RunOf.form(FormState.GOOD));
        }
        assertThat(feed.clients()).isEqualTo(1);

        try (Stream other = new Stream()) {
            other.next("snapshot");
            feed.accept(RunOf.form(FormState.JOGGING));

            assertThat(other.next("").path("state").asText()).isEqualTo("jogging");
            assertThat(feed.clients()).isEqualTo(1);
            assertThat(feed.dropped()).isEqualTo(1);
        }
    }

    @Test
    void aClientThatReadsNothingIsDroppedAndCanComeBack() throws Exception {
        try (Stream deaf = new Stream()) {
            deaf.next("snapshot");
            for (int sent = 0; feed.dropped() == 0 && sent < 400_000; sent++) {
                feed.accept(RunOf.strike(Foot.LEFT, StrikePattern.MIDFOOT, sent));
            }
            assertThat(feed.dropped()).isEqualTo(1);
        }
        try (Stream back = new Stream()) {
            assertThat(back.next("snapshot").at("/strikes/left")).hasSize(LiveState.STRIKES);
        }
    }

    @Test
    void aFullFeedTurnsTheNextPageAway() throws Exception {
        for (int i = 0; i < LiveFeed.MOST_CLIENTS; i++) {
            feed.join(new LiveClient(Duration.ofSeconds(1)));
        }
        try (Stream stream = new Stream()) {
            assertThat(stream.statusLine).contains(" 503 ");
        }
    }

    @Test
    void closingTheServerEndsTheStreams() throws Exception {
        try (Stream stream = new Stream()) {
            stream.next("snapshot");

            server.close();

            assertThatCode(stream::readToTheEnd).doesNotThrowAnyException();
            assertThat(feed.clients()).isZero();
        }
    }

    /** A client of the event stream on a bare socket, which can be slow as no HTTP client can. */
    private final class Stream implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader reader;
        private final String statusLine;
        private long lastId = -1;

        Stream() throws IOException {
            socket = new Socket();
            socket.setReceiveBufferSize(4096);
            socket.connect(new java.net.InetSocketAddress(
                    java.net.InetAddress.getLoopbackAddress(), server.address().getPort()));
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /api/live HTTP/1.0\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            statusLine = String.valueOf(reader.readLine());
        }

        /** The data of the next message of a kind, the empty kind being an event of the run. */
        JsonNode next(String kind) throws IOException {
            String event = "";
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("id: ")) {
                    lastId = Long.parseLong(line.substring(4));
                } else if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    if (event.equals(kind)) {
                        return new ObjectMapper().readTree(line.substring(6));
                    }
                    event = "";
                }
            }
            throw new IOException("the stream ended before a message of kind '" + kind + "'");
        }

        /** Returns when the server has ended the stream; a stream left open times out. */
        void readToTheEnd() throws IOException {
            try {
                reader.lines().forEach(line -> {});
            } catch (java.io.UncheckedIOException e) {
                if (!(e.getCause() instanceof java.net.SocketException)) {
                    throw e;
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
