package vn.hocba.cutoff.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import vn.hocba.calendar.ChangeCalendar;
import vn.hocba.shared.Refused;
import vn.hocba.ui.AskingDialog;
import vn.hocba.ui.DateField;
import vn.hocba.ui.TypedWork;
import vn.hocba.ui.Wording;

/** Asks for another last day of an extra window, and why. */
final class ProlongDialog extends AskingDialog {

    private static final long serialVersionUID = 1L;

    /** @param decide may throw {@link Refused}: its reason is shown and the dialog stays */
    ProlongDialog(LocalDate closesOn, BiConsumer<LocalDate, String> decide) {
        setHeaderTitle(text("cutoff.window.prolong"));
        setWidth("32rem");
        setMaxWidth("95vw");
        TypedWork.keepIn(this);
        DatePicker to = DateField.make();
        to.setLabel(text("cutoff.window.to"));
        to.setValue(closesOn);
        TextArea reason = new TextArea(text("ui.reason.label"));
        reason.setWidthFull();
        reason.setMinHeight("6rem");
        reason.setMaxLength(ChangeCalendar.LONGEST_REASON);
        reason.setValueChangeMode(ValueChangeMode.ON_BLUR);
        reason.setRequiredIndicatorVisible(true);
        Div problem = new Div();
        problem.addClassName("form-problem");
        problem.getElement().setAttribute("role", "alert");
        add(new Paragraph(text("cutoff.window.prolong.note")), to, reason, problem);
        Button go = new Button(
                text("cutoff.window.prolong"),
                click -> once(() -> {
                    try {
                        decide.accept(to.getValue(), reason.getValue());
                        close();
                    } catch (Refused refused) {
                        problem.setText(refused.text(Wording.locale()));
                    }
                }));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(text("ui.cancel"), click -> close()), go);
    }
}
