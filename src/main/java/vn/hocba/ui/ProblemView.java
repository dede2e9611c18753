package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;

/** A page that says why there is nothing to see here, and the way back. */
abstract class ProblemView extends Main implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private String title = "";

    /** Fills the page. */
    void show(String heading, String whatToDo) {
        title = heading;
        removeAll();
        addClassName("problem");
        Span brand = new Span(text("ui.brand"));
        brand.addClassName("problem-brand");
        Anchor back = new Anchor("", text("ui.problem.back"));
        back.addClassName("problem-back");
        add(brand, new H1(heading), new Paragraph(whatToDo), back);
    }

    @Override
    public String getPageTitle() {
        return text("ui.title", title);
    }
}
