package vn.hocba.desk.principal.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import vn.hocba.dossier.RecordDocuments;
import vn.hocba.dossier.ui.RecordFiles;

/** The printed form of one record beside a list, with the way to the one before and after it. On a phone it covers the screen, once asked for. */
class RecordPreview extends Div {

    private static final long serialVersionUID = 1L;

    private static final String OPEN = "record-preview-open";

    private final transient RecordDocuments documents;
    private final H2 name = new H2();
    private final Span place = new Span();
    private final Button previous;
    private final Button next;
    private final Anchor pdf = new Anchor();
    private final Div pages = new Div();

    RecordPreview(RecordDocuments documents, Runnable toPrevious, Runnable toNext) {
        this.documents = documents;
        addClassName("record-preview");
        previous = button(VaadinIcon.ANGLE_LEFT.create(), "office.approval.previous", toPrevious);
        next = button(VaadinIcon.ANGLE_RIGHT.create(), "office.approval.next", toNext);
        Button close = button(VaadinIcon.CLOSE_SMALL.create(), "office.approval.close", () -> removeClassName(OPEN));
        close.addClassName("record-preview-close");
        place.addClassName("record-preview-place");
        pdf.setText(text("office.open-pdf"));
        pdf.setTarget(AnchorTarget.BLANK);
        Div head = new Div(previous, place, next, name, pdf, close);
        head.addClassName("record-preview-head");
        pages.addClassName("record-preview-pages");
        pages.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "group")
                .setAttribute("aria-label", text("office.approval.pages"));
        add(head, pages);
    }

    /**
     * Shows a record.
     *
     * @param number its place in the list, from 1
     */
    void show(ApprovalRow row, int number, int total) {
        name.setText(row.pupilName());
        place.setText(text("office.approval.place", number, total));
        previous.setEnabled(number > 1);
        next.setEnabled(number < total);
        pdf.setHref(RecordFiles.printedForm(documents, row.recordId(), row.fileName()));
        // Another picture, not another source: until it has arrived nothing of the pupil before is under this name.
        Image image = new Image(
                RecordFiles.yearPages(documents, row.recordId(), row.fileName()),
                text("office.approval.preview", row.pupilName()));
        image.getElement().setAttribute("loading", "lazy");
        pages.removeAll();
        pages.add(image);
        pages.getElement().executeJs("this.scrollTop = 0");
    }

    /** Where there is no room beside the list, over it. */
    void comeForward() {
        addClassName(OPEN);
    }

    private static Button button(Component icon, String labelKey, Runnable action) {
        Button button = new Button(icon, click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(text(labelKey));
        button.setTooltipText(text(labelKey));
        return button;
    }
}
