package vn.hocba.desk.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.hocba.record.ClassSheets.HomeroomRow;
import vn.hocba.ui.Line;

/** What the homeroom teacher should have looked at before signing: pupils with what is out of the ordinary, folded so that the sheet stays in view. */
public class BeforeSigning extends Div {

    private static final long serialVersionUID = 1L;

    private final NativeDetails details = new NativeDetails();

    public BeforeSigning() {
        addClassName("before-signing");
        add(details);
        setVisible(false);
    }

    /**
     * Shows it anew; an opened list stays open.
     *
     * @param odd sentences by row
     * @param wayTo the button that leads to a row
     */
    public void show(Map<HomeroomRow, List<String>> odd, Function<HomeroomRow, Component> wayTo) {
        setVisible(!odd.isEmpty());
        details.setSummaryText(text("screens.homeroom.look", odd.size()));
        Div list = new Div();
        odd.forEach((row, sentences) -> {
            Line line = new Line(row.pupilName());
            sentences.forEach(line::text);
            list.add(line.actions(wayTo.apply(row)));
        });
        details.setContent(list);
    }
}
