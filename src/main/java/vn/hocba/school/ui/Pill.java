package vn.hocba.school.ui;

import com.vaadin.flow.component.html.Span;

/** A word on a coloured ground; the word alone says what it means. */
class Pill extends Span {

    private static final long serialVersionUID = 1L;

    enum Tone {
        LATE,
        SOON,
        CALM
    }

    Pill(String text, Tone tone) {
        super(text);
        String name = tone.name().toLowerCase(java.util.Locale.ROOT);
        getStyle()
                .set("background", "var(--hocba-" + name + "-pale)")
                .set("color", "var(--hocba-" + name + ")")
                .set("border-radius", "1rem")
                .set("font-size", "var(--lumo-font-size-xs)")
                .set("font-weight", "500")
                .set("padding", "0.1rem 0.6rem")
                .set("white-space", "nowrap");
    }
}
