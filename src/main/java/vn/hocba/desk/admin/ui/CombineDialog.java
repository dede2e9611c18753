package vn.hocba.desk.admin.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import vn.hocba.school.CombineClasses;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.Refused;
import vn.hocba.ui.AskingDialog;
import vn.hocba.ui.Objection;

/** Asks which classes are taught in one room, and how the school calls it. */
class CombineDialog extends AskingDialog {

    private static final long serialVersionUID = 1L;

    private final MultiSelectComboBox<ClassInfo> classes = new MultiSelectComboBox<>();
    private final TextField name = new TextField();
    private final Objection objection = new Objection();
    private final transient BiConsumer<Set<ClassInfo>, String> action;

    /** @param action may throw {@link Refused}: its reason is shown and the dialog stays */
    CombineDialog(List<ClassInfo> alone, BiConsumer<Set<ClassInfo>, String> action) {
        this.action = action;
        setHeaderTitle(text("office.rooms.combine"));
        setWidth("34rem");
        setMaxWidth("95vw");
        classes.setLabel(text("office.rooms.classes"));
        classes.setHelperText(text("office.rooms.classes.help"));
        classes.setItems(alone);
        classes.setItemLabelGenerator(ClassInfo::name);
        classes.setWidthFull();
        name.setLabel(text("office.rooms.name"));
        name.setHelperText(text("office.rooms.name.help"));
        name.setMaxLength(CombineClasses.LONGEST_NAME);
        name.setWidthFull();
        add(classes, name, objection);
        Button go = new Button(text("office.rooms.go"), click -> once(this::submit));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(text("ui.cancel"), click -> close()), go);
    }

    private void submit() {
        try {
            action.accept(classes.getValue(), name.getValue());
            close();
        } catch (Refused refused) {
            objection.say(refused);
        }
    }
}
