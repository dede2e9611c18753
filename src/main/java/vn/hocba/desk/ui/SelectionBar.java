package vn.hocba.desk.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** «Select all» with the check boxes it rules, kept in step with what is chosen. */
public class SelectionBar extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Chosen chosen;
    private final Checkbox all;
    private final Map<String, Checkbox> boxes = new HashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean changing;

    public SelectionBar(List<String> waiting) {
        this(waiting, "office.select.all");
    }

    /** @param labelKey of the box that chooses all, with their number */
    public SelectionBar(List<String> waiting, String labelKey) {
        chosen = new Chosen(waiting);
        addClassName("selection-bar");
        all = new Checkbox(text(labelKey, waiting.size()));
        all.addValueChangeListener(change -> {
            if (!changing) {
                chosen.all(change.getValue());
                refresh();
            }
        });
        add(all);
    }

    public Chosen chosen() {
        return chosen;
    }

    /** The box of a record that waits. */
    public Checkbox box(String recordId, String pupilName) {
        Checkbox box = new Checkbox();
        box.setAriaLabel(text("office.select.one", pupilName));
        box.addValueChangeListener(change -> {
            if (!changing) {
                chosen.tick(recordId, change.getValue());
                refresh();
            }
        });
        boxes.put(recordId, box);
        return box;
    }

    public void onChange(Runnable listener) {
        listeners.add(listener);
        listener.run();
    }

    public void refresh() {
        changing = true;
        all.setValue(chosen.isAll());
        all.setIndeterminate(!chosen.isAll() && chosen.count() > 0);
        boxes.forEach((id, box) -> box.setValue(chosen.has(id)));
        changing = false;
        listeners.forEach(Runnable::run);
    }
}
