package vn.hocba.identity;

import static org.assertj.core.api.Assertions.assertThat;

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

    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
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
            assertThat(closed).isNotNull();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
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
