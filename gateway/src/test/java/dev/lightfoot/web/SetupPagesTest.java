package dev.lightfoot.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.lightfoot.ble.KnownPod;
import dev.lightfoot.event.Event;
import dev.lightfoot.form.FormState;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.MountReason;
import dev.lightfoot.gait.MountState;
import dev.lightfoot.history.History;
import dev.lightfoot.history.HistorySettings;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pods, cues, login, the empty history, and a gateway that is away, in the system's Chromium. */
@Timeout(180)
class SetupPagesTest {
    /** Whether the page and all that it loaded, but answers of the API, are in its cache. */
    private static final String ALL_IS_KEPT = """
            async () => {
              const kept = (await (await caches.open('lightfoot')).keys()).map((request) => new URL(request.url).pathname);
              const loaded = performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname);
              return [location.pathname, ...loaded].filter((path) => !path.startsWith('/api/')).every((path) => kept.includes(path));
            }""";

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
    void podsShowHowTheyStandAndOneThatIsHeardIsAdopted() throws Exception {
        try (ServedHistory site = site();
                Page page = chromium().desk(site.at("/pods"))) {
            assertThat(page.locator(".pod")).hasCount(2);
            assertThat(page.locator(".pod").first()).containsText(Pattern.compile("87.%"));
            assertThat(page.locator(".pod .link.off")).hasText("retrying");

            page.locator("#heard button").first().click();
            page.locator("#heard")
                    .getByText("Right", new Locator.GetByTextOptions().setExact(true))
                    .click();
            page.locator("#heard input[maxlength]").fill("Old racers");
            page.locator("#heard [type=submit]").click();

            assertThat(page.locator("#adopt-said")).containsText("is one of yours, on the right foot");
            assertThat(page.locator(".pod")).hasCount(3);
            KnownPod spare = site.radio().adopted().find(HandMadeRadio.SPARE).orElseThrow();
            assertThat(spare.foot()).isEqualTo(Foot.RIGHT);
            assertThat(spare.shoe()).isEqualTo("Old racers");
        }
    }

    @Test
    void aWindowToAdoptCountsDown() throws Exception {
        try (ServedHistory site = site();
                Page page = chromium().phone(site.at("/pods"))) {
            page.locator("#open").click();
            assertThat(page.locator("#open")).hasText(Pattern.compile("5[0-9] s left"));
            assertThat(page.locator("#left")).isVisible();
            assertThat(page.locator("#open")).isDisabled();
        }
    }

    @Test
    void aPodIsLetGoWhenOneIsSure() throws Exception {
        try (ServedHistory site = site();
                Page page = chromium().phone(site.at("/pods"))) {
            Locator leave = page.locator(".pod").first().locator("button.danger");
            leave.click();
            assertThat(leave).hasText("Sure? Let go");
            assertThat(site.radio().adopted().find(HandMadeRadio.LEFT)).isPresent();
            leave.click();
            assertThat(page.locator(".pod")).hasCount(1);
            assertThat(site.radio().adopted().find(HandMadeRadio.LEFT)).isEmpty();
        }
    }

    @Test
    void calibrationIsFollowedAsItGoes() throws Exception {
        try (ServedHistory site = site();
                Page page = chromium().phone(site.at("/pods"))) {
            Locator left = page.locator("#mounts li").first();
            assertThat(left).containsText("Left Not heard yet.");
            site.feed().accept(new Event.Mounted(1, Foot.LEFT, MountState.LEARNING, MountReason.NEW, null));
            assertThat(left).containsText("Stand still");
            site.feed().accept(new Event.Formed(2, FormState.STANDING, null, null));
            assertThat(page.locator("#stands")).hasText("You stand still.");
            site.feed().accept(new Event.Mounted(3, Foot.LEFT, MountState.KNOWN, MountReason.LEARNED, null));
            assertThat(left).containsText("Learned: strikes are judged.");
            assertThat(page.locator("#mounts li").last()).containsText("Right Not heard yet.");

            page.locator("#calibrate").click();
            assertThat(page.locator("#calibrate-said")).containsText("run well for a minute");
            assertThat(site.coach().asked()).containsExactly("calibrate");
            site.feed().accept(new Event.Learned(4, 3.2f, 0.36f, 172f, true));
            assertThat(page.locator("#calibrate-said"))
                    .hasText("Fresh form learned: 172 steps a minute, strike angle 3.2°.");
        }
    }

