package dev.lightfoot.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Figures for those who may use the API, and for everyone who gets here one word on the gateway's health. Thread-safe. */
final class FiguresResource {
    private final Supplier<PlainText> metrics;
    private final Supplier<PlainText> health;

    FiguresResource(Supplier<PlainText> metrics, Supplier<PlainText> health) {
        this.metrics = metrics;
        this.health = health;
    }

    void addTo(Router router) {
        router.on("GET", "/metrics", call -> answer(call, metrics.get()))
                .open("GET", "/health", call -> answer(call, health.get()));
    }

    private static void answer(Call call, PlainText text) throws IOException, RefusalException {
        call.allow();
        call.exchange().getResponseHeaders().set("Cache-Control", "no-store");
        Answer.body(
                call.exchange(), text.status(), text.contentType(), text.body().getBytes(StandardCharsets.UTF_8));
    }
}
