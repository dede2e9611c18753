package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;
import java.util.function.Consumer;
import vn.hocba.shared.FreeWords;
import vn.hocba.shared.Refused;

/** Asks for a reason that someone else will read first. Must not be opened from another dialog. */
public class ReasonDialog extends AskingDialog {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 1000;

    private final TextArea reason = new TextArea();
    private final int shortest;
    private final transient Consumer<String> action;

    /**
     * @param title «Trả lại 2 học bạ»
     * @param explanation who will read the reason and what happens then
     * @param shortest fewest characters that make a reason
     * @param actionLabel «Trả lại»
     * @param action may throw {@link Refused}: its reason is shown and the dialog stays
     */
    public ReasonDialog(String title, String explanation, int shortest, String actionLabel, Consumer<String> action) {
        this.shortest = shortest;
        this.action = action;
        setHeaderTitle(title);
        setWidth("32rem");
        setMaxWidth("95vw");
        TypedWork.keepIn(this);
        reason.setLabel(text("ui.reason.label"));
        reason.setWidthFull();
        reason.setMinHeight("7rem");
        reason.setMaxLength(LONGEST);
        reason.setManualValidation(true);
        reason.setRequiredIndicatorVisible(true);
        reason.setAutofocus(true);
        reason.setValueChangeMode(ValueChangeMode.ON_BLUR);
        add(new Paragraph(explanation), reason);
        Button go = new Button(actionLabel, click -> once(this::submit));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(text("ui.cancel"), click -> close()), go);
    }

    private void submit() {
        Optional<Refused> objection = FreeWords.objection(reason.getValue());
        if (objection.isPresent()) {
            object(objection.get().text(Wording.locale()));
            return;
        }
        String given = FreeWords.line(reason.getValue());
        if (given.length() < shortest) {
            object(text("ui.reason.too-short", shortest));
            return;
        }
        try {
            action.accept(given);
            close();
        } catch (Refused refused) {
            object(refused.text(Wording.locale()));
        }
    }

    private void object(String words) {
        reason.setErrorMessage(words);
        reason.setInvalid(true);
        reason.focus();
    }
}
