package vn.hocba.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Visits of the board of many schools as a browser makes them, without drawing: what the server sends, and what it holds for each open tab. */
final class BoardVisits {

    private static final int TABS = 20;
    private static final Pattern TOKEN = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern TAB = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final String OPEN =
            "{\"csrfToken\":\"%s\",\"rpc\":[{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"tien-do\",\"query\":\"\","
                    + "\"appShellTitle\":\"\",\"historyState\":{\"idx\":0},\"trigger\":\"\"}}],\"syncId\":0,\"clientId\":0}";

    private final String server;
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    BoardVisits(int port) {
        this.server = "http://localhost:" + port;
    }

    void signIn(String username, String password) {
        String path = send(HttpRequest.newBuilder(URI.create(server + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=" + username + "&password=" + password)))
                .headers()
                .firstValue("Location")
                .orElse("");
        assertThat(path).doesNotContain("error");
    }

    /** Opens some tabs and prints what each cost. */
    void print(String name) {
        open();
        long before = heap();
        long bytes = 0;
        for (int i = 0; i < TABS; i++) {
            bytes += open();
        }
        System.out.printf(
                "%-32s %8.1f kB sent, %8.1f kB of heap held%n",
                name, bytes / 1e3 / TABS, (heap() - before) / 1e3 / TABS);
    }

    /** @return bytes that are sent until the board stands in the tab */
    private int open() {
        String tab = text(HttpRequest.newBuilder(URI.create(server + "/?v-r=init&location=tien-do&query=")));
        String board = text(HttpRequest.newBuilder(URI.create(server + "/?v-r=uidl&v-uiId=" + found(TAB, tab)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(OPEN.formatted(found(TOKEN, tab)))));
        assertThat(board).contains("Trường Tiểu học số 1");
        return tab.getBytes(StandardCharsets.UTF_8).length + board.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    private String text(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
