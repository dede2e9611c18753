package vn.hocba.school.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import vn.hocba.school.FoundUnit.Founded;
import vn.hocba.school.UnitBoard.Row;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.VietnameseText;
import vn.hocba.ui.AskingDialog;
import vn.hocba.ui.DateField;
import vn.hocba.ui.Objection;
import vn.hocba.ui.TypedWork;

/** Asks for a school or an office that was founded. */
class FoundUnitDialog extends AskingDialog {

    private static final long serialVersionUID = 1L;

    private final Select<Boolean> kind = new Select<>();
    private final TextField code = new TextField();
    private final TextField name = new TextField();
    private final ComboBox<Row> above = new ComboBox<>();
    private final TextField number = new TextField();
    private final DatePicker decided = DateField.make();
    private final DatePicker from = DateField.make();
    private final Objection objection = new Objection();
    private final transient Consumer<Founded> action;

    /**
     * @param places under which it may come
     * @param action may throw {@link Refused}: its reason is shown and the dialog stays
     */
    FoundUnitDialog(List<Row> places, LocalDate today, Consumer<Founded> action) {
        this.action = action;
        setHeaderTitle(text("school.units.found"));
        setWidth("36rem");
        setMaxWidth("95vw");
        TypedWork.keepIn(this);
        kind.setLabel(text("school.units.kind"));
        kind.setItems(true, false);
        kind.setItemLabelGenerator(
                school -> text(school ? "school.units.kind.SCHOOL" : "school.units.kind.INTERMEDIATE"));
        kind.setValue(true);
        code.setLabel(text("school.units.code-of"));
        code.setMaxLength(32);
        name.setLabel(text("school.units.name"));
        name.setMaxLength(200);
        name.setWidthFull();
        above.setLabel(text("school.units.above"));
        above.setItems(
                (one, typed) -> VietnameseText.searchKey(one.name()).contains(VietnameseText.searchKey(typed)), places);
        above.setItemLabelGenerator(Row::name);
        above.setWidthFull();
        number.setLabel(text("school.units.number"));
        number.setMaxLength(100);
        decided.setLabel(text("school.units.decided-on"));
        from.setLabel(text("school.units.from"));
        from.setValue(today);
        add(row(kind, code), name, above, row(number, decided, from), objection);
        Button go = new Button(text("school.units.found"), click -> once(this::submit));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(text("ui.cancel"), click -> close()), go);
    }

    private static Div row(Component... fields) {
        Div row = new Div(fields);
        row.addClassName("duty-days");
        return row;
    }

    private void submit() {
        try {
            action.accept(new Founded(
                    code.getValue(),
                    name.getValue(),
                    above.getValue() == null ? "" : above.getValue().id(),
                    Boolean.TRUE.equals(kind.getValue()) ? SchoolLevel.PRIMARY : null,
                    from.getValue(),
                    number.getValue(),
                    decided.getValue()));
            close();
        } catch (Refused refused) {
            objection.say(refused);
        }
    }
}
