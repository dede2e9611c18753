package vn.hocba.desk.admin.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import vn.hocba.desk.admin.DutyBoard.Colleague;
import vn.hocba.school.ChangeDuties.Order;
import vn.hocba.shared.Refused;
import vn.hocba.shared.VietnameseText;
import vn.hocba.ui.AskingDialog;
import vn.hocba.ui.DateField;
import vn.hocba.ui.Objection;
import vn.hocba.ui.TypedWork;

/** Asks who takes over, from when, until when, why and by which decision. */
class DutyDialog extends AskingDialog {

    private static final long serialVersionUID = 1L;

    private final ComboBox<Colleague> to = new ComboBox<>();
    private final DatePicker from = DateField.make();
    private final DatePicker until = DateField.make();
    private final TextArea reason = new TextArea();
    private final TextField number = new TextField();
    private final Objection objection = new Objection();
    private final transient BiConsumer<Order, Colleague> action;

    /**
     * @param what the duties in words
     * @param action may throw {@link Refused}: its reason is shown and the dialog stays
     */
    DutyDialog(
            String title,
            String what,
            List<Colleague> colleagues,
            LocalDate today,
            BiConsumer<Order, Colleague> action) {
        this.action = action;
        setHeaderTitle(title);
        setWidth("34rem");
        setMaxWidth("95vw");
        TypedWork.keepIn(this);
        to.setLabel(text("office.duties.to"));
        to.setItems(
                (colleague, typed) ->
                        VietnameseText.searchKey(colleague.name()).contains(VietnameseText.searchKey(typed)),
                colleagues);
        to.setItemLabelGenerator(
                colleague -> colleague.title() == null || colleague.title().isBlank()
                        ? colleague.name()
                        : colleague.name() + " – " + colleague.title());
        to.setWidthFull();
        to.setAutofocus(true);
        from.setLabel(text("office.duties.from"));
        from.setValue(today);
        until.setLabel(text("office.duties.until-day"));
        until.setHelperText(text("office.duties.until-day.help"));
        reason.setLabel(text("office.duties.reason"));
        reason.setMaxLength(1000);
        reason.setWidthFull();
        number.setLabel(text("office.duties.number"));
        number.setHelperText(text("office.duties.number.help"));
        number.setMaxLength(100);
        number.setWidthFull();
        Div days = new Div(from, until);
        days.addClassName("duty-days");
        add(new Paragraph(what), to, days, reason, number, objection);
        Button go = new Button(text("office.duties.go"), click -> once(this::submit));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(text("ui.cancel"), click -> close()), go);
    }

    private void submit() {
        Colleague chosen = to.getValue();
        try {
            action.accept(
                    new Order(
                            chosen == null ? null : chosen.staffId(),
                            from.getValue(),
                            until.getValue(),
                            reason.getValue(),
                            number.getValue()),
                    chosen);
            close();
        } catch (Refused refused) {
            objection.say(refused);
        }
    }
}
