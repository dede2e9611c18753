package vn.hocba.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;

/** A line of a {@link Card}: what it is about, how far it is, what can be done. On a phone its parts stand below each other. */
public class Line extends Div {

    private static final long serialVersionUID = 1L;

    private final Div words = new Div();
    private final Div heading;

    /**
     * @param title «Lớp 4A · Toán»
     * @param beside badges
     */
    public Line(String title, Component... beside) {
        addClassName("line");
        words.addClassName("line-words");
        Span name = new Span(title);
        name.addClassName("line-title");
        heading = new Div(name);
        heading.addClassName("line-heading");
        heading.add(beside);
        words.add(heading);
        add(words);
    }

    /** A sentence below the title, such as the reason of a return. */
    public Line text(String sentence) {
        words.add(new Div(sentence));
        return this;
    }

    /** Small print: who and when. */
    public Line note(String small) {
        Div note = new Div(small);
        note.addClassName("line-note");
        words.add(note);
        return this;
    }

    /**
     * How far it is.
     *
     * @param done 0 to total
     * @param caption «Xong 31/38 · còn 7»
     */
    public Line progress(int done, int total, String caption) {
        ProgressBar bar = new ProgressBar(0, Math.max(total, 1), done);
        bar.getElement().setAttribute("aria-label", caption);
        Div progress = new Div(bar, new Span(caption));
        progress.addClassName("line-progress");
        add(progress);
        return this;
    }

    /** Buttons or links at the end. */
    public Line actions(Component... buttons) {
        Div actions = new Div(buttons);
        actions.addClassName("line-actions");
        add(actions);
        return this;
    }
}
