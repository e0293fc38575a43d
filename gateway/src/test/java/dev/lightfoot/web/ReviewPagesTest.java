package dev.lightfoot.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import dev.lightfoot.history.Review;
import dev.lightfoot.history.RunNote;
import dev.lightfoot.history.Surface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The pages that look back, in the system's Chromium over a sample season of four runs. */
@Timeout(180)
class ReviewPagesTest {
    private static final int RUNS = 4;
    private static final Pattern ANY = Pattern.compile("[0-9]+");

    private static @Nullable Chromium chromium;
    private static @Nullable ServedHistory site;

    @BeforeAll
    static void seed(@TempDir Path folder) throws Exception {
        chromium = Chromium.open();
        Path history = folder.resolve("history.db");
        SampleSeason.seed(history, RUNS, 600, Instant.parse("2026-11-21T06:30:00Z"));
        site = ServedHistory.over(history);
    }

    @AfterAll
    static void close() {
        if (site != null) {
            site.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void runsAreListedWithAPictureOfTheirFormAndLeadToTheRun() {
        try (Page page = chromium().phone(site().at("/runs"))) {
            assertThat(page.locator(".run:not(.ghost)")).hasCount(RUNS);
            assertThat(page.locator(".run .picture").first())
                    .hasAttribute("aria-label", Pattern.compile("Form over time: good .*"));
            page.locator(".run h3 a").first().click();
            assertThat(page.locator("#title")).containsText("2026");
            assertThat(page.locator("#charts")).hasAttribute("data-points", ANY);
        }
    }

    @Test
    void aWindowDrawnOnAChartIsAskedForFinerAndAKeyGoesBackToTheWhole() {
        try (Page page = openRun(RUNS)) {
            String whole = page.locator("#at").textContent();
            assertThat(whole).startsWith("Whole run");
            BoundingBox box = plot(page);
            Response finer = page.waitForResponse(Pattern.compile(".*/series\\?from_us=.*"), () -> {
                page.mouse().move(box.x + box.width * 0.3, box.y + 40);
                page.mouse().down();
                page.mouse().move(box.x + box.width * 0.4, box.y + 44);
                page.mouse().up();
            });
            assertThat(finer.status()).isEqualTo(200);
            page.mouse().move(2, 2);
            assertThat(page.locator("#at")).hasText(Pattern.compile("[0-9:]+ to [0-9:]+"));
            page.locator("#charts").focus();
            page.keyboard().press("0");
            assertThat(page.locator("#at")).hasText(whole);
        }
    }

    @Test
    void thePointerAndTheArrowsReadAllChartsAtOneTime() {
        try (Page page = openRun(RUNS)) {
            BoundingBox box = plot(page);
            page.mouse().move(box.x + box.width / 2, box.y + 40);
            assertThat(page.locator("#at")).hasText(Pattern.compile("At [0-9:]+: [a-z]+"));
            for (Locator reading : page.locator("#charts .reading").all()) {
                assertThat(reading).containsText(ANY);
            }
            page.locator("#charts").focus();
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("#spoken")).containsText("Strike angle left");
            page.keyboard().press("Escape");
            assertThat(page.locator("#at")).containsText("Whole run");
        }
    }

    @Test
    void theChartsCanBeReadAsATable() {
        try (Page page = openRun(RUNS)) {
            page.locator("#table summary").click();
            assertThat(page.locator("#rows tbody tr").first()).containsText(Pattern.compile("good|walking|standing"));
            assertThat(page.locator("#rows tbody tr").count()).isBetween(4, 25);
        }
    }

    @Test
    void theMinuteFormBrokeAndWhatFollowedEachCueIsTold() throws Exception {
        long broken = brokenRun();
        try (Page page = openRun(broken)) {
            assertThat(page.locator("#tiles .broke")).containsText(Pattern.compile("minute [0-9]+"));
            assertThat(page.locator(".cues tbody tr").first()).containsText("form began to drift");
            assertThat(page.locator(".cues .answer").first())
                    .hasText(Pattern.compile(".*(better|same|worse|walked).*"));
            assertThat(page.locator(".spread")).hasCount(4);
        }
    }

    @Test
    void whatTheRunnerSaysOfARunIsKept() throws Exception {
        try (Page page = openRun(2)) {
            page.locator("#shoe").fill("Old racers");
            page.locator("#surface").selectOption("dirt");
            page.locator("#effort label")
                    .getByText("7", new Locator.GetByTextOptions().setExact(true))
                    .click();
            page.locator("#text").fill("Two lines,\nand a <b>tag</b>.");
            page.locator("#note button").click();
            assertThat(page.locator("#saved")).hasText("Saved.");
            assertThat(page.locator("#under")).containsText("Old racers");
            page.reload();
            assertThat(page.locator("#text")).hasValue("Two lines,\nand a <b>tag</b>.");
        }
        try (Review review = Review.open(site().history())) {
            assertThat(review.run(2).orElseThrow().card().note())
                    .isEqualTo(new RunNote("Old racers", Surface.DIRT, 7, "Two lines,\nand a <b>tag</b>."));
        }
    }

    @Test
    void aRunIsDeletedWhenOneIsSure(@TempDir Path folder) throws Exception {
        Path copy = Files.copy(site().history(), folder.resolve("history.db"));
        try (ServedHistory other = ServedHistory.over(copy);
                Page page = chromium().desk(other.at("/run?id=1"))) {
            assertThat(page.locator("#title")).containsText("2026");
            page.locator("#delete").click();
            assertThat(page.locator("#sure")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator("#sure")).isHidden();
            page.locator("#delete").click();
            page.locator("#sure-delete").click();
            page.waitForURL("**/runs");
            assertThat(page.locator(".run:not(.ghost)")).hasCount(RUNS - 1);
        }
    }

    @Test
    void exportsComeDownAsFiles() {
        try (Page page = openRun(RUNS)) {
            for (String format : List.of("fit", "csv", "json")) {
                page.locator(".menu summary").click();
                assertThat(page.waitForDownload(() -> page.locator("#" + format).click())
                                .suggestedFilename())
                        .endsWith("." + format);
            }
        }
    }

    @Test
    void twoRunsAreSetBesideEachOther() {
        try (Page page = chromium().desk(site().at("/compare?a=4&b=3"))) {
            assertThat(page.locator("#strips .picture")).hasCount(2);
            assertThat(page.locator("#figures tbody tr").first()).containsText("Duration");
            assertThat(page.locator("#charts .u-over")).hasCount(5);
        }
    }

    @Test
    void trendsAreDrawnOfAllAndByShoe() {
        try (Page page = chromium().desk(site().at("/trends"))) {
            assertThat(page.locator(".trend-plot .u-over")).hasCount(3);
            page.getByText("By shoe").click();
            assertThat(page.locator("#key li").first()).isVisible();
            assertThat(page.locator("#rows tbody tr").first()).containsText("%");
        }
    }

    @Test
    void aRunThatIsNotThereIsSaidToBeNotThere() {
        try (Page page = chromium().phone(site().at("/run?id=999"))) {
            assertThat(page.locator(".empty")).containsText("999");
            assertThat(page.locator(".empty a")).hasAttribute("href", "/runs");
        }
    }

    @Test
    void anybodyCanUseThem() {
        for (String path : List.of("/runs", "/run?id=4", "/trends", "/compare?a=4&b=3")) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (Page page = chromium().page(site().at(path), 390, 844, scheme)) {
                    page.locator("[aria-busy]")
                            .waitFor(new Locator.WaitForOptions()
                                    .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
                    assertThat(Chromium.barriers(page))
                            .as("%s, %s", path, scheme)
                            .isEmpty();
                    assertThat(page.evaluate("document.documentElement.scrollWidth"))
                            .as("%s fits a phone", path)
                            .isEqualTo(390);
                    assertThat(page.content().toLowerCase(Locale.ROOT))
                            .doesNotContain("pace", "speed", "km/h", "min/km");
                }
            }
        }
    }

    private static Page openRun(long run) {
        Page page = chromium().desk(site().at("/run?id=" + run));
        assertThat(page.locator("#charts")).hasAttribute("data-points", ANY);
        return page;
    }

    private static BoundingBox plot(Page page) {
        return page.locator(".plot-strike_angle_deg .u-over").boundingBox();
    }

    private static long brokenRun() throws Exception {
        try (Review review = Review.open(site().history())) {
            return review.runs(RUNS, 0).runs().stream()
                    .filter(card -> !card.formHeld())
                    .findFirst()
                    .orElseThrow()
                    .summary()
                    .id();
        }
    }

    private static Chromium chromium() {
        if (chromium == null) {
            throw new IllegalStateException("no browser");
        }
        return chromium;
    }

    private static ServedHistory site() {
        if (site == null) {
            throw new IllegalStateException("no site");
        }
        return site;
    }
}
