package vn.hocba.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** How long a request may wait at a step, from {@code policy/periods.csv}. */
@Component
class Periods {

    private static final String FILE = "policy/periods.csv";

    private final Map<String, Duration> periods;
    private final Clock clock;

    Periods(Clock clock) {
        this.clock = clock;
        try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
            periods = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(";", -1))
                    .collect(Collectors.toMap(
                            cells -> key(cells[0], cells[1]), cells -> Duration.ofDays(Integer.parseInt(cells[2]))));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /** When a wait that begins now ends; empty where it does not end by itself. */
    Optional<Instant> end(String kind, String step) {
        return Optional.ofNullable(periods.get(key(kind, step)))
                .map(period -> clock.instant().plus(period));
    }

    private static String key(String kind, String step) {
        return kind + "/" + step;
    }
}
