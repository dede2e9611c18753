package vn.hocba.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** In the place of an empty list: what it means that nothing is here, and what to do. */
public class EmptyState extends Div {

    private static final long serialVersionUID = 1L;

    /**
     * @param title «Không có việc nào đang chờ»
     * @param whatToDo one sentence
     * @param actions buttons or links, mostly one or none
     */
    public EmptyState(String title, String whatToDo, Component... actions) {
        addClassName("empty-state");
        add(new H2(title), new Paragraph(whatToDo));
        add(actions);
    }
}
