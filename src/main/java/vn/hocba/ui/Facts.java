package vn.hocba.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;

/** Names and values below each other: «Ngày sinh: 12/03/2017». */
public class Facts extends DescriptionList {

    private static final long serialVersionUID = 1L;

    public Facts() {
        addClassName("facts");
    }

    /** A value of null or without letters shows as a dash. */
    public Facts fact(String name, String value) {
        return fact(name, new Div(value == null || value.isBlank() ? "–" : value));
    }

    /** With a value that is more than words. */
    public Facts fact(String name, Component value) {
        Description description = new Description();
        description.add(value);
        add(new Term(name), description);
        return this;
    }
}
