package vn.hocba.ui;

import com.vaadin.flow.component.html.Paragraph;
import vn.hocba.shared.Refused;

/** Why what a dialog asks for was refused: it stands in the dialog, which stays with what was typed. Not there until something was. */
public class Objection extends Paragraph {

    private static final long serialVersionUID = 1L;

    public Objection() {
        addClassName("office-warning");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    /** Says the reason, in the words of whoever is asked. */
    public void say(Refused refused) {
        setText(refused.text(Wording.locale()));
        setVisible(true);
    }
}
