package vn.hocba.ui;

import com.vaadin.flow.component.html.Span;

/** One or two words about a state. The words say it; the colour only helps. */
public class Badge extends Span {

    private static final long serialVersionUID = 1L;

    private Badge(String words, String tone) {
        super(words);
        addClassNames("badge", tone);
    }

    /** The time is over. */
    public static Badge late(String words) {
        return new Badge(words, "badge-late");
    }

    /** The time is nearly over. */
    public static Badge soon(String words) {
        return new Badge(words, "badge-soon");
    }

    /** Done, accepted, valid. */
    public static Badge ok(String words) {
        return new Badge(words, "badge-ok");
    }

    /** Came back with a reason, rejected, not valid. */
    public static Badge returned(String words) {
        return new Badge(words, "badge-late");
    }

    /** Nothing to worry about. */
    public static Badge plain(String words) {
        return new Badge(words, "badge-plain");
    }
}
