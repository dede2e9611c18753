package vn.hocba.school.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.hocba.school.KeepRegister;
import vn.hocba.school.KeepRegister.Line;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.Refused;
import vn.hocba.ui.Card;
import vn.hocba.ui.DataTable;
import vn.hocba.ui.DateField;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Notice;
import vn.hocba.ui.Screen;
import vn.hocba.ui.Wording;

/** Under which number and since when the pupils of a class are at the school; the class is chosen first. */
@Route(value = "so-dang-bo", layout = MainLayout.class)
@RolesAllowed({"SCHOOL_ADMIN", "CLERK"})
public class RegisterView extends Screen {

    private static final long serialVersionUID = 1L;

    private final transient KeepRegister register;
    private final transient Map<Line, TextField> numbers = new LinkedHashMap<>();
    private final transient Map<Line, DatePicker> days = new LinkedHashMap<>();
    private final Div content = new Div();

    RegisterView(KeepRegister register) {
        super("school.register.title");
        this.register = register;
        wide();
        content.addClassName("office-content");
        ComboBox<ClassInfo> choice = new ComboBox<>(text("school.register.class"));
        choice.setItems(register.classes());
        choice.setItemLabelGenerator(ClassInfo::name);
        choice.addValueChangeListener(chosen -> show(chosen.getValue()));
        add(new Paragraph(text("school.register.intro")), choice, content);
    }

    private void show(ClassInfo info) {
        content.removeAll();
        numbers.clear();
        days.clear();
        if (info == null) {
            return;
        }
        List<Line> lines = register.of(info.id());
        lines.forEach(this::fields);
        DataTable<Line> table = new DataTable<Line>(text("school.register.of", info.name()))
                .words(text("school.register.name"), Line::name)
                .words(text("school.register.birth"), line -> date(line.birthDate()))
                .column(text("school.register.number"), numbers::get)
                .column(text("school.register.day"), days::get);
        table.setRows(lines);
        Button save = new Button(text("school.register.save"), click -> save(info));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        content.add(new Card(text("school.register.of", info.name()), table.inItsRoom()), save);
    }

    private void fields(Line line) {
        TextField number = new TextField();
        number.setAriaLabel(text("school.register.number.of", line.name()));
        number.setMaxLength(50);
        number.setValue(Objects.requireNonNullElse(line.registerNo(), ""));
        numbers.put(line, number);
        DatePicker day = DateField.make();
        day.setAriaLabel(text("school.register.day.of", line.name()));
        day.setValue(line.enteredOn());
        days.put(line, day);
    }

    private void save(ClassInfo info) {
        if (!DateField.areReadableIn(content)) {
            return;
        }
        List<Line> wanted = numbers.keySet().stream()
                .map(line -> new Line(
                        line.enrolmentId(),
                        line.name(),
                        line.birthDate(),
                        numbers.get(line).getValue(),
                        days.get(line).getValue()))
                .toList();
        try {
            Notice.done(text("school.register.saved", register.keep(info.id(), wanted)));
        } catch (Refused refused) {
            Notice.refused(refused.text(Wording.locale()));
        }
    }
}
