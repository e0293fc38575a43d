package dev.lightfoot;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.BoundingBox;
import dev.lightfoot.config.Config;
import dev.lightfoot.event.Event;
import dev.lightfoot.form.Delivery;
import dev.lightfoot.history.Entry;
import dev.lightfoot.history.HistoryReader;
import dev.lightfoot.sim.bluez.VirtualBluez;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.Scenario;
import dev.lightfoot.sim.runner.Segment;
import dev.lightfoot.sim.runner.Technique;
import dev.lightfoot.web.Chromium;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A runner's way over the pages of the real gateway, in real time, with simulated pods behind a virtual BlueZ: both pods are
 * adopted, form slides from good to jogging, a cue is felt, cues are muted, and the run is looked at afterwards. Skipped
 * where Chromium or Node.js is missing.
 */
@Timeout(300)
class PagesOfTheGatewayTest {
    private static final double LIMIT_MS = 60_000;
    private static final Scenario SLIDE = new Scenario(
            "slide",
            "Good form that slides into jogging for good",
            List.of(
                    Segment.stand(4),
                    Segment.run(16, Technique.GOOD),
                    Segment.slide(8, Technique.GOOD, Technique.JOG),
                    Segment.jog(300)));

    private static @Nullable Chromium chromium;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void podsAreAdoptedARunIsFollowedAndMutedAndLookedAtAfterwards() throws Exception {
        ByteArrayOutputStream meter = new ByteArrayOutputStream();
        Body body = new Body(SLIDE, 2);
        try (VirtualBluez bluez =
                        VirtualBluez.builder(body.left(), body.right()).start();
                Gateway gateway = Gateway.start(
                        config(bluez.busAddress()), new PrintStream(meter, true, StandardCharsets.UTF_8))) {
            URI pages = gateway.livePage().orElseThrow();
            adoptBoth(pages);
            follow(pages);
            assertThat(gateway.dropped()).isZero();
        }
        assertThat(meter.toString(StandardCharsets.UTF_8)).contains("bzz ");
        coachHeldItsPeaceOnceMuted();
        try (Gateway later = Gateway.start(config("unix:path=" + folder.resolve("no-bus")), null)) {
            lookBack(later.livePage().orElseThrow());
        }
    }

    private static void adoptBoth(URI pages) {
        try (Page page = chromium().desk(pages.resolve("/pods"))) {
            assertThat(page.locator("#heard li")).hasCount(2, new HasCountOptions().setTimeout(LIMIT_MS));
            adopt(page, "Lightfoot L", "Left");
            adopt(page, "Lightfoot R", "Right");
            assertThat(page.locator(".pod .link.on")).hasCount(2, new HasCountOptions().setTimeout(LIMIT_MS));
            assertThat(page.locator("#heard li")).hasCount(0);
            assertThat(page.locator("#pods")).containsText(Pattern.compile("[0-9]+\u202f%"));
        }
    }

    private static void adopt(Page page, String name, String foot) {
        Locator heard = page.locator("#heard li", new Page.LocatorOptions().setHasText(name));
        heard.locator("button").first().click();
        heard.getByText(foot, new Locator.GetByTextOptions().setExact(true)).click();
        heard.locator("[type=submit]").click();
        assertThat(page.locator("#adopt-said"))
                .containsText(name + " is one of yours, on the " + foot.toLowerCase(Locale.ROOT) + " foot");
    }

    private static void follow(URI pages) {
        HasAttributeOptions inTime = new HasAttributeOptions().setTimeout(LIMIT_MS);
        try (Page page = chromium().phone(pages)) {
            assertThat(page.locator("#pods li.on")).hasCount(2);
            assertThat(page.locator("#form")).hasAttribute("data-state", "good", inTime);
            for (String foot : List.of("#left", "#right")) {
                assertThat(page.locator(foot + " :is(.midfoot, .forefoot)").first())
                        .isVisible();
            }
            assertThat(page.locator("#cadence")).hasText(Pattern.compile("1[5-9][0-9]"));
            assertThat(page.locator("#form")).hasAttribute("data-state", Pattern.compile("drifting|jogging"), inTime);
            assertThat(page.locator("#cue"))
                    .containsText(
                            Pattern.compile("Nudge|Warning|Walk or stop"),
                            new ContainsTextOptions().setTimeout(LIMIT_MS));
            assertThat(page.locator("#form")).hasAttribute("data-state", "jogging", inTime);
            assertThat(page.locator("#word")).hasText("Jogging");
            page.locator("#mute").click();
            assertThat(page.locator("#mute")).hasText("Cues muted");
            assertThat(Chromium.eventually(
                            page,
                            "async () => (await (await fetch('/api/runs/1')).json()).cue_events.some((cue) => cue.delivery === 'muted')",
                            LIMIT_MS))
                    .isTrue();
        }
    }

    private void coachHeldItsPeaceOnceMuted() throws Exception {
        try (HistoryReader history = HistoryReader.open(folder.resolve("history.db"))) {
            List<Delivery> deliveries = history.cues(1).stream()
                    .map(Entry::event)
                    .map(Event.Cued::delivery)
                    .toList();
            int muted = deliveries.indexOf(Delivery.MUTED);
            assertThat(deliveries.subList(0, muted)).isNotEmpty().containsOnly(Delivery.PLAYED);
            assertThat(deliveries.subList(muted, deliveries.size())).containsOnly(Delivery.MUTED);
        }
    }

    private static void lookBack(URI pages) {
        try (Page page = chromium().desk(pages.resolve("/runs"))) {
            assertThat(page.locator(".run h3 a")).hasCount(1);
            page.locator(".run h3 a").click();
            assertThat(page.locator("#charts")).hasAttribute("data-points", Pattern.compile("[1-9][0-9]+"));
            assertThat(page.locator("#tiles .broke")).containsText("minute 1");
            assertThat(page.locator(".cues tbody tr").first()).containsText("form began to drift");
            String whole = page.locator("#at").textContent();
            BoundingBox plot = page.locator(".plot-strike_angle_deg .u-over").boundingBox();
            Response finer = page.waitForResponse(Pattern.compile(".*/series\\?from_us=.*"), () -> {
                page.mouse().move(plot.x + plot.width * 0.5, plot.y + 40);
                page.mouse().down();
                page.mouse().move(plot.x + plot.width * 0.8, plot.y + 44);
                page.mouse().up();
            });
            assertThat(finer.status()).isEqualTo(200);
            page.mouse().move(2, 2);
            assertThat(page.locator("#at")).not().hasText(whole);
            assertThat(page.locator("#at")).hasText(Pattern.compile("[0-9:]+ to [0-9:]+"));
        }
    }

    private Config config(String bus) throws Exception {
        return Config.load(Files.writeString(folder.resolve("lightfoot.toml"), """
                [bluetooth]
                bus = "%s"
                pods-file = "%s"
                [haptic]
                kind = "terminal"
                [coach]
                cue-gap-s = 5
                [history]
                file = "%s"
                [web]
                port = 0
                """.formatted(
                        bus, folder.resolve("pods.toml"), folder.resolve("history.db"))));
    }

    private static Chromium chromium() {
        if (chromium == null) {
            throw new IllegalStateException("no browser");
        }
        return chromium;
    }
}
