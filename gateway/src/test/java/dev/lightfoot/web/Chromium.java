package dev.lightfoot.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's Chromium, driven by Playwright through the system's Node.js. Not thread-safe. */
public final class Chromium implements AutoCloseable {
    private static final List<String> QUIETLY = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Opens it; skips the test where Chromium or Node.js is missing. */
    public static Chromium open() {
        Optional<Path> chromium = onPath("chromium").or(() -> onPath("chromium-browser"));
        Optional<Path> node = onPath("node");
        assumeTrue(chromium.isPresent(), "skipped: no chromium on the PATH (deploy/need chromium installs it)");
        assumeTrue(node.isPresent(), "skipped: no node on the PATH (deploy/need node installs it)");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        node.orElseThrow().toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium.orElseThrow())
                                .setArgs(QUIETLY)));
    }

    /** A page of its own at an address, as a phone shows it. */
    public Page phone(URI address) {
        return page(address, 390, 844, ColorScheme.LIGHT);
    }

    /** A page of its own at an address, as a wide screen shows it. */
    public Page desk(URI address) {
        return page(address, 1440, 900, ColorScheme.LIGHT);
    }

    /** A page of its own at an address; nothing is kept for when the server is away. */
    Page page(URI address, int width, int height, ColorScheme scheme) {
        return page(address, width, height, scheme, ServiceWorkerPolicy.BLOCK);
    }

    /** A page whose files are kept for when the server is away. */
    Page keepingPage(URI address) {
        return page(address, 390, 844, ColorScheme.LIGHT, ServiceWorkerPolicy.ALLOW);
    }

    private Page page(URI address, int width, int height, ColorScheme scheme, ServiceWorkerPolicy workers) {
        Page page = browser.newPage(new Browser.NewPageOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setTimezoneId("UTC")
                .setServiceWorkers(workers));
        page.navigate(address.toString());
        return page;
    }

    /**
     * Whether what a page computes becomes true in time; Playwright's own waitForFunction takes any promise for true.
     *
     * @param question an asynchronous JavaScript function without arguments
     */
    public static boolean eventually(Page page, String question, double limitMs) {
        return (Boolean) page.evaluate("""
                async (limitMs) => {
                  const ask = %s;
                  const end = performance.now() + limitMs;
                  while (!(await ask())) {
                    if (performance.now() > end) return false;
                    await new Promise((then) => setTimeout(then, 100));
                  }
                  return true;
                }""".formatted(question), limitMs);
    }

    /** What somebody who cannot see, or not well, would stumble over: serious and critical findings of axe-core. */
    static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + " " + rule.getNodes())
                        .toList();
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
