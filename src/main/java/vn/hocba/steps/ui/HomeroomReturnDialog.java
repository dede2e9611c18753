package vn.hocba.steps.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hocba.record.ClassSheets.HomeroomRow;
import vn.hocba.school.Curriculum;
import vn.hocba.shared.Refused;
import vn.hocba.ui.FormRenderer;
import vn.hocba.ui.Wording;
import vn.hocba.workflow.Step;

/** «Trả về môn học»: which pupils, which subjects, and why. */
class HomeroomReturnDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /** Sends the records back. */
    @FunctionalInterface
    interface Returning {

        /** @throws Refused when it is not possible; the dialog stays and says why */
        void start(List<String> recordIds, Set<String> subjects, String reason);
    }

    private final CheckboxGroup<HomeroomRow> pupils = new CheckboxGroup<>();
    private final CheckboxGroup<String> subjects = new CheckboxGroup<>();
    private final FormRenderer form =
            new FormRenderer("return", Map.of("targets", Map.of(Step.COMMENTS.name(), Step.COMMENTS.term())));
    private final transient Returning returning;

    HomeroomReturnDialog(
            List<HomeroomRow> rows, List<String> subjectCodes, Curriculum curriculum, Returning returning) {
        this.returning = returning;
        setHeaderTitle(text("screens.return.title"));
        setWidth("44rem");
        setMaxWidth("95vw");
        setCloseOnOutsideClick(false);
        pupils.setLabel(text("screens.return.pupils"));
        pupils.setItems(rows);
        pupils.setItemLabelGenerator(HomeroomRow::pupilName);
        pupils.addClassName("return-pupils");
        pupils.setManualValidation(true);
        subjects.setLabel(text("screens.return.subjects"));
        subjects.setItems(subjectCodes);
        subjects.setItemLabelGenerator(code -> curriculum.subject(code).name());
        subjects.setManualValidation(true);
        form.set("target", Step.COMMENTS.name());
        add(new Paragraph(text("screens.return.note")), pupils, subjects, form);
        Button go = new Button(text("screens.return.go"), click -> go());
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(text("ui.cancel"), click -> close()), go);
    }

    private void go() {
        mark(pupils, pupils.isEmpty() ? text("screens.return.no-pupil") : null);
        mark(subjects, subjects.isEmpty() ? text("screens.return.no-subject") : null);
        form.submit()
                .filter(entered -> !pupils.isInvalid() && !subjects.isInvalid())
                .ifPresent(entered -> {
                    try {
                        returning.start(
                                pupils.getValue().stream()
                                        .map(HomeroomRow::recordId)
                                        .toList(),
                                subjects.getValue(),
                                entered.text("reason"));
                        close();
                    } catch (Refused refused) {
                        mark(pupils, refused.text(Wording.locale()));
                    }
                });
    }

    private static void mark(CheckboxGroup<?> group, String objection) {
        group.setErrorMessage(objection);
        group.setInvalid(objection != null);
    }
}
