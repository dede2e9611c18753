package vn.hocba.request;

import java.util.Map;
import java.util.Optional;
import vn.hocba.shared.Refused;

/**
 * Something a person may do with a record or a request, or not now, and then why.
 *
 * @param name such as {@code correction.ask}; the words for it are in the bundle of its first segment: {@code correction.ask.label}, {@code .explain}, {@code .done}
 * @param form of {@code forms/}, without its ending; null where nothing is asked
 * @param options for the form's lists: label by value, by the key of the list
 * @param obstacle why it is not possible now and what to do, in words; null when it is possible
 * @param kind how it is shown
 */
public record Offer(String name, String form, Map<String, Map<String, String>> options, Refused obstacle, Kind kind) {

    public Offer {
        options = Map.copyOf(options);
    }

    /** How an offer is shown. */
    public enum Kind {
        PLAIN,
        /** Cannot be taken back. */
        GRAVE,
        /** Asks for the PIN of the certificate. */
        SIGNING
    }

    /** One that is possible now. */
    public static Offer possible(String name, String form, Map<String, Map<String, String>> options) {
        return new Offer(name, form, options, null, Kind.PLAIN);
    }

    /** One that asks for nothing but the form's own fields. */
    public static Offer possible(String name, String form) {
        return possible(name, form, Map.of());
    }

    /** The same, if nothing stands in its way. */
    public Offer unless(Optional<Refused> something) {
        return new Offer(name, form, options, something.orElse(null), kind);
    }

    /** The same with grave consequences. */
    public Offer grave() {
        return new Offer(name, form, options, obstacle, Kind.GRAVE);
    }

    /** The same with a signature. */
    public Offer signing() {
        return new Offer(name, form, options, obstacle, Kind.SIGNING);
    }

    public boolean isPossible() {
        return obstacle == null;
    }
}
