package vn.hocba.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A white part of a screen with a heading; a landmark for screen readers. Holds {@link Line}s, or anything in a {@link #padded} body. */
public class Card extends Section {

    private static final long serialVersionUID = 1L;

    private final Div head;

    /** @param content below the heading, edge to edge */
    public Card(String heading, Component... content) {
        addClassName("card");
        head = new Div(new H2(heading));
        head.addClassName("card-head");
        getElement().setAttribute("aria-label", heading);
        add(head);
        add(content);
    }

    /** With room around the content. */
    public static Card padded(String heading, Component... content) {
        Div body = new Div(content);
        body.addClassName("card-body");
        return new Card(heading, body);
    }

    /** Beside the heading: a badge, a button. */
    public Card beside(Component... components) {
        head.add(components);
        return this;
    }

    /** In the colour of what is late or came back. */
    public Card urgent() {
        addClassName("card-urgent");
        return this;
    }
}
