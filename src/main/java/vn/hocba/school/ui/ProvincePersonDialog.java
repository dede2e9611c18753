package vn.hocba.school.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import vn.hocba.school.ProvincePeople.Person;
import vn.hocba.shared.Refused;
import vn.hocba.ui.AskingDialog;
import vn.hocba.ui.Objection;
import vn.hocba.ui.TypedWork;

/** Asks who works at the Sở, or only for the personal ID of somebody who is known already. */
class ProvincePersonDialog extends AskingDialog {

    private static final long serialVersionUID = 1L;

    private final TextField name = field("school.province-people.name-of");
    private final TextField title = field("school.province-people.title-of");
    private final TextField personalId = field("school.province-people.id-of");
    private final TextField email = field("school.province-people.email-of");
    private final Objection objection = new Objection();
    private final transient Consumer<Person> action;

    /** @param action may throw {@link Refused}: its reason is shown and the dialog stays */
    ProvincePersonDialog(Consumer<Person> action) {
        this.action = action;
        setHeaderTitle(text("school.province-people.add"));
        setWidth("34rem");
        setMaxWidth("95vw");
        TypedWork.keepIn(this);
        personalId.setHelperText(text("school.province-people.id-of.help"));
        name.setAutofocus(true);
        add(name, title, personalId, email, objection);
        Button go = new Button(text("school.province-people.add"), click -> once(this::submit));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(text("ui.cancel"), click -> close()), go);
    }

    /** One that asks for nothing but the personal ID. */
    static ProvincePersonDialog identify(String fullName, Consumer<String> action) {
        ProvincePersonDialog dialog = new ProvincePersonDialog(person -> action.accept(person.personalId()));
        dialog.setHeaderTitle(text("school.province-people.identify.for", fullName));
        dialog.name.setVisible(false);
        dialog.title.setVisible(false);
        dialog.email.setVisible(false);
        dialog.personalId.setAutofocus(true);
        dialog.getFooter().removeAll();
        Button go = new Button(text("school.province-people.identify"), click -> dialog.once(dialog::submit));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(text("ui.cancel"), click -> dialog.close()), go);
        return dialog;
    }

    private static TextField field(String key) {
        TextField field = new TextField(text(key));
        field.setWidthFull();
        return field;
    }

    private void submit() {
        try {
            action.accept(new Person(name.getValue(), title.getValue(), personalId.getValue(), email.getValue()));
            close();
        } catch (Refused refused) {
            objection.say(refused);
        }
    }
}
