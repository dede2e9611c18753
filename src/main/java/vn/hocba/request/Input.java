package vn.hocba.request;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hocba.shared.FreeWords;
import vn.hocba.shared.Refused;
import vn.hocba.signing.session.Entered;

/**
 * What a person entered into a form to take an {@link Offer}; every field was checked against the form already.
 *
 * @param values by key of the form; nothing for fields left empty
 * @param evidence files that were added
 * @param entered to confirm a signature where the offer signs; the receiver clears it
 */
public record Input(Map<String, Object> values, List<Evidence> evidence, Entered entered) {

    public Input {
        values = Map.copyOf(values);
        evidence = List.copyOf(evidence);
    }

    /**
     * The same with its words cleaned: whatever of them is kept is read by others, and much is signed or printed.
     *
     * @throws Refused when words are in an old code page or have a letter that the printed form lacks
     */
    Input cleaned() {
        Map<String, Object> clean = new HashMap<>();
        values.forEach((key, value) -> clean.put(key, value instanceof String words ? FreeWords.lines(words) : value));
        return new Input(clean, evidence, entered);
    }

    /** Without files and signature. */
    public static Input of(Map<String, Object> values) {
        return new Input(values, List.of(), Entered.nothing());
    }

    /** Empty when nothing was entered. */
    public String text(String key) {
        return (String) values.getOrDefault(key, "");
    }

    /** The same, null when nothing was entered. */
    public String textOrNull(String key) {
        String text = text(key);
        return text.isEmpty() ? null : text;
    }

    /** Null when nothing was entered. */
    public LocalDate date(String key) {
        return (LocalDate) values.get(key);
    }

    /**
     * A day that cannot lie after today, such as that of a decision.
     *
     * @param refusal key of the text that says so
     * @throws Refused when it does
     */
    public LocalDate dayUntilToday(String key, Clock clock, String refusal) {
        LocalDate day = date(key);
        if (day.isAfter(LocalDate.now(clock))) {
            throw Refused.invalid(refusal);
        }
        return day;
    }

    /** The options chosen of a list; empty for none. */
    @SuppressWarnings("unchecked")
    public Set<String> chosen(String key) {
        return (Set<String>) values.getOrDefault(key, Set.of());
    }
}
