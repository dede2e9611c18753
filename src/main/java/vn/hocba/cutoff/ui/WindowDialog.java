package vn.hocba.cutoff.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import vn.hocba.calendar.ChangeCalendar;
import vn.hocba.calendar.DecideExtraWindow.Wanted;
import vn.hocba.calendar.Wave;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.shared.VietnameseText;
import vn.hocba.ui.AskingDialog;
import vn.hocba.ui.DateField;
import vn.hocba.ui.TypedWork;
import vn.hocba.ui.Wording;

/** Asks for an extra window: whose records, which schools, from when to when, why. */
final class WindowDialog extends AskingDialog {

    private static final long serialVersionUID = 1L;

    private final Select<Wave> wave = new Select<>();
    private final ComboBox<Unit> school = new ComboBox<>();
    private final DatePicker from = DateField.make();
    private final DatePicker to = DateField.make();
    private final TextArea reason = new TextArea();
    private final Div problem = new Div();

    /**
     * @param over the waves whose cut-off is over
     * @param schools to choose one from; none chosen means all
     * @param open may throw {@link Refused}: its reason is shown and the dialog stays
     */
    WindowDialog(
            int schoolYear, List<Wave> over, List<Unit> schools, LocalDate today, BiConsumer<Wanted, String> open) {
        setHeaderTitle(text("cutoff.window.open"));
        setWidth("36rem");
        setMaxWidth("95vw");
        TypedWork.keepIn(this);
        wave.setLabel(text("cutoff.window.wave"));
        wave.setItems(over);
        wave.setItemLabelGenerator(one -> text("cutoff.window.wave." + one));
        wave.setValue(over.get(over.size() - 1));
        wave.setWidthFull();
        school.setLabel(text("cutoff.window.school"));
        school.setHelperText(text("cutoff.window.school.helper"));
        school.setItems(
                (unit, typed) -> VietnameseText.searchKey(unit.name()).contains(VietnameseText.searchKey(typed)),
                schools);
        school.setItemLabelGenerator(Unit::name);
        school.setPlaceholder(text("cutoff.window.all"));
        school.setClearButtonVisible(true);
        school.setWidthFull();
        from.setLabel(text("cutoff.window.from"));
        from.setValue(today);
        to.setLabel(text("cutoff.window.to"));
        Div days = new Div(from, to);
        days.addClassName("calendar-dates");
        reason.setLabel(text("ui.reason.label"));
        reason.setHelperText(text("cutoff.window.reason.helper"));
        reason.setWidthFull();
        reason.setMinHeight("6rem");
        reason.setMaxLength(ChangeCalendar.LONGEST_REASON);
        reason.setValueChangeMode(ValueChangeMode.ON_BLUR);
        reason.setRequiredIndicatorVisible(true);
        problem.addClassName("form-problem");
        problem.getElement().setAttribute("role", "alert");
        add(new Paragraph(text("cutoff.window.open.note")), wave, school, days, reason, problem);
        Button go = new Button(
                text("cutoff.window.open"),
                click -> once(() -> {
                    try {
                        open.accept(
                                new Wanted(
                                        schoolYear,
                                        wave.getValue(),
                                        school.getValue() == null
                                                ? null
                                                : school.getValue().id(),
                                        from.getValue(),
                                        to.getValue()),
                                reason.getValue());
                        close();
                    } catch (Refused refused) {
                        problem.setText(refused.text(Wording.locale()));
                    }
                }));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(text("ui.cancel"), click -> close()), go);
    }
}
