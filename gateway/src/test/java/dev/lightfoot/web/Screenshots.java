package dev.lightfoot.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.lightfoot.event.Event;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Takes a picture of every page at 390x844 and 1440x900, light and dark, over a simulated season of thirty runs:
 * {@code Screenshots FOLDER}.
 */
public final class Screenshots {
    private static final int RUNS = 30;
    private static final double LONGEST_S = 2_700;
    private static final Instant UNTIL = Instant.parse("2026-11-21T06:30:00Z");

    private final Path folder;

    private Screenshots(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        Screenshots screenshots = new Screenshots(Files.createDirectories(Path.of(args[0])));
        Path scratch = Files.createTempDirectory("lightfoot-season");
        Path history = scratch.resolve("history.db");
        SampleSeason.seed(history, RUNS, LONGEST_S, UNTIL);
        try (ServedHistory site = ServedHistory.over(history);
                Chromium chromium = Chromium.open()) {
            run(site.feed());
            screenshots.take(chromium, pages(site));
        }
        System.out.println(screenshots.folder);
    }

    private static Map<String, URI> pages(ServedHistory site) {
        Map<String, URI> pages = new LinkedHashMap<>();
        pages.put("live", site.at("/"));
        pages.put("runs", site.at("/runs"));
        pages.put("run", site.at("/run?id=27"));
        pages.put("compare", site.at("/compare?a=27&b=4"));
        pages.put("trends", site.at("/trends"));
        pages.put("pods", site.at("/pods"));
        pages.put("login", site.at("/login"));
        return pages;
    }

    private void take(Chromium chromium, Map<String, URI> pages) throws Exception {
        for (Map.Entry<String, URI> each : pages.entrySet()) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                for (int[] size : new int[][] {{390, 844}, {1440, 900}}) {
                    try (Page page = chromium.page(each.getValue(), size[0], size[1], scheme)) {
                        page.locator("[aria-busy]")
                                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                                        .setState(WaitForSelectorState.DETACHED));
                        page.waitForFunction("document.getElementById('word')?.textContent !== 'Connecting'");
                        String name = each.getKey() + "-" + size[0] + "-"
                                + scheme.name().toLowerCase(Locale.ROOT) + ".png";
                        SmallPng.write(page.screenshot(), folder.resolve(name));
                    }
                }
            }
        }
    }

    /** A run whose form has just slipped. */
    private static void run(LiveFeed feed) {
        feed.accept(new Event.Linked(nowUs(), "C0:FF:EE:00:00:01", Foot.LEFT, "streaming", "sample", 87));
        feed.accept(new Event.Linked(nowUs(), "C0:FF:EE:00:00:02", Foot.RIGHT, "streaming", "sample", 64));
        for (int step = 0; step < 40; step++) {
            StrikePattern pattern = step > 26 && step % 5 != 0
                    ? StrikePattern.REARFOOT
                    : step % 7 == 3 ? StrikePattern.FOREFOOT : StrikePattern.MIDFOOT;
            Foot foot = step % 2 == 0 ? Foot.LEFT : Foot.RIGHT;
            feed.accept(new Event.Struck(foot, nowUs() - 40_000, nowUs(), pattern, 0.9f, 4f));
            feed.accept(
                    new Event.Stood(foot, nowUs() - 260_000, nowUs(), 262, 84f, false, 0.38f, 164f, GaitKind.RUNNING));
        }
        feed.accept(new Event.Cued(nowUs() - 94_000_000, CueKind.NUDGE, Foot.LEFT, 0.4f));
        feed.accept(new Event.Cued(nowUs() - 71_000_000, CueKind.RESTORED, Foot.RIGHT, 0.2f));
        feed.accept(new Event.Cued(nowUs() - 8_000_000, CueKind.NUDGE, Foot.LEFT, 0.4f));
        feed.accept(new Event.Formed(nowUs(), FormState.DRIFTING, 0.6f, 0.42f));
    }

    private static long nowUs() {
        return System.currentTimeMillis() * 1000;
    }
}
