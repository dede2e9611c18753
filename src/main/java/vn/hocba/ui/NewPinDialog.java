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

/** Asks for the PIN that a new certificate is to have. Must not be opened from another dialog. */
public class NewPinDialog extends AskingDialog {

    private static final long serialVersionUID = 1L;

    /**
     * @param note what the holder should know
     * @param action on the button
     * @param issue given the PIN, which is overwritten as soon as it returns; what it refuses is shown and the dialog stays
     */
    public NewPinDialog(String title, String note, String action, PinDialog.Signing issue) {
        setHeaderTitle(title);
        setWidth("26rem");
        setMaxWidth("95vw");
        setCloseOnOutsideClick(false);
        PasswordField pin = new PasswordField(text("ui.new-pin"));
        pin.setWidthFull();
        pin.setAutocomplete(Autocomplete.NEW_PASSWORD);
        pin.setManualValidation(true);
        pin.setAutofocus(true);
        add(new Paragraph(note), pin);
        Button go = new Button(
                action,
                click -> once(() -> {
                    char[] typed = pin.getValue().toCharArray();
                    pin.clear();
                    try {
                        issue.start(typed);
                        close();
                    } catch (Refused refused) {
                        pin.setErrorMessage(refused.text(Wording.locale()));
                        pin.setInvalid(true);
                        pin.focus();
                    } finally {
                        Arrays.fill(typed, '\0');
                    }
                }));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.addClickShortcut(Key.ENTER).listenOn(this);
        getFooter().add(new Button(text("ui.cancel"), click -> close()), go);
    }
}
