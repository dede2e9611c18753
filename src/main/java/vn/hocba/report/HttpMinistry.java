package vn.hocba.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.hocba.shared.Refused;

/**
 * Posts parts over HTTP, with the part's hash as {@code Idempotency-Key}. The answer is a status of 2xx and the receipt as JSON: {@code receiptNo},
 * {@code receivedAt} (ISO 8601 with its offset) and {@code sha256}.
 */
class HttpMinistry implements MinistryGateway {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final int LONGEST_NUMBER = 200;

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
    public Receipt send(Parcel parcel) {
        HttpResponse<byte[]> response = await(client.sendAsync(
                HttpRequest.newBuilder(url)
                        .timeout(timeout)
                        .header("Content-Type", "application/xml")
                        .header("Accept", "application/json")
                        .header("Idempotency-Key", parcel.hash())
                        .header("Content-Disposition", "attachment; filename=\"" + parcel.name() + "\"")
                        .POST(BodyPublishers.ofByteArray(parcel.content()))
                        .build(),
                BodyHandlers.ofByteArray()));
        if (response.statusCode() / 100 != 2) {
            throw new Refused("report.http.status", Integer.toString(response.statusCode()));
        }
        return receipt(response.body());
    }

    /** The time-out of the request alone ends with the headers of the answer; this one covers its body too. */
    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answer) {
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new Refused("report.http.timeout", timeout.toSeconds());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof java.net.http.HttpTimeoutException) {
                throw new Refused("report.http.timeout", timeout.toSeconds());
            }
            throw new UncheckedIOException(
                    e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause()));
        }
    }

    private Receipt receipt(byte[] body) {
        try {
            JsonNode answer = json.readTree(body);
            String number = answer.path("receiptNo").asText("");
            Instant at =
                    OffsetDateTime.parse(answer.path("receivedAt").asText("")).toInstant();
            String hash = answer.path("sha256").asText("").toLowerCase(Locale.ROOT);
            if (number.isBlank() || number.length() > LONGEST_NUMBER) {
                throw new Refused("report.receipt.unreadable");
            }
            return new Receipt(number, at, hash);
        } catch (JsonProcessingException | DateTimeException e) {
            throw new Refused("report.receipt.unreadable");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
