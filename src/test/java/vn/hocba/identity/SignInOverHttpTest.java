package vn.hocba.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ActiveProfiles;
import vn.hocba.identity.Accounts.NewAccount;

/** The sign-in through the real server, as a browser or an attacker sends it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
class SignInOverHttpTest {

    private static final long THREE_GIGABYTES = 3L * 1024 * 1024 * 1024;

    /** What the network and both ends may have taken in beyond the limit. */
    private static final long BUFFERED = 32L * 1024 * 1024;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    SignInAttempts attempts;

    @Autowired
    KnownDevices devices;

    private final CookieManager cookies = new CookieManager();

    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    private CurrentUser clerk;

    /** A body that never ends by itself, and counts what was taken of it. */
    private static final class Endless extends InputStream {

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

    @BeforeEach
    void somebody() {
        clerk = accounts.put(new NewAccount(
                "vt.http", "dung-mat-khau", "Lò Thị Mai", "Văn thư", Set.of(Role.CLERK), null, "th", "/so/th/"));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpRequest signIn(String username, String password) {
        return to("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + username + "&password=" + password))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String whereTo(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void userNamesOfTwoMegabytesAreRefusedBeforeAnybodyKeepsThem() throws Exception {
        int before = attempts.remembered();
        for (int i = 0; i < 50; i++) {
            assertThat(send(signIn("a".repeat(2_000_000) + i, "sai")).statusCode())
                    .isEqualTo(413);
        }
        assertThat(whereTo(send(signIn("a".repeat(5_000), "sai")))).endsWith("/login?error");
        assertThat(attempts.remembered()).isEqualTo(before);
    }

    @Test
    void ofTwoHundredWrongPasswordsAtOnceAtMostFiveAreLookedAt() {
        List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(browser.sendAsync(signIn("vt.dong-loat", "sai" + i), HttpResponse.BodyHandlers.ofString()));
        }
        List<String> answers = all.stream()
                .map(CompletableFuture::join)
                .map(SignInOverHttpTest::whereTo)
                .toList();
        assertThat(answers.stream().filter(answer -> answer.endsWith("?error"))).hasSizeBetween(1, 5);
        assertThat(answers).allMatch(answer -> answer.matches(".*/login\\?(error|wait=\\d+|busy=\\d+)"));
    }

    @Test
    void aBodyThatDoesNotEndIsReadUpToTheLimitAndNoFurther() {
        for (String path : List.of("/login", "/login?v-r=uidl&v-uiId=0", "/tra-cuu?v-r=uidl&v-uiId=0", "/")) {
            Endless body = new Endless();
            for (String type : List.of("application/x-www-form-urlencoded", "application/json")) {
                breakOff(to(path).header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
                        .build());
                assertThat(body.sent).as(path + " " + type).isLessThan(BUFFERED);
                body.sent = 0;
            }
        }
    }

    /** Whether the refusal still reaches a client that goes on sending is up to the network. */
    private void breakOff(HttpRequest request) {
        try {
            assertThat(browser.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isNotEqualTo(200);
        } catch (IOException closed) {
            assertThat(closed.getMessage()).doesNotContain("timed out");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each opening bracket becomes an object: what is read of four megabytes fills the memory. */
    @Test
    void aVisitorSendsAFewWordsAndAPersonAWorksheet() throws Exception {
        String body = "[" + "[],".repeat(1_300_000) + "[]]";
        assertThat(post("/login?v-r=uidl&v-uiId=0", body)).isEqualTo(413);
        assertThat(post("/tra-cuu?v-r=uidl&v-uiId=0", body)).isEqualTo(413);
        assertThat(post("/VAADIN/dynamic/resource/0/x/upload", body)).isEqualTo(413);
        assertThat(post("/tra-cuu?v-r=uidl&v-uiId=0", "{}")).isNotEqualTo(413);

        assertThat(whereTo(send(signIn("vt.http", "dung-mat-khau")))).endsWith("/");
        assertThat(post("/?v-r=uidl&v-uiId=0", " ".repeat(3_000_000))).isNotEqualTo(413);
        assertThat(post("/?v-r=uidl&v-uiId=0", body + body)).isEqualTo(413);
    }

    private int post(String path, String body) throws Exception {
        return send(to(path).header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .statusCode();
    }

    /** As a body of HTTP/2 comes in. */
    @Test
    void aBodyThatSaysNothingOfItsLengthIsMeasured() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login") {
            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        request.setContent(new byte[100_000]);
        assertThatThrownBy(() -> new RequestSizes()
                        .doFilter(request, new MockHttpServletResponse(), (read, response) -> read.getInputStream()
                                .readAllBytes()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void whoSignsInAsSomebodyElseEndsTheSessionOfThePersonBefore() throws Exception {
        accounts.put(new NewAccount(
                "gv.http", "dung-mat-khau", "Giàng A Sử", "Giáo viên", Set.of(Role.TEACHER), null, "th", "/so/th/"));
        send(signIn("vt.http", "dung-mat-khau"));
        String ofTheFirst = cookie("JSESSIONID", "/");
        assertThat(whereTo(send(signIn("gv.http", "dung-mat-khau")))).endsWith("/");
        assertThat(send(to("/tep").header("Accept", "text/html").build()).statusCode())
                .isEqualTo(200);
        HttpResponse<String> oldTab = HttpClient.newHttpClient()
                .send(
                        to("/tep")
                                .header("Accept", "text/html")
                                .header("Cookie", "JSESSIONID=" + ofTheFirst)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(whereTo(oldTab)).endsWith("/login");
    }

    @Test
    void aBrowserThatIsKnownSignsInWhileTheUserNameIsUnderAttackAlsoAfterARestartAndNotWithAnotherPassword()
            throws Exception {
        accounts.put(new NewAccount(
                "vt.may-quen", "dung-mat-khau", "Lò Thị Mai", "Văn thư", Set.of(Role.CLERK), null, "th", "/so/th/"));
        send(signIn("vt.may-quen", "dung-mat-khau"));
        String device = cookie(KnownDevices.COOKIE, "/login");
        assertThat(device).hasSizeLessThan(60).doesNotContain("vt.may-quen");
        HttpClient stranger = HttpClient.newHttpClient();
        for (int i = 0; i < 6; i++) {
            stranger.send(signIn("vt.may-quen", "sai" + i), HttpResponse.BodyHandlers.ofString());
        }
        assertThat(whereTo(stranger.send(signIn("vt.may-quen", "dung-mat-khau"), HttpResponse.BodyHandlers.ofString())))
                .contains("wait=");
        assertThat(whereTo(send(signIn("vt.may-quen", "dung-mat-khau")))).endsWith("/");

        assertThat(devices.knownFor("vt.may-quen", device)).isPresent();
        assertThat(devices.knownFor("vt.http", device)).isEmpty();
        assertThat(devices.knownFor("vt.may-quen", device.substring(0, 23) + "A".repeat(22)))
                .isEmpty();
        assertThat(devices.knownFor("vt.may-quen", "x".repeat(50_000))).isEmpty();
        accounts.put(new NewAccount(
                "vt.may-quen", "mat-khau-moi", "Lò Thị Mai", "Văn thư", Set.of(Role.CLERK), null, "th", "/so/th/"));
        assertThat(devices.knownFor("vt.may-quen", device)).isEmpty();
    }

    private String cookie(String name, String path) {
        return cookies.getCookieStore().get(URI.create("http://localhost:" + port + path)).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    @Test
    void filesAreTakenByUploadFieldsOnly() throws Exception {
        assertThat(send(to("/login")
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(HttpRequest.BodyPublishers.ofString("--x--"))
                                .build())
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void whoIsSignedInIsSignedOutOnceTheAccountIsClosed() throws Exception {
        assertThat(whereTo(send(signIn("vt.http", "dung-mat-khau")))).endsWith("/");
        HttpRequest page = to("/tep").header("Accept", "text/html").build();
        assertThat(send(page).statusCode()).isEqualTo(200);

        accounts.close(clerk.accountId());
        HttpRequest action = to("/?v-r=uidl&v-uiId=0")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertThat(send(action).body()).contains("/login?closed");
        assertThat(whereTo(send(page))).endsWith("/login");
    }
}
