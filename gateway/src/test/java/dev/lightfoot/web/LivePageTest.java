package dev.lightfoot.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.lightfoot.event.Event;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The live page in the system's Chromium, driven by Playwright; skipped where Chromium or Node.js is missing. */
@Timeout(120)
class LivePageTest {
    private static @Nullable Chromium chromium;

    private final LiveFeed feed = new LiveFeed();

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
    void itFollowsARunFromPodsToCues() throws Exception {
        try (WebServer server = serve(0);
                Page page = open(server, 390, 844, ColorScheme.LIGHT)) {
            assertThat(page.locator("#word")).hasText("Waiting for pods");
            feed.accept(new Event.Linked(nowUs(), "C0:FF:EE:00:00:01", Foot.LEFT, "streaming", "test", 87));
            assertThat(page.locator("#pods")).containsText("87");
            strike(Foot.LEFT, StrikePattern.MIDFOOT);
            strike(Foot.RIGHT, StrikePattern.REARFOOT);
            feed.accept(new Event.Formed(nowUs(), FormState.JOGGING, 1.1f, 0.5f));
            feed.accept(new Event.Cued(nowUs(), CueKind.WARNING, Foot.LEFT, 0.7f));

            assertThat(page.locator("#word")).hasText("Jogging");
            assertThat(page.locator("#form")).hasAttribute("data-state", "jogging");
            assertThat(page.locator("#cue")).containsText("Warning");
            assertThat(page.locator("#left .midfoot")).hasCount(1);
            assertThat(page.locator("#right .rearfoot")).hasCount(1);
            assertThat(page.locator("#cadence")).hasText("171");
        }
    }

    @Test
    void aPageOpenedInMidRunIsRightAtOnce() throws Exception {
        feed.accept(new Event.Linked(nowUs(), "C0:FF:EE:00:00:01", Foot.LEFT, "streaming", "test", 87));
        strike(Foot.LEFT, StrikePattern.FOREFOOT);
        feed.accept(new Event.Formed(nowUs(), FormState.GOOD, 0.1f, 0f));
        try (WebServer server = serve(0);
                Page page = open(server, 1440, 900, ColorScheme.DARK)) {
            assertThat(page.locator("#word")).hasText("Good form");
            assertThat(page.locator("#left .forefoot")).hasCount(1);
        }
    }

    @Test
    void itSaysThatTheGatewayIsGoneAndComesBackWithIt() throws Exception {
        feed.accept(new Event.Formed(nowUs(), FormState.WALKING, null, null));
        WebServer first = serve(0);
        int port = first.address().getPort();
        try (Page page = open(first, 390, 844, ColorScheme.LIGHT)) {
            assertThat(page.locator("#word")).hasText("Walking");
            first.close();
            assertThat(page.locator("#banner")).isVisible();
            feed.accept(new Event.Formed(nowUs(), FormState.GOOD, 0.1f, 0f));
            try (WebServer second = serve(port)) {
                assertThat(second.address().getPort()).isEqualTo(port);
                assertThat(page.locator("#banner")).isHidden();
                assertThat(page.locator("#word")).hasText("Good form");
            }
        }
    }

    @Test
    void anybodyCanUseIt() throws Exception {
        feed.accept(new Event.Linked(nowUs(), "C0:FF:EE:00:00:01", Foot.LEFT, "streaming", "test", 87));
        for (FormState state : FormState.values()) {
            feed.accept(new Event.Formed(nowUs(), state, 0.5f, 0.5f));
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (WebServer server = serve(0);
                        Page page = open(server, 390, 844, scheme)) {
                    assertThat(page.locator("#form")).hasAttribute("data-state", Pattern.compile("[a-z]+"));
                    assertThat(Chromium.barriers(page))
                            .as("%s, %s", state, scheme)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void paceIsNowhere() throws Exception {
        try (WebServer server = serve(0);
                Page page = open(server, 390, 844, ColorScheme.LIGHT)) {
            assertThat(page.content().toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain("pace", "speed", "km/h", "min/km");
        }
    }

    private WebServer serve(int port) throws WebException {
        return WebServer.start("127.0.0.1", port, feed, StatusOf::quiet);
    }

    private static Page open(WebServer server, int width, int height, ColorScheme scheme) {
        if (chromium == null) {
            throw new IllegalStateException("no browser");
        }
        return chromium.page(server.address(), width, height, scheme);
    }

    private void strike(Foot foot, StrikePattern pattern) {
        feed.accept(new Event.Struck(foot, nowUs() - 40_000, nowUs(), pattern, 0.9f, 4f));
        feed.accept(new Event.Stood(foot, nowUs() - 260_000, nowUs(), 248, 96f, false, 0.36f, 171f, GaitKind.RUNNING));
    }

    private static long nowUs() {
        return System.currentTimeMillis() * 1000;
    }
}
