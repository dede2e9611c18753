package vn.hocba.school;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.hocba.school.workbook.Headers;

/** What the words of the column «Trạng thái» of a list of staff mean: policy data in {@code policy/staff-statuses.csv}. */
@Component
class StaffStatuses {

    private static final String FILE = "policy/staff-statuses.csv";

    private final Map<String, StaffStatus> byKey;

    StaffStatuses() {
        try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
            byKey = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(";", -1))
                    .collect(Collectors.toMap(cells -> key(cells[1]), cells -> StaffStatus.valueOf(cells[0])));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /** Empty for words that are not known. */
    Optional<StaffStatus> of(String words) {
        return words == null ? Optional.empty() : Optional.ofNullable(byKey.get(key(words)));
    }

    private static String key(String words) {
        return Headers.key(words).replaceAll("\\bky\\b", "ki");
    }
}
