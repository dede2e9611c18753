package vn.hocba.assessment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was entered for a pupil in a year.
 *
 * @param grade 1 to 12
 * @param parts by code, in the order of the form; of each the cells that say something, by code. A part that the pupil is not taught is not there.
 */
public record Contents(int grade, Map<String, Map<String, String>> parts) {

    public Contents {
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        parts.forEach((code, cells) -> copy.put(code, Map.copyOf(cells)));
        parts = Collections.unmodifiableMap(copy);
    }

    /** What stands in a cell, as it is kept. */
    public Optional<String> value(String part, String cell) {
        return Optional.ofNullable(parts.getOrDefault(part, Map.of()).get(cell));
    }
}
