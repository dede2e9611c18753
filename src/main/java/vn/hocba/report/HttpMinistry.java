package vn.hocba.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.hocba.shared.Delivery;
import vn.hocba.shared.Texts;
import vn.hocba.shared.Unreachable;

/**
 * Posts parts over HTTP, with the part's hash as {@code Idempotency-Key}. The answer is a status of 2xx and the receipt as JSON: {@code receiptNo},
 * {@code receivedAt} (ISO 8601 with its offset) and {@code sha256}.
 */
class HttpMinistry implements MinistryGateway {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final int LONGEST_NUMBER = 200;
    private static final int LONGEST_ANSWER = 64 * 1024;

    /** Statuses that speak of the moment, not of the part (RFC 9110 §15.5.9, RFC 8470 §5.2, RFC 6585 §4). */
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private final URI url;
    private final Duration timeout;
    private final ObjectMapper json;
    private final HttpClient client;

    HttpMinistry(URI url, Duration timeout, ObjectMapper json) {
        this.url = url;
        this.timeout = timeout;
        this.json = json;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Delivery<MinistryReceipt> send(Parcel parcel) {
        HttpResponse<byte[]> response = await(client.sendAsync(
                HttpRequest.newBuilder(url)
                        .timeout(timeout)
                        .header("Content-Type", "application/xml")
                        .header("Accept", "application/json")
                        .header("Idempotency-Key", parcel.hash())
                        .header("Content-Disposition", "attachment; filename=\"" + parcel.name() + "\"")
                        .POST(BodyPublishers.ofByteArray(parcel.content()))
                        .build(),
                headers -> new CappedBody(LONGEST_ANSWER)));
        int status = response.statusCode();
        if (status / 100 == 2) {
            return new Delivery.Answered<>(receipt(response.body()));
        }
        if (status / 100 == 4 && !LATER.contains(status)) {
            return new Delivery.TurnedDown<>(Texts.vi("report.http.turned-down", Integer.toString(status)));
        }
        throw new Unreachable("report.http.status", Integer.toString(status));
    }

    /** The time-out of the request alone ends with the headers of the answer; this one covers its body too. */
    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answer) {
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new Unreachable(e, "report.http.timeout", timeout.toSeconds());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof java.net.http.HttpTimeoutException) {
                throw new Unreachable(e.getCause(), "report.http.timeout", timeout.toSeconds());
            }
            throw new Unreachable(
                    e.getCause(),
                    "report.http.no-connection",
                    e.getCause().getClass().getSimpleName());
        }
    }

    private MinistryReceipt receipt(byte[] body) {
        try {
            JsonNode answer = json.readTree(body);
            String number = answer.path("receiptNo").asText("");
            Instant at =
                    OffsetDateTime.parse(answer.path("receivedAt").asText("")).toInstant();
            String hash = answer.path("sha256").asText("").toLowerCase(Locale.ROOT);
            if (number.isBlank() || number.length() > LONGEST_NUMBER) {
                throw new Unreachable("report.receipt.unreadable");
            }
            return new MinistryReceipt(number, at, hash);
        } catch (IOException | DateTimeException e) {
            throw new Unreachable(e, "report.receipt.unreadable");
        }
    }
}
