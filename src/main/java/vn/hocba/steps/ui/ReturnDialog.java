package vn.hocba.steps.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.hocba.shared.Refused;
import vn.hocba.shared.VietnameseText;
import vn.hocba.steps.ReturnRecords;
import vn.hocba.steps.ReturnTargets;
import vn.hocba.steps.ReturnTargets.Taught;
import vn.hocba.ui.Wording;
import vn.hocba.workflow.Step;

/** Asks to whom records go back, and why. */
class ReturnDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final Step from;
    private final transient Consumer<ReturnRecords.Instruction> action;
    private final RadioButtonGroup<Step> target = new RadioButtonGroup<>();
    private final CheckboxGroup<Taught> subjects = new CheckboxGroup<>();
    private final TextArea reason = new TextArea();

    /** @param action starts returning; may throw {@link Refused}, which is shown beside the reason */
    ReturnDialog(int count, Step from, ReturnTargets.Targets targets, Consumer<ReturnRecords.Instruction> action) {
        this.from = from;
        this.action = action;
        setHeaderTitle(text("office.return.title", count));
        setWidth("34rem");
        setMaxWidth("95vw");
        setCloseOnOutsideClick(false);

        target.setLabel(text("office.return.to"));
        target.setItems(Step.HOMEROOM, Step.COMMENTS);
        target.setItemLabelGenerator(step -> step == Step.COMMENTS
                ? text("office.return.to.comments")
                : text("office.return.to.homeroom", named(targets.homeroomTeacher())));
        target.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        target.setValue(Step.HOMEROOM);
        target.addValueChangeListener(change -> subjects.setVisible(change.getValue() == Step.COMMENTS));

        subjects.setLabel(text("office.return.subjects"));
        subjects.setItems(targets.subjects());
        subjects.setItemLabelGenerator(
                taught -> text("office.return.subject", taught.subjectName(), named(taught.teacherName())));
        subjects.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        subjects.setManualValidation(true);
        subjects.setVisible(false);

        reason.setLabel(text("office.return.reason"));
        reason.setHelperText(text("office.return.reason.hint", ReturnRecords.SHORTEST_REASON));
        reason.setWidthFull();
        reason.setMinHeight("6rem");
        reason.setMaxLength(ReturnRecords.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setValueChangeMode(ValueChangeMode.ON_BLUR);

        Paragraph note = new Paragraph(text("office.return.note"));
        add(note, target, subjects, reason);
        Button go = new Button(text("office.return.submit"), click -> submit());
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        getFooter().add(new Button(text("ui.cancel"), click -> close()), go);
    }

    private static String named(String person) {
        return Optional.ofNullable(person).orElseGet(() -> text("office.return.nobody"));
    }

    private void submit() {
        boolean toSubjects = target.getValue() == Step.COMMENTS;
        boolean none = toSubjects && subjects.getValue().isEmpty();
        subjects.setInvalid(none);
        subjects.setErrorMessage(none ? text("steps.return.target") : null);
        String given = VietnameseText.clean(reason.getValue());
        boolean tooShort = given.length() < ReturnRecords.SHORTEST_REASON;
        reason.setInvalid(tooShort);
        reason.setErrorMessage(
                tooShort
                        ? text("steps.return.reason", ReturnRecords.SHORTEST_REASON, ReturnRecords.LONGEST_REASON)
                        : null);
        if (none || tooShort) {
            return;
        }
        Set<String> codes = toSubjects
                ? subjects.getValue().stream().map(Taught::subjectCode).collect(Collectors.toSet())
                : Set.of();
        try {
            action.accept(new ReturnRecords.Instruction(from, target.getValue(), codes, given));
            close();
        } catch (Refused refused) {
            reason.setInvalid(true);
            reason.setErrorMessage(refused.text(Wording.locale()));
        }
    }
}
