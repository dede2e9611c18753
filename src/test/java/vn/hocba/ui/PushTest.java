package vn.hocba.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.Accounts.NewAccount;
import vn.hocba.identity.Role;

/** The open line of a page, used by somebody who is no browser. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
class PushTest {

    /** Sixteen megabytes: what the network and both ends may have taken in before the end is noticed. */
    private static final int MOST_FRAMES = 1_000_000;

    private static final String KILOBYTES = "a".repeat(8_000);

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    /** Completed when the server has closed the line. */
    private static final class Line implements WebSocket.Listener {

        private final CompletableFuture<Integer> closed = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.complete(-1);
        }
    }

    @BeforeEach
    void somebody() {
        accounts.put(new NewAccount(
                "gv.push", "dung-mat-khau", "Giàng A Sử", "Giáo viên", Set.of(Role.TEACHER), null, "th", "/so/th/"));
    }

    private void signIn() throws Exception {
        client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=gv.push&password=dung-mat-khau"))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    /** As the browser opens a page: the answer to its first request, which makes the UI and says whether it has a line. */
    private String opened(String path) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/?v-r=init&location=" + path
                                        + "&query=&v-browserDetails=%7B%7D"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** The name of the line. */
    private String pushId(String path) throws Exception {
        String answer = opened(path);
        Matcher id = Pattern.compile("\"v-pushId\":\"([^\"]+)\"|\"Vaadin-Push-ID\":\"([^\"]+)\"")
                .matcher(answer);
        assertThat(id.find()).as(answer).isTrue();
        return id.group(1) == null ? id.group(2) : id.group(1);
    }

    private WebSocket open(Line line, String path, String pushId) {
        return client.newWebSocketBuilder()
                .buildAsync(
                        URI.create("ws://localhost:" + port + path + "?v-r=push&v-uiId=0&v-pushId=" + pushId
                                + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=3.1.5-javascript"
                                + "&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true"
                                + "&Content-Type=application/json;+charset=UTF-8&X-atmo-protocol=true"),
                        line)
                .join();
    }

    /** @return how many frames were sent before the server closed the line */
    private static int send(WebSocket socket, Line line, Function<Integer, CompletableFuture<WebSocket>> frame)
            throws Exception {
        int sent = 0;
        while (sent < MOST_FRAMES && !line.closed.isDone() && !socket.isOutputClosed()) {
            try {
                frame.apply(sent).get(5, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException closed) {
                break;
            }
            sent++;
        }
        line.closed.get(60, TimeUnit.SECONDS);
        return sent;
    }

    @Test
    void theLineIsClosedAtTheFirstWordThatIsSaidOverItHoweverItIsSaid() throws Exception {
        signIn();
        List<Function<WebSocket, Function<Integer, CompletableFuture<WebSocket>>>> ways = List.of(
                socket -> n -> socket.sendText(n == 0 ? "2000000000|" : KILOBYTES, true),
                socket -> n -> socket.sendText(n == 0 ? "2000000000|" : KILOBYTES, false),
                socket -> n -> socket.sendText("X", true),
                socket -> n -> socket.sendBinary(ByteBuffer.wrap(KILOBYTES.getBytes()), true),
                socket -> n -> socket.sendBinary(ByteBuffer.wrap(new byte[] {1}), true));
        for (Function<WebSocket, Function<Integer, CompletableFuture<WebSocket>>> way : ways) {
            Line line = new Line();
            WebSocket socket = open(line, "/VAADIN/push", pushId(""));
            assertThat(send(socket, line, way.apply(socket))).isLessThan(MOST_FRAMES);
            assertThat(socket.isInputClosed()).isTrue();
        }
    }

    @Test
    void thePageOfAPersonAsksForALineAndThatOfAVisitorDoesNot() throws Exception {
        String mode = "\"key\":\"pushMode\",\"feat\":5,\"value\":\"AUTOMATIC\"";
        assertThat(opened("tra-cuu")).contains("Vaadin-Push-ID").doesNotContain(mode);
        signIn();
        assertThat(opened("")).contains(mode);
    }

    @Test
    void aVisitorHasNoLineAtAll() throws Exception {
        String pushId = pushId("login");
        for (String path : List.of("/VAADIN/push", "/login", "/tra-cuu", "/ui/x")) {
            assertThatThrownBy(() -> open(new Line(), path, pushId))
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> assertThat(
                                    refused.getResponse().statusCode())
                            .isEqualTo(403));
        }
    }
}
