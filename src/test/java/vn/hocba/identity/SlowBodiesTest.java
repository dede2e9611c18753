package vn.hocba.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import vn.hocba.identity.Accounts.NewAccount;

/** Bodies that are begun and not ended, over real sockets: more than the server has threads. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
class SlowBodiesTest {

    private static final int SLOW = 300;
    private static final Duration AT_MOST = Duration.ofSeconds(15);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern SESSION = Pattern.compile("JSESSIONID=(\\w+)");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(AT_MOST)
            .build();

    private final List<Socket> slow = new ArrayList<>();
    private Socket first;

    @BeforeEach
    void somebody() {
        accounts.put(new NewAccount(
                "vt.cham", "dung-mat-khau", "Lò Thị Mai", "Văn thư", Set.of(Role.CLERK), null, "th", "/so/th/"));
    }

    @AfterEach
    void hangUp() throws IOException {
        first.close();
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void whileThreeHundredBodiesDoNotComeEverybodyElseIsAnsweredAndTheFirstThatStoppedIsGivenUp() throws Exception {
        String session = signedIn();
        first = begin("/login", FORM);
        first.setSoTimeout((int) Duration.ofMinutes(1).toMillis());
        for (int i = 0; i < SLOW; i++) {
            slow.add(begin(
                    i % 2 == 0 ? "/login" : "/tra-cuu?v-r=uidl&v-uiId=0", i % 2 == 0 ? FORM : "application/json"));
        }
        await().atMost(AT_MOST.multipliedBy(4))
                .until(() ->
                        slow.stream().filter(SlowBodiesTest::isAnswered).count() >= SLOW - WaitingBodies.PER_ADDRESS);
        assertThat(slow.stream().filter(SlowBodiesTest::isAnswered).map(SlowBodiesTest::answer))
                .contains("HTTP/1.1 503")
                .doesNotContain("HTTP/1.1 200");

        assertThat(get("/login", "")).isEqualTo(200);
        assertThat(get("/tra-cuu", "")).isEqualTo(200);
        assertThat(get("/", session)).isEqualTo(200);
        assertThat(action(session)).isNotIn(408, 503);
        assertThat(signedIn()).isNotEqualTo(session);
        assertThat(answer(first)).startsWith("HTTP/1.1 ").isNotEqualTo("HTTP/1.1 200");
    }

    private Socket begin(String path, String type) throws IOException {
        Socket socket = new Socket("localhost", port);
        send(socket, post(path, type, 1_000) + "username=a");
        return socket;
    }

    private String post(String path, String type, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nContent-Type: " + type
                + "\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isAnswered(Socket socket) {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException closed) {
            return true;
        }
    }

    private static String answer(Socket socket) {
        try {
            InputStream answer = socket.getInputStream();
            return new String(answer.readNBytes("HTTP/1.1 503".length()), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a browser does it: head and form in one piece. */
    private String signedIn() throws IOException {
        String form = "username=vt.cham&password=dung-mat-khau";
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout((int) AT_MOST.toMillis());
            send(socket, post("/login", FORM, form.length()) + form);
            byte[] head = new byte[8_192];
            int read = socket.getInputStream().read(head);
            String answer = new String(head, 0, read, StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 302");
            assertThat(answer).doesNotContain("login?");
            Matcher session = SESSION.matcher(answer);
            assertThat(session.find()).isTrue();
            return session.group(1);
        }
    }

    private int get(String path, String session) throws Exception {
        return status(to(path, session).header("Accept", "text/html").build());
    }

    private int action(String session) throws Exception {
        return status(to("/?v-r=uidl&v-uiId=0", session)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
    }

    private HttpRequest.Builder to(String path, String session) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(AT_MOST)
                .header("Cookie", "JSESSIONID=" + session);
    }

    private int status(HttpRequest request) throws Exception {
        return browser.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }
}
