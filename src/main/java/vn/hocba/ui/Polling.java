package vn.hocba.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a page without looks: as long as it stands there, the browser asks the server again and again. Several may stand on one page; the browser then
 * asks as often as the most impatient of them wants, for all.
 */
@Tag("hocba-polling")
public class Polling extends Component {

    private static final long serialVersionUID = 1L;

    private static final int NONE = -1;

    private final int everyMillis;
    private final transient Runnable task;
    private transient Registration listening;

    /** What the parts of one page want. */
    private static final class Wanted implements Serializable {

        private static final long serialVersionUID = 1L;

        private final List<Integer> intervals = new ArrayList<>();
    }

    /**
     * @param everyMillis how long the browser waits before it asks
     * @param task done each time, in the name of the current user; may remove this part
     */
    public Polling(int everyMillis, Runnable task) {
        this.everyMillis = everyMillis;
        this.task = task;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        UI ui = event.getUI();
        wanted(ui).add(everyMillis);
        listening = ui.addPollListener(poll -> task.run());
        set(ui);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        UI ui = event.getUI();
        listening.remove();
        wanted(ui).remove(Integer.valueOf(everyMillis));
        set(ui);
        super.onDetach(event);
    }

    private static List<Integer> wanted(UI ui) {
        Wanted wanted = ComponentUtil.getData(ui, Wanted.class);
        if (wanted == null) {
            wanted = new Wanted();
            ComponentUtil.setData(ui, Wanted.class, wanted);
        }
        return wanted.intervals;
    }

    private static void set(UI ui) {
        ui.setPollInterval(wanted(ui).stream().min(Integer::compare).orElse(NONE));
    }
}
