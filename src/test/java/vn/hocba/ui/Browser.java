package vn.hocba.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One browser for all browser tests of a JVM: the system's Chromium where it is, else Playwright's own. */
public final class Browser implements AutoCloseable {

    private static final Path SYSTEM_CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "screenshots");

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private static final int WIDER_THAN_A_PHONE = 500;
    private static final int PHONE_HEIGHT = 844;
    private static final int LAPTOP_HEIGHT = 768;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    /** Generous: a busy build machine is slow, and waiting costs nothing where things are in order. */
    private static final double PATIENCE_MILLIS = 60_000;

    private Browser() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        boolean system = Files.isExecutable(SYSTEM_CHROMIUM);
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(system ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"));
        if (system) {
            options.setExecutablePath(SYSTEM_CHROMIUM);
        }
        browser = playwright.chromium().launch(options);
    }

    /** The browser of this test run; closed at its end. */
    public static Browser of(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Browser.class, key -> new Browser(), Browser.class);
    }

    /** A fresh visitor without cookies, who stays until the browser is closed: one who leaves in the middle of an outage may wait for it for ever. */
    public Page visitor(int width, int height) {
        BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("vi-VN")
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context.newPage();
    }

    /** A visitor who has signed in, by the request of the form; no screen is open yet. */
    public Page signedIn(int width, int port, String username, String password) {
        Page page = visitor(width, width < WIDER_THAN_A_PHONE ? PHONE_HEIGHT : LAPTOP_HEIGHT);
        APIResponse answer = page.request()
                .post(
                        "http://localhost:" + port + "/login",
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set("username", username)
                                        .set("password", password))
                                .setMaxRedirects(0));
        assertThat(answer.headers().get("location")).as(username).isNotNull().doesNotContain("login");
        return page;
    }

    /**
     * What keeps people with a screen reader or a keyboard from using the page, each with its first places; empty where nothing does.
     *
     * @param without parts that are left out, as CSS selectors
     */
    public static List<String> seriousFindings(Page page, String... without) {
        // The old way looks at the page where it is; the new one opens another only to gather what frames of other
        // sites say.
        AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true);
        for (String part : without) {
            axe.exclude(part);
        }
        return axe.analyze().getViolations().stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .map(rule -> rule.getId() + " "
                        + rule.getNodes().stream()
                                .limit(3)
                                .map(node -> node.getHtml())
                                .toList())
                .toList();
    }

    /** Writes {@code target/screenshots/name.png}. */
    public static void picture(Page page, String name) {
        page.evaluate(
                "() => Promise.allSettled([document.fonts.ready, ...document.getAnimations().map(a => a.finished)])");
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
