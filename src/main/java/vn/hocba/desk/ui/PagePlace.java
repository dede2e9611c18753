package vn.hocba.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.function.Function;

/** A place of a screen that is filled anew only when what it shows has changed, so that nobody who ticks pupils there is disturbed. */
public class PagePlace extends Div {

    private static final long serialVersionUID = 1L;

    private transient Object shown;

    public <T> void show(T wanted, Function<T, Component> how) {
        if (!wanted.equals(shown)) {
            shown = wanted;
            removeAll();
            add(how.apply(wanted));
        }
    }
}