    @Test
    void cuesAreFeltMutedAndScheduled() throws Exception {
        try (ServedHistory site = site();
                Page page = chromium().phone(site.at("/pods"))) {
            page.locator("#tests [value=warning]").click();
            assertThat(page.locator("#felt")).hasText("Played: warning.");
            page.locator("#mute").click();
            assertThat(page.locator("#mute")).hasAttribute("aria-pressed", "true");
            page.locator("[value=faded]").check();
            page.locator("#schedule button").click();
            assertThat(page.locator("#schedule-said")).hasText("Saved.");
            page.navigate(site.at("/").toString());
            assertThat(page.locator("#mute")).hasText("Cues muted");
            page.locator("#mute").click();
            assertThat(page.locator("#mute")).hasText("Mute cues");
            assertThat(site.coach().asked()).containsExactly("play warning left", "mute", "schedule faded", "unmute");
        }
    }

    @Test
    void whoIsNotKnownIsAskedForThePasswordAndComesBackToThePage() throws Exception {
        ServedHistory.guard(folder);
        try (ServedHistory site = site()) {
            try (Page page = chromium().phone(site.at("/runs?page=1"))) {
                page.waitForURL("**/login?to=*");
                page.locator("#password").fill(ServedHistory.PASSWORD);
                page.locator("#enter").click();
                page.waitForURL("**/runs?page=1");
                assertThat(page.locator("#leave")).hasText("Log out");
            }
        }
    }

    @Test
    void afterTooManyWrongPasswordsOneWaits() throws Exception {
        ServedHistory.guard(folder);
        try (ServedHistory site = site()) {
            try (Page page = chromium().phone(site.at("/login"))) {
                for (int attempt = 0; attempt < LoginGate.WRONG_AN_ADDRESS; attempt++) {
                    page.locator("#password").fill("wrong");
                    page.locator("#enter").click();
                    assertThat(page.locator("#trouble")).hasText("That is not the password.");
                    assertThat(page.locator("#password")).hasValue("");
                }
                page.locator("#password").fill("wrong");
                page.locator("#enter").click();
                assertThat(page.locator("#trouble")).containsText("Too many wrong passwords");
                assertThat(page.locator("#enter")).isDisabled();
                assertThat(page.locator("#enter")).hasText(Pattern.compile("Wait [0-9]+.*"));
            }
        }
    }

    @Test
    void aPageLoadedWhileTheGatewayIsAwaySaysSoAndComesBackWithIt() throws Exception {
        ServedHistory first = site();
        try (Page page = chromium().keepingPage(first.at("/runs"))) {
            assertThat(page.locator(".empty")).containsText("No runs yet");
            assertThat(Chromium.eventually(page, ALL_IS_KEPT, 30_000)).isTrue();
            first.close();
            page.reload();
            assertThat(page.locator("#banner")).containsText("The gateway is away");
            assertThat(page.locator(".empty")).containsText("Nothing is lost");
            try (ServedHistory second = ServedHistory.over(first.history(), first.port())) {
                assertThat(second.port()).isEqualTo(first.port());
                assertThat(page.locator(".empty")).containsText("No runs yet");
                assertThat(page.locator("#banner")).isHidden();
            }
        }
    }

    @Test
    void emptyPagesSayWhatToDo() throws Exception {
        try (ServedHistory site = site()) {
            for (String path : List.of("/runs", "/trends", "/compare")) {
                try (Page page = chromium().phone(site.at(path))) {
                    assertThat(page.locator(".empty a").first()).isVisible();
                    assertThat(Chromium.barriers(page)).as(path).isEmpty();
                }
            }
        }
    }

    @Test
    void anybodyCanUseThem() throws Exception {
        try (ServedHistory site = site()) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (Page page = chromium().page(site.at("/pods"), 390, 844, scheme)) {
                    page.locator("#heard button").first().click();
                    assertThat(Chromium.barriers(page)).as("pods, %s", scheme).isEmpty();
                }
                try (Page page = chromium().page(site.at("/login"), 390, 844, scheme)) {
                    assertThat(page.locator("#password")).isFocused();
                    assertThat(Chromium.barriers(page)).as("login, %s", scheme).isEmpty();
                }
            }
        }
    }

    private ServedHistory site() throws Exception {
        Path history = folder.resolve("history.db");
        History.open(HistorySettings.of(history), 0).close();
        return ServedHistory.over(history);
    }

    private static Chromium chromium() {
        if (chromium == null) {
            throw new IllegalStateException("no browser");
        }
        return chromium;
    }
}
