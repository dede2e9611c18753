package vn.hocba.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hocba.report.MinistryGateway.Parcel;
import vn.hocba.report.MinistrySettings.Channel;
import vn.hocba.shared.Delivery;
import vn.hocba.shared.Sha256;
import vn.hocba.shared.Unreachable;

/** Against a server of this process. */
class HttpMinistryTest {

    private static final String HASH = Sha256.of("<x/>".getBytes(StandardCharsets.UTF_8));
    private static final Parcel PARCEL = new Parcel("goi-1.xml", HASH, "<x/>".getBytes(StandardCharsets.UTF_8));

    private final List<Headers> headers = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private int status = 201;
    private String answer =
            "{\"receiptNo\":\"BO-2027-1\",\"receivedAt\":\"2027-07-01T10:00:00+07:00\",\"sha256\":\"" + HASH + "\"}";
    private boolean silentBeforeHeaders;
    private boolean silentAfterHeaders;

    @BeforeEach
    void aServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/bao-cao", exchange -> {
            headers.add(exchange.getRequestHeaders());
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            waitIf(silentBeforeHeaders);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", "http://localhost:1/");
            exchange.sendResponseHeaders(status, bytes.length);
            waitIf(silentAfterHeaders);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void noServer() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void aPartIsPostedWithItsHashAsIdempotencyKeyAndTheReceiptIsRead() {
        Delivery<MinistryReceipt> delivery = ministry(Duration.ofSeconds(5)).send(PARCEL);

        assertThat(delivery)
                .isEqualTo(new Delivery.Answered<>(
                        new MinistryReceipt("BO-2027-1", Instant.parse("2027-07-01T03:00:00Z"), HASH)));
        assertThat(bodies).containsExactly("<x/>");
        assertThat(headers.get(0).getFirst("Idempotency-Key")).isEqualTo(HASH);
        assertThat(headers.get(0).getFirst("Content-Type")).isEqualTo("application/xml");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 409, 413, 422})
    void aStatusThatSpeaksOfThePartTurnsItDown(int other) {
        status = other;

        assertThat(ministry(Duration.ofSeconds(5)).send(PARCEL))
                .isInstanceOfSatisfying(Delivery.TurnedDown.class, turnedDown -> assertThat(turnedDown.reason())
                        .contains("từ chối", Integer.toString(other)));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 408, 425, 429, 500, 502, 503, 504})
    void anyOtherStatusIsAnOutageAndNoRedirectIsFollowed(int other) {
        status = other;

        assertThatThrownBy(() -> ministry(Duration.ofSeconds(5)).send(PARCEL))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("Không kết nối được")
                .hasMessageContaining(Integer.toString(other));
    }

    @Test
    void anAnswerOfMoreThan64KilobytesIsNotHeldInMemory() {
        answer = " ".repeat(64 * 1024 + 1 - answer.length()) + answer;

        assertThatThrownBy(() -> ministry(Duration.ofSeconds(5)).send(PARCEL))
                .isInstanceOf(Unreachable.class)
                .hasStackTraceContaining("an answer of more than 65536 bytes");
    }

    @Test
    void anAnswerOf64KilobytesIsRead() {
        answer = " ".repeat(64 * 1024 - answer.length()) + answer;

        assertThat(ministry(Duration.ofSeconds(5)).send(PARCEL)).isInstanceOf(Delivery.Answered.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "OK",
                "{}",
                "[]",
                "{\"receiptNo\":\"\",\"receivedAt\":\"2027-07-01T10:00:00+07:00\",\"sha256\":\"x\"}",
                "{\"receiptNo\":\"1\",\"receivedAt\":\"1/7/2027\",\"sha256\":\"x\"}"
            })
    void anAnswerWithoutAReceiptIsNone(String other) {
        answer = other;

        assertThatThrownBy(() -> ministry(Duration.ofSeconds(5)).send(PARCEL))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("không có biên nhận");
    }

    @Test
    void aServerThatIsSilentIsGivenUpBeforeTheHeadersOfItsAnswer() {
        silentBeforeHeaders = true;

        assertThatThrownBy(() -> ministry(Duration.ofMillis(300)).send(PARCEL))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("Không kết nối được")
                .hasMessageContaining("không trả lời");
    }

    @Test
    void aServerThatIsSilentIsGivenUpInTheMiddleOfItsAnswer() {
        silentAfterHeaders = true;

        assertThatThrownBy(() -> ministry(Duration.ofMillis(300)).send(PARCEL))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("Không kết nối được")
                .hasMessageContaining("không trả lời");
    }

    @Test
    void aServerThatIsNotThereIsAnOutage() {
        URI url = url();
        server.stop(0);

        assertThatThrownBy(() -> new HttpMinistry(url, Duration.ofSeconds(5), new ObjectMapper()).send(PARCEL))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("Không kết nối được");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bo.example", "ftp://bo.example/", "/bao-cao"})
    void theHttpChannelWantsAnAddress(String url) {
        assertThatThrownBy(() ->
                        new MinistrySettings(Channel.HTTP, Path.of("x"), URI.create(url), Duration.ofSeconds(45), 500))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void waitIf(boolean silent) {
        try {
            if (silent) {
                over.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private URI url() {
        return URI.create("http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + "/bao-cao");
    }

    private HttpMinistry ministry(Duration timeout) {
        return new HttpMinistry(url(), timeout, new ObjectMapper());
    }
}
