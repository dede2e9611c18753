package vn.hocba.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.server.VaadinRequest;
import java.util.function.BooleanSupplier;

/**
 * A dialog that asks for something and then does it, once. While it is on the screen, whatever lies below does not react; but both clicks of a double click may
 * arrive before that, in one request.
 */
public abstract class AskingDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /** Opens it, unless the same request has opened one of its kind: two on top of each other would ask twice for one thing. */
    @Override
    public void open() {
        if (isFirst(getClass(), this::isOpened)) {
            super.open();
        }
    }

    /** Does what the person has asked for, unless the first of two clicks has done it and closed the dialog, or a day in it cannot be read. */
    protected void once(Runnable action) {
        if (isOpened() && DateField.areReadableIn(this)) {
            action.run();
        }
    }

    /**
     * Whether this request has not opened another of a kind that is still open; from here on this is the one.
     *
     * @param isOpened asked when the next one wants to open
     */
    static boolean isFirst(Class<?> kind, BooleanSupplier isOpened) {
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request == null) {
            return true;
        }
        if (request.getAttribute(kind.getName()) instanceof BooleanSupplier before && before.getAsBoolean()) {
            return false;
        }
        request.setAttribute(kind.getName(), isOpened);
        return true;
    }
}
