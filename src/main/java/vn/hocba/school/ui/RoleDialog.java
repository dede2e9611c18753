package vn.hocba.school.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import vn.hocba.school.GrantRoles.Decision;
import vn.hocba.school.RoleProposals.Person;
import vn.hocba.school.UnitKind;
import vn.hocba.shared.Refused;
import vn.hocba.shared.VietnameseText;
import vn.hocba.ui.AskingDialog;
import vn.hocba.ui.DateField;
import vn.hocba.ui.Objection;
import vn.hocba.ui.TypedWork;

/** Asks who gets which role, from when until when, by which decision; of a deputy also what is given to do. */
class RoleDialog extends AskingDialog {

    private static final long serialVersionUID = 1L;

    private final ComboBox<Person> person = new ComboBox<>();
    private final Select<RoleKind> kind = new Select<>();
    private final DelegationFields scope;
    private final DatePicker from = DateField.make();
    private final DatePicker until = DateField.make();
    private final TextField number = new TextField();
    private final Objection objection = new Objection();
    private final transient BiConsumer<Decision, Person> action;

    /**
     * @param classes of the school, with their grades
     * @param action may throw {@link Refused}: its reason is shown and the dialog stays
     */
    RoleDialog(
            UnitKind unit,
            List<Person> people,
            Map<String, Integer> classes,
            LocalDate today,
            BiConsumer<Decision, Person> action) {
        this.action = action;
        scope = new DelegationFields(classes);
        setHeaderTitle(text("school.roles.give"));
        setWidth("34rem");
        setMaxWidth("95vw");
        TypedWork.keepIn(this);
        person.setLabel(text("school.roles.person"));
        person.setItems(
                (one, typed) -> VietnameseText.searchKey(one.name()).contains(VietnameseText.searchKey(typed)), people);
        person.setItemLabelGenerator(
                one -> one.title() == null || one.title().isBlank() ? one.name() : one.name() + " – " + one.title());
        person.setWidthFull();
        person.setAutofocus(true);
        kind.setLabel(text("school.roles.role-of"));
        kind.setItems(RoleKind.at(unit));
        kind.setItemLabelGenerator(RoleKind::words);
        kind.setWidthFull();
        kind.addValueChangeListener(chosen -> scope.setVisible(chosen.getValue() == RoleKind.DEPUTY));
        scope.setVisible(false);
        from.setLabel(text("school.roles.from"));
        from.setValue(today);
        until.setLabel(text("school.roles.until"));
        until.setHelperText(text("school.roles.until.help"));
        number.setLabel(text("school.roles.decision"));
        number.setHelperText(text("school.roles.decision.help"));
        number.setMaxLength(100);
        number.setWidthFull();
        Div days = new Div(from, until);
        days.addClassName("duty-days");
        add(person, kind, scope, days, number, objection);
        Button go = new Button(text("school.roles.give"), click -> once(this::submit));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(text("ui.cancel"), click -> close()), go);
    }

    /** What a title proposes stands in the fields. */
    RoleDialog with(Person proposed, RoleKind role) {
        person.setValue(proposed);
        kind.setValue(role);
        return this;
    }

    private void submit() {
        Person chosen = person.getValue();
        RoleKind role = kind.getValue();
        try {
            action.accept(
                    new Decision(
                            chosen == null ? null : chosen.staffId(),
                            role == null ? null : role.role(),
                            role == null ? null : role.capacity(),
                            role == RoleKind.DEPUTY ? scope.delegation() : null,
                            from.getValue(),
                            until.getValue(),
                            number.getValue()),
                    chosen);
            close();
        } catch (Refused refused) {
            objection.say(refused);
        }
    }
}
