package vn.hocba.school.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import vn.hocba.school.CorrectAddress;
import vn.hocba.school.CorrectAddress.Address;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.ui.Card;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Notice;
import vn.hocba.ui.Screen;
import vn.hocba.ui.Wording;

/** Where a school lies and how it dates its documents. The Sở chooses the school first; those whose commune is not known say so. */
@Route(value = "dia-chi-truong", layout = MainLayout.class)
@RolesAllowed({"SCHOOL_ADMIN", "PROVINCE"})
public class AddressView extends Screen {

    private static final long serialVersionUID = 1L;

    private final transient CorrectAddress addresses;
    private final Div content = new Div();

    AddressView(CorrectAddress addresses) {
        super("school.address.title");
        this.addresses = addresses;
        content.addClassName("office-content");
        List<Unit> schools = addresses.schools();
        add(new Paragraph(text("school.address.intro")));
        if (schools.size() == 1) {
            show(schools.get(0));
        } else {
            add(choice(schools));
        }
        add(content);
    }

    private Component choice(List<Unit> schools) {
        ComboBox<Unit> school = new ComboBox<>(text("school.roles.school"));
        school.setItems(schools);
        school.setItemLabelGenerator(
                unit -> unit.commune() == null ? text("school.address.unknown", unit.name()) : unit.name());
        school.setWidth("28rem");
        school.setMaxWidth("100%");
        school.addValueChangeListener(chosen -> {
            content.removeAll();
            if (chosen.getValue() != null) {
                show(chosen.getValue());
            }
        });
        return school;
    }

    private void show(Unit school) {
        TextField commune = field("commune", school.commune());
        TextField province = field("province", school.provinceName());
        TextField place = field("place", school.place());
        Button save = new Button(text("school.address.save"), click -> {
            try {
                addresses.correct(school.id(), new Address(commune.getValue(), province.getValue(), place.getValue()));
                Notice.done(text("school.address.saved", school.name()));
            } catch (Refused refused) {
                Notice.refused(refused.text(Wording.locale()));
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div fields = new Div(commune, province, place, save);
        fields.addClassName("address-fields");
        content.add(Card.padded(school.name(), fields));
    }

    private static TextField field(String key, String value) {
        TextField field = new TextField(text("school.address." + key));
        field.setHelperText(text("school.address." + key + ".helper"));
        field.setMaxLength(200);
        field.setValue(Objects.requireNonNullElse(value, ""));
        field.setWidthFull();
        return field;
    }
}
