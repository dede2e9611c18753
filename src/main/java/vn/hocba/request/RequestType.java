package vn.hocba.request;

import java.util.Locale;
import vn.hocba.shared.Texts;

/**
 * What tells the requests of one kind from all others.
 *
 * @param name as it is stored: {@code TRANSFER}; in small letters it names the bundle of its words
 * @param process id of the model that its requests follow
 * @param details what is kept beside the request; stored as JSON under the names of its components
 * @param beside whether its open requests are in nobody's way: others may be asked, and the record goes on
 */
public record RequestType<D>(String name, String process, Class<D> details, boolean beside) {

    /** Whose open requests keep others from being asked. */
    public RequestType(String name, String process, Class<D> details) {
        this(name, process, details, false);
    }

    /** The same, whose open requests are in nobody's way. */
    public RequestType<D> besideOthers() {
        return new RequestType<>(name, process, details, true);
    }

    public boolean is(Request request) {
        return name.equals(request.kind());
    }

    /** Name of an {@link Action} of this kind: {@code transfer.release}. */
    public String action(String verb) {
        return bundle(name) + "." + verb;
    }

    /** What a kind is called on screens, by its stored name: Chuyển trường. */
    public static String term(String kind) {
        return Texts.vi(key(kind));
    }

    /** Key of {@link Texts} for {@link #term}. */
    public static String key(String kind) {
        return bundle(kind) + ".kind";
    }

    private static String bundle(String kind) {
        return kind.toLowerCase(Locale.ROOT);
    }
}
