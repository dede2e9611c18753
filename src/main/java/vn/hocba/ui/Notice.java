package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;

/** A short message over the screen; screen readers speak it. */
public final class Notice {

    private static final int SECONDS = 6;

    private Notice() {}

    /** Something was done; goes away by itself. */
    public static void done(String words) {
        show(words, NotificationVariant.LUMO_SUCCESS, SECONDS * 1000);
    }

    /** Something to look at, said in full elsewhere on the screen; goes away by itself. */
    public static void hint(String words) {
        show(words, NotificationVariant.LUMO_CONTRAST, SECONDS * 1000);
    }

    /** Something was refused or went wrong; stays until closed, so that it can be read in peace. */
    public static void refused(String words) {
        show(words, NotificationVariant.LUMO_ERROR, 0);
    }

    private static void show(String words, NotificationVariant variant, int duration) {
        Notification notification = new Notification();
        notification.setDuration(duration);
        notification.setPosition(Position.TOP_CENTER);
        notification.addThemeVariants(variant);
        notification.setAssertive(variant == NotificationVariant.LUMO_ERROR);
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> notification.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        close.setAriaLabel(text("ui.close"));
        Span message = new Span(words);
        HorizontalLayout line = new HorizontalLayout(message, close);
        line.setFlexGrow(1, message);
        line.setAlignItems(com.vaadin.flow.component.orderedlayout.FlexComponent.Alignment.CENTER);
        notification.add(line);
        notification.open();
    }
}
