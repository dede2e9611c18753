package vn.hocba.desk.admin.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import vn.hocba.shared.Refused;
import vn.hocba.ui.AskingDialog;
import vn.hocba.ui.Wording;

/** Asks for the tax code of the school. Must not be opened from another dialog. */
class TaxCodeDialog extends AskingDialog {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 14;

    /** @param declare what it refuses is shown and the dialog stays */
    TaxCodeDialog(String school, Consumer<String> declare) {
        setHeaderTitle(text("office.certificates.tax-code.for", school));
        setWidth("28rem");
        setMaxWidth("95vw");
        TextField code = new TextField(text("office.certificates.tax-code.label"));
        code.setWidthFull();
        code.setMaxLength(LONGEST);
        code.setManualValidation(true);
        code.setAutofocus(true);
        add(new Paragraph(text("office.certificates.tax-code.note")), code);
        Button go = new Button(
                text("office.certificates.tax-code"),
                click -> once(() -> {
                    try {
                        declare.accept(code.getValue());
                        close();
                    } catch (Refused refused) {
                        code.setErrorMessage(refused.text(Wording.locale()));
                        code.setInvalid(true);
                        code.focus();
                    }
                }));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.addClickShortcut(Key.ENTER).listenOn(this);
        getFooter().add(new Button(text("ui.cancel"), click -> close()), go);
    }
}
