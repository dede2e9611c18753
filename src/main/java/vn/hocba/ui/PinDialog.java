package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.Arrays;
import vn.hocba.shared.Refused;

/** Asks for the PIN once per batch and says what will be signed with whose certificate. Must not be opened from another dialog. */
public class PinDialog extends AskingDialog {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_PIN = 64;

    /** Starts the signing. */
    @FunctionalInterface
    public interface Signing {

        /**
         * @param pin overwritten as soon as this method returns
         * @throws Refused when the PIN is wrong: its reason is shown, the dialog stays, nothing is tried again by itself
         */
        void start(char[] pin);
    }

    private final PasswordField pin = new PasswordField();
    private final Button sign;
    private final transient Signing signing;

    /**
     * @param signed how many of what
     * @param what «Học bạ lớp 4A, chữ ký giáo viên chủ nhiệm»
     * @param certificateOwner as the certificate names it
     */
    public PinDialog(ToBeSigned signed, String what, String certificateOwner, Signing signing) {
        this.signing = signing;
        setHeaderTitle(signed.title());
        setWidth("26rem");
        setMaxWidth("95vw");
        setCloseOnOutsideClick(false);
        add(new Facts()
                .fact(text("ui.pin.what"), what)
                .fact(signed.counted(), Wording.number(signed.count()))
                .fact(text("ui.pin.owner"), certificateOwner));
        pin.setLabel(text("ui.pin.label"));
        pin.setWidthFull();
        pin.setMaxLength(LONGEST_PIN);
        pin.setAutocomplete(Autocomplete.OFF);
        pin.setRevealButtonVisible(false);
        pin.setManualValidation(true);
        pin.setRequiredIndicatorVisible(true);
        pin.setAutofocus(true);
        pin.getElement().executeJs("this.inputElement.setAttribute('inputmode', 'numeric')");
        Paragraph note = new Paragraph(text("ui.pin.note"));
        note.addClassName("small-print");
        add(pin, note);

        sign = new Button(signed.action(), click -> sign());
        sign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        sign.addClickShortcut(Key.ENTER).listenOn(this);
        sign.setDisableOnClick(true);
        getFooter().add(new Button(text("ui.cancel"), click -> close()), sign);
    }

    private void sign() {
        char[] typed = pin.getValue().toCharArray();
        pin.clear();
        try {
            if (typed.length == 0) {
                object(text("ui.pin.empty"));
                return;
            }
            signing.start(typed);
            close();
        } catch (Refused refused) {
            object(refused.text(Wording.locale()));
        } finally {
            Arrays.fill(typed, '\0');
            sign.setEnabled(true);
        }
    }

    private void object(String reason) {
        pin.setErrorMessage(reason);
        pin.setInvalid(true);
        pin.focus();
    }
}
