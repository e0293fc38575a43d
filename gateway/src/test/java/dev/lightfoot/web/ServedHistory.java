package dev.lightfoot.web;

import dev.lightfoot.history.Review;
import dev.lightfoot.history.export.FitFields;
import dev.lightfoot.history.export.RunExport;
import dev.lightfoot.metrics.PrometheusText;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The gateway's own server, pages and API over a history; only radio and coach are made by hand. A password is set where a
 * file "web-password" lies beside the history, a token where "web-token" does.
 */
final class ServedHistory implements AutoCloseable {
    static final String PASSWORD = "soft feet";

    private final LiveFeed feed = new LiveFeed();
    private final HandMadeCoach coach = new HandMadeCoach();
    private final Path history;
    private volatile Supplier<PlainText> metrics =
            () -> new PlainText(200, PrometheusText.CONTENT_TYPE, "lightfoot_events_total 3\n");
    private volatile PlainText health = new PlainText(200, "text/plain; charset=utf-8", "ok\n");
    private final HandMadeRadio radio;
    private final Review review;
    private final WebServer server;

    private ServedHistory(Path history, int port) throws Exception {
        this.history = history;
        Path folder = Objects.requireNonNull(history.toAbsolutePath().getParent());
        radio = new HandMadeRadio(folder);
        review = Review.open(history);
        Path token = folder.resolve("web-token");
        InstantSource clock = InstantSource.system();
        server = WebServer.start(
                "127.0.0.1",
                port,
                Access.of(folder.resolve("web-password"), Files.exists(token) ? token : null, clock),
                feed,
                StatusOf::quiet,
                new ApiParts(
                        review,
                        history,
                        new RunExport(FitFields.PLAIN, ZoneOffset.UTC, "test"),
                        radio,
                        coach,
                        coach::play,
                        () -> metrics.get(),
                        () -> health,
                        clock));
    }

    static ServedHistory over(Path history) throws Exception {
        return over(history, 0);
    }

    /** @param port 0: any free one */
    static ServedHistory over(Path history, int port) throws Exception {
        return new ServedHistory(history, port);
    }

    /** Sets the password of those that are served from this folder from now on. */
    static void guard(Path folder) throws Exception {
        SecretText.write(
                folder.resolve("web-password"),
                PasswordHash.of(PASSWORD.toCharArray()).line());
    }

    URI at(String path) {
        return server.address().resolve(path);
    }

    int port() {
        return server.address().getPort();
    }

    LiveFeed feed() {
        return feed;
    }

    HandMadeCoach coach() {
        return coach;
    }

    HandMadeRadio radio() {
        return radio;
    }

    /** Where its figures come from, from now on. */
    void metrics(Supplier<PlainText> source) {
        metrics = source;
    }

    /** What is said of its health from now on. */
    void health(PlainText said) {
        health = said;
    }

    Path history() {
        return history;
    }

    @Override
    public void close() {
        server.close();
        review.close();
    }
}
