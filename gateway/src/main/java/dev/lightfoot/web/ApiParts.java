package dev.lightfoot.web;

import dev.lightfoot.history.Review;
import dev.lightfoot.history.export.RunExport;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What the API stands on. Immutable; whoever made the parts closes them.
 *
 * @param history the file that the review reads
 * @param metrics figures for Prometheus
 * @param health 200 while the gateway is well, else what is wrong
 * @param clock the wall clock
 */
public record ApiParts(
        Review review,
        Path history,
        RunExport export,
        PodBoard pods,
        Coaching coaching,
        CueTrial trial,
        Supplier<PlainText> metrics,
        Supplier<PlainText> health,
        InstantSource clock) {}
