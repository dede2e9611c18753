package vn.hocba.school.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import vn.hocba.school.ChangeUnits.Decision;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.UnitBoard.Row;
import vn.hocba.school.UnitChange.Kind;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolYear;
import vn.hocba.shared.UnitId;
import vn.hocba.shared.VietnameseText;
import vn.hocba.ui.AskingDialog;
import vn.hocba.ui.DateField;
import vn.hocba.ui.Objection;
import vn.hocba.ui.TypedWork;

/** Asks what becomes of a unit, from when, by which decision. */
class UnitChangeDialog extends AskingDialog {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient Row unit;
    private final TextField name = new TextField();
    private final ComboBox<Row> other = new ComboBox<>();
    private final MultiSelectComboBox<ClassInfo> classes = new MultiSelectComboBox<>();
    private final TextField commune = new TextField();
    private final TextField place = new TextField();
    private final TextField number = new TextField();
    private final DatePicker decided = DateField.make();
    private final DatePicker from = DateField.make();
    private final Objection objection = new Objection();
    private final transient Consumer<Decision> action;

    /**
     * @param others which the other unit may be
     * @param ofLatestYear its classes
     * @param action may throw {@link Refused}: its reason is shown and the dialog stays
     */
    UnitChangeDialog(
            Kind kind,
            Row unit,
            List<Row> others,
            List<ClassInfo> ofLatestYear,
            LocalDate today,
            Consumer<Decision> action) {
        this.kind = kind;
        this.unit = unit;
        this.action = action;
        setHeaderTitle(text("school.units.do." + kind + ".of", unit.name()));
        setWidth("36rem");
        setMaxWidth("95vw");
        TypedWork.keepIn(this);
        name.setLabel(text("school.units.new-name"));
        name.setValue(unit.name());
        name.setMaxLength(200);
        name.setWidthFull();
        name.setVisible(kind == Kind.RENAME);
        other.setLabel(text("school.units.other." + kind));
        other.setItems(
                (one, typed) -> VietnameseText.searchKey(one.name()).contains(VietnameseText.searchKey(typed)), others);
        other.setItemLabelGenerator(Row::name);
        other.setWidthFull();
        other.setVisible(kind != Kind.RENAME);
        classes.setLabel(text("school.units.classes"));
        classes.setItems(ofLatestYear);
        classes.setItemLabelGenerator(
                info -> text("school.units.class", info.name(), new SchoolYear(info.schoolYear()).toString()));
        classes.setWidthFull();
        classes.setVisible(kind == Kind.SPLIT);
        address(commune, "commune");
        address(place, "place");
        number.setLabel(text("school.units.number"));
        number.setMaxLength(100);
        decided.setLabel(text("school.units.decided-on"));
        from.setLabel(text("school.units.from"));
        from.setHelperText(text("school.units.from.help"));
        from.setValue(today);
        add(
                new Paragraph(text("school.units.do." + kind + ".help")),
                name,
                other,
                classes,
                kind.movesPupils() ? row() : row(commune, place),
                row(number, decided, from),
                objection);
        Button go = new Button(text("school.units.do." + kind), click -> once(this::submit));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(text("ui.cancel"), click -> close()), go);
    }

    private static Div row(Component... fields) {
        Div row = new Div(fields);
        row.addClassName("duty-days");
        return row;
    }

    private static void address(TextField field, String which) {
        field.setLabel(text("school.address." + which));
        field.setHelperText(text("school.units.address.help"));
        field.setMaxLength(200);
    }

    private void submit() {
        try {
            action.accept(new Decision(
                    kind,
                    unit.id(),
                    other.getValue() == null
                            ? null
                            : new UnitId(other.getValue().id()),
                    name.getValue(),
                    commune.getValue(),
                    place.getValue(),
                    classes.getValue().stream().map(ClassInfo::id).toList(),
                    from.getValue(),
                    number.getValue(),
                    decided.getValue()));
            close();
        } catch (Refused refused) {
            objection.say(refused);
        }
    }
}
