package vn.hocba.desk.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hocba.desk.ReturnRecords.Instruction;
import vn.hocba.desk.ReturnTargets.Targets;
import vn.hocba.desk.ReturnTargets.Taught;
import vn.hocba.record.ClassSheets.HomeroomRow;
import vn.hocba.shared.Refused;
import vn.hocba.ui.AskingDialog;
import vn.hocba.ui.FormRenderer;
import vn.hocba.ui.TypedWork;
import vn.hocba.ui.Wording;
import vn.hocba.workflow.Step;

/** Asks to whom records go back, which subjects are to be done again, and why. */
class ReturnDialog extends AskingDialog {

    private static final long serialVersionUID = 1L;

    /** Sends the records back. */
    @FunctionalInterface
    interface Returning {

        /** @throws Refused when it is not possible; the dialog stays and says why */
        void start(List<String> recordIds, Instruction instruction);
    }

    private final Step from;
    private final transient List<String> chosen;
    private final transient Returning returning;
    private final CheckboxGroup<HomeroomRow> pupils = new CheckboxGroup<>();
    private final CheckboxGroup<Taught> subjects = new CheckboxGroup<>();
    private final Paragraph refusal = new Paragraph();
    private final FormRenderer form;

    private ReturnDialog(Step from, Targets people, List<String> chosen, Returning returning) {
        this.from = from;
        this.chosen = chosen;
        this.returning = returning;
        form = new FormRenderer("return", Map.of("targets", targets(from, people)));
        setMaxWidth("95vw");
        TypedWork.keepIn(this);
        choice(subjects, text("office.return.subjects"), people.subjects());
        subjects.setItemLabelGenerator(
                taught -> text("office.return.subject", taught.subjectName(), named(taught.teacherName())));
        form.addComponentAtIndex(1, subjects);
        refusal.addClassName("login-problem");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        Button go = new Button(text("office.return.submit"), click -> once(this::submit));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        getFooter().add(new Button(text("ui.cancel"), click -> close()), go);
    }

    /** From the office: the records are chosen already; they go to the homeroom teacher or to subjects. */
    static ReturnDialog fromOffice(Step from, Targets people, List<String> chosen, Returning returning) {
        ReturnDialog dialog = new ReturnDialog(from, people, chosen, returning);
        dialog.setHeaderTitle(text("office.return.title", chosen.size()));
        dialog.setWidth("34rem");
        dialog.form.set("target", Step.HOMEROOM.name());
        dialog.subjects.setVisible(false);
        dialog.form.onChange(
                "target", to -> dialog.subjects.setVisible(Step.COMMENTS.name().equals(to)));
        dialog.add(new Paragraph(text("office.return.note")), dialog.form, dialog.refusal);
        return dialog;
    }

    /** From the homeroom teacher, to subjects: the pupils are chosen here. */
    static ReturnDialog fromHomeroom(Targets people, List<HomeroomRow> rows, Returning returning) {
        ReturnDialog dialog = new ReturnDialog(Step.HOMEROOM, people, List.of(), returning);
        dialog.setHeaderTitle(text("screens.return.title"));
        dialog.setWidth("44rem");
        choice(dialog.pupils, text("screens.return.pupils"), rows);
        dialog.pupils.setItemLabelGenerator(row -> text("office.row.number", row.ordinal(), row.pupilName()));
        dialog.form.fix("target", Step.COMMENTS.name());
        dialog.add(new Paragraph(text("screens.return.note")), dialog.pupils, dialog.form, dialog.refusal);
        return dialog;
    }

    private static <T> void choice(CheckboxGroup<T> group, String label, Collection<T> items) {
        group.setLabel(label);
        group.setItems(items);
        group.addClassName("return-choice");
        group.setManualValidation(true);
    }

    private static Map<String, String> targets(Step from, Targets people) {
        Map<String, String> targets = new LinkedHashMap<>();
        if (from != Step.HOMEROOM) {
            targets.put(Step.HOMEROOM.name(), text("office.return.to.homeroom", named(people.homeroomTeacher())));
        }
        targets.put(Step.COMMENTS.name(), text("office.return.to.comments"));
        return targets;
    }

    private static String named(String person) {
        return Optional.ofNullable(person).orElseGet(() -> text("office.return.nobody"));
    }

    private void submit() {
        boolean fromHomeroom = from == Step.HOMEROOM;
        require(pupils, !fromHomeroom || !pupils.isEmpty(), "screens.return.no-pupil");
        require(subjects, !subjects.isVisible() || !subjects.isEmpty(), "screens.return.no-subject");
        form.submit()
                .filter(entered -> !pupils.isInvalid() && !subjects.isInvalid())
                .ifPresent(entered ->
                        start(fromHomeroom ? chosenHere() : chosen, Step.valueOf(entered.text("target")), entered));
    }

    private void start(List<String> recordIds, Step target, FormRenderer.Entered entered) {
        Set<String> codes = target == Step.COMMENTS
                ? subjects.getValue().stream().map(Taught::subjectCode).collect(Collectors.toSet())
                : Set.of();
        try {
            returning.start(recordIds, new Instruction(from, target, codes, entered.text("reason")));
            close();
        } catch (Refused refused) {
            refusal.setText(refused.text(Wording.locale()));
            refusal.setVisible(true);
        }
    }

    private List<String> chosenHere() {
        return pupils.getListDataView()
                .getItems()
                .filter(pupils::isSelected)
                .map(HomeroomRow::recordId)
                .toList();
    }

    private static void require(CheckboxGroup<?> group, boolean fulfilled, String objectionKey) {
        group.setErrorMessage(fulfilled ? null : text(objectionKey));
        group.setInvalid(!fulfilled);
    }
}
