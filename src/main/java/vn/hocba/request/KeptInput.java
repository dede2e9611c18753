package vn.hocba.request;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hocba.signing.session.Entered;

/**
 * What somebody entered for a {@link SigningAction}, as it waits for the confirmation: without files, and without what opens a key.
 *
 * @param action its name
 */
record KeptInput(
        String action, Map<String, String> words, Map<String, LocalDate> days, Map<String, Set<String>> chosen) {

    static KeptInput of(String action, Input input) {
        Map<String, String> words = new HashMap<>();
        Map<String, LocalDate> days = new HashMap<>();
        Map<String, Set<String>> chosen = new HashMap<>();
        input.values().forEach((key, value) -> {
            if (value instanceof String) {
                words.put(key, input.text(key));
            } else if (value instanceof LocalDate) {
                days.put(key, input.date(key));
            } else {
                chosen.put(key, input.chosen(key));
            }
        });
        return new KeptInput(action, words, days, chosen);
    }

    static KeptInput read(String json) {
        return DetailsJson.read(json, KeptInput.class);
    }

    String written() {
        return DetailsJson.write(this);
    }

    Input input() {
        Map<String, Object> values = new HashMap<>(words);
        values.putAll(days);
        values.putAll(chosen);
        return new Input(values, List.of(), Entered.nothing());
    }
}
