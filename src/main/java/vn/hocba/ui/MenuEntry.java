package vn.hocba.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;

/**
 * A line of the menu; each module gives beans of it for its screens.
 *
 * @param titleKey of {@link vn.hocba.shared.Texts}
 * @param view opened without parameters
 * @param order small first; the inbox is 10
 * @param right that a person needs to see it
 * @param badge counts what waits for the current user, asked at every navigation; 0 shows nothing
 * @param needed whether the current user has any use for it, asked when the menu is made
 */
public record MenuEntry(
        String titleKey,
        Class<? extends Component> view,
        VaadinIcon icon,
        int order,
        Right right,
        IntSupplier badge,
        BooleanSupplier needed) {

    /** For everybody with the right. */
    public MenuEntry(
            String titleKey,
            Class<? extends Component> view,
            VaadinIcon icon,
            int order,
            Right right,
            IntSupplier badge) {
        this(titleKey, view, icon, order, right, badge, () -> true);
    }

    /** Without a badge. */
    public MenuEntry(String titleKey, Class<? extends Component> view, VaadinIcon icon, int order, Right right) {
        this(titleKey, view, icon, order, right, () -> 0);
    }

    boolean isFor(CurrentUser user) {
        return right.isOf(user) && needed.getAsBoolean();
    }
}
