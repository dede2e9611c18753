package vn.hocba.desk.teacher.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Map;
import vn.hocba.record.CommentBank;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.Refused;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Line;
import vn.hocba.ui.TypedWork;
import vn.hocba.ui.Wording;

/** The teacher's own sentences of a subject: add and remove. In the worksheet they are offered with F4. */
class SheetBank extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient CommentBank bank;
    private final transient ClassInfo info;
    private final Select<String> part = new Select<>();
    private final Div list = new Div();
    private final Select<String> level = new Select<>();
    private final TextArea sentence = new TextArea();

    /** @param parts of the bank, in the order of the form, each with its name */
    SheetBank(CommentBank bank, ClassInfo info, Map<String, String> parts, String what) {
        this.bank = bank;
        this.info = info;
        setHeaderTitle(text("screens.bank.title", what));
        setWidth("38rem");
        setMaxWidth("95vw");
        TypedWork.keepIn(this);
        part.addClassName("bank-part");
        part.setLabel(text("screens.bank.part"));
        part.setItems(parts.keySet());
        part.setItemLabelGenerator(parts::get);
        part.setValue(parts.keySet().iterator().next());
        part.setVisible(parts.size() > 1);
        part.addValueChangeListener(change -> show());
        level.setLabel(text("screens.bank.level"));
        List<String> levels = bank.levels(info);
        level.setItems(levels);
        level.setValue(levels.stream().findFirst().orElse(null));
        level.setVisible(!levels.isEmpty());
        sentence.setLabel(text("screens.bank.sentence"));
        sentence.setMaxLength(CommentBank.LONGEST);
        sentence.setManualValidation(true);
        sentence.setWidthFull();
        Button add = new Button(text("screens.bank.add"), VaadinIcon.PLUS.create(), click -> add());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div form = new Div(part, level, sentence, add);
        form.addClassName("bank-form");
        list.addClassName("bank-list");
        add(new Paragraph(text("screens.bank.note")), form, list);
        getFooter().add(new Button(text("ui.close"), click -> close()));
        show();
    }

    private void add() {
        try {
            bank.add(info, part.getValue(), level.getValue(), sentence.getValue());
            sentence.clear();
            sentence.setInvalid(false);
            show();
        } catch (Refused refused) {
            sentence.setErrorMessage(refused.text(Wording.locale()));
            sentence.setInvalid(true);
        }
        sentence.focus();
    }

    private void show() {
        list.removeAll();
        List<CommentBank.Sentence> own = bank.own(part.getValue());
        if (own.isEmpty()) {
            list.add(new Paragraph(text("screens.bank.empty")));
        }
        for (CommentBank.Sentence kept : own) {
            Button remove = new Button(VaadinIcon.TRASH.create(), click -> {
                bank.remove(kept.id());
                show();
            });
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
            remove.setAriaLabel(text("screens.bank.remove", kept.text()));
            list.add(new Line(kept.text(), Badge.plain(kept.level())).actions(remove));
        }
    }
}
