package vn.hocba.school.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** A white card with its parts below each other. */
class Panel extends Div {

    private static final long serialVersionUID = 1L;

    Panel(Component... parts) {
        getStyle()
                .set("background", "var(--hocba-card)")
                .set("border", "1px solid var(--hocba-line)")
                .set("border-radius", "8px")
                .set("padding", "1rem 1.25rem")
                .set("display", "flex")
                .set("flex-direction", "column")
                .set("gap", "0.75rem");
        add(parts);
    }
}
