package vn.hocba.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.Accounts.NewAccount;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.shared.Ids;

/** What an upload field takes from a browser, and from somebody who uses its address without one. */
@SampleScreenTest
class UploadIT {

    private static final long THREE_GIGABYTES = 3L * 1024 * 1024 * 1024;

    private static final long FILE = 10L * 1024 * 1024;

    /** What the network and both ends may have taken in beyond the limit. */
    private static final long BUFFERED = 40L * 1024 * 1024;

    @LocalServerPort
    private int port;

    @Autowired
    private UploadSpace space;

    @Autowired
    private UploadPolicy policy;

    @Autowired
    private Accounts accounts;

    private long filesOfOthers;

    private final List<BrowserContext> visitors = new ArrayList<>();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Servers of other tests in this process keep what their pages were given in the same folder. */
    @BeforeEach
    void ofOthers() throws IOException {
        filesOfOthers = filesThere();
    }

    /** What somebody has brought lies in the one space of the server until the page is left. */
    @AfterEach
    void everybodyLeaves() {
        visitors.forEach(BrowserContext::close);
        await().until(() -> space.used() == 0);
    }

    private static final class ThreeGigabytes extends InputStream {

        private long sent;

        @Override
        public int read() {
            return sent++ < THREE_GIGABYTES ? 'a' : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (sent >= THREE_GIGABYTES) {
                return -1;
            }
            sent += length;
            return length;
        }
    }

    private Page at(Browser browser, String username, String path) {
        Page page = browser.signedIn(1366, port, username, ShellFixture.PASSWORD);
        visitors.add(page.context());
        page.navigate("http://localhost:" + port + path);
        return page;
    }

    /** To the address of the field on a page, with the cookies of its person. */
    private HttpRequest.Builder toFieldOf(Page page) {
        Object target = page.locator("vaadin-upload").evaluate("field => new URL(field.target, document.baseURI).href");
        String cookies = page.context().cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        return HttpRequest.newBuilder(URI.create(target.toString()))
                .header("Cookie", cookies)
                .header("Content-Type", "application/octet-stream");
    }

    private long filesThere() throws IOException {
        try (Stream<Path> files = Files.list(policy.folder())) {
            return files.count();
        }
    }

    @Test
    void threeGigabytesInOneBodyAreRefusedAfterTheFirstMegabytesAndThePersonIsToldWhy(Browser browser)
            throws Exception {
        Page page = signedIn(browser, "gv.lan");
        ThreeGigabytes body = new ThreeGigabytes();
        try {
            assertThat(client.send(
                                    toFieldOf(page)
                                            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(413);
        } catch (IOException closedWhileSending) {
            // Broken off at the limit, and not because the server had fallen over before.
            assertThat(body.sent).isGreaterThan(FILE);
        }
        assertThat(body.sent).isLessThan(BUFFERED);
        assertThat(page.getByText("Tệp lớn hơn 10 MB nên không được nhận.").first())
                .isVisible();
        Browser.picture(page, "upload-refused-1366");
        assertThat(space.used()).isZero();
        assertThat(filesThere()).isEqualTo(filesOfOthers);
    }

    @Test
    void aLengthThatIsSaidBeforehandIsRefusedBeforeAnythingOfTheBodyIsRead(Browser browser) throws Exception {
        HttpRequest field = toFieldOf(signedIn(browser, "gv.mari")).build();
        try (Socket socket = new Socket("localhost", port)) {
            String head = "POST " + field.uri().getPath() + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nCookie: "
                    + field.headers().firstValue("Cookie").orElseThrow()
                    + "\r\nContent-Type: application/octet-stream\r\nContent-Length: " + THREE_GIGABYTES + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    /** On the page with the field. */
    private Page signedIn(Browser browser, String username) {
        Page page = at(browser, username, "/mau-tep");
        assertThat(page.locator("vaadin-upload")).isVisible();
        return page;
    }

    @Test
    void theServerTakesNoMoreFilesThanTheFieldAndKeepsThemOnlyAsLongAsItIsThere(Browser browser) throws Exception {
        Page page = signedIn(browser, "gv.duc");
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("giay-khai-sinh.pdf", "application/pdf", new byte[1000]));
        await().until(() -> space.used() == 1000);
        for (int i = 0; i < 4; i++) {
            assertThat(post(page).statusCode()).isEqualTo(200);
        }
        assertThat(post(page).statusCode()).isEqualTo(413);
        assertThat(page.getByText("Mỗi lần nhận nhiều nhất 5 tệp.").first()).isVisible();
        assertThat(filesThere()).isEqualTo(filesOfOthers + 5);

        page.navigate("http://localhost:" + port + "/mau-thu");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Trang mẫu")))
                .isVisible();
        await().until(() -> space.used() == 0);
        assertThat(filesThere()).isEqualTo(filesOfOthers);
    }

    @Test
    void aSecondFileOfTheSameNameDoesNotComeInSoThatRemovingOneNeverDeletesTheOther(Browser browser) {
        Page page = signedIn(browser, "gv.lan");
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("scan.pdf", "application/pdf", new byte[1000]));
        await().until(() -> space.used() == 1000);
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("scan.pdf", "application/pdf", new byte[2000]));

        assertThat(page.getByText("Đã có tệp tên «scan.pdf»").first()).isVisible();
        assertThat(page.locator("vaadin-upload-file")).hasCount(1);
        assertThat(space.used()).isEqualTo(1000);
        Browser.picture(page, "upload-same-name-1366");
    }

    /** A file as the field sends it, each under a name of its own. */
    private HttpResponse<Void> post(Page page) throws Exception {
        String boundary = "----hocba";
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + Ids.next()
                + ".pdf\"\r\nContent-Type: application/pdf\r\n\r\n";
        return client.send(
                toFieldOf(page)
                        .setHeader("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofString(
                                head + "a".repeat(1000) + "\r\n--" + boundary + "--\r\n"))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    @Test
    void anOpenTabOfAClosedAccountIsSignedOutAtTheNextActionAndToldWhy(Browser browser) throws Exception {
        CurrentUser leaver = accounts.put(new NewAccount(
                "qt.may",
                ShellFixture.PASSWORD,
                "Chảo Sử Mẩy",
                "Quản trị",
                Set.of(Role.SCHOOL_ADMIN),
                null,
                "th-an-phu",
                "/so/pb/th-an-phu/"));
        Page page = signedIn(browser, leaver.username());
        long usedByOthers = space.used();
        accounts.close(leaver.accountId());

        assertThat(post(page).statusCode()).isEqualTo(403);
        assertThat(space.used()).isEqualTo(usedByOthers);
        page.getByLabel("Tài khoản Chảo Sử Mẩy").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Tài khoản của bạn đã ngừng sử dụng");
        assertThat(page).hasURL("http://localhost:" + port + "/login?closed");
        Browser.picture(page, "login-closed-1366");
    }
}
