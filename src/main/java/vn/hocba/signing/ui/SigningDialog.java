package vn.hocba.signing.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import vn.hocba.shared.Refused;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.signing.session.Entered;
import vn.hocba.ui.AskingDialog;
import vn.hocba.ui.Facts;
import vn.hocba.ui.PinDialog;
import vn.hocba.ui.ToBeSigned;
import vn.hocba.ui.Wording;

/** Says what will be signed with whose certificate, and takes what the provider asks for first. Must not be opened from another dialog. */
public final class SigningDialog extends AskingDialog {

    private static final long serialVersionUID = 1L;

    /** Starts the signing. */
    @FunctionalInterface
    public interface Signing {

        /**
         * @param entered cleared as soon as this method returns
         * @throws Refused when it cannot be started: its reason is shown, the dialog stays, nothing is tried again by itself
         */
        void start(Entered entered);
    }

    private final Paragraph refusal = new Paragraph();
    private final transient Signing signing;

    private SigningDialog(String provider, ToBeSigned signed, String what, String owner, Signing signing) {
        this.signing = signing;
        setHeaderTitle(signed.title());
        setWidth("26rem");
        setMaxWidth("95vw");
        setCloseOnOutsideClick(false);
        add(new Facts()
                .fact(text("ui.pin.what"), what)
                .fact(signed.counted(), Wording.number(signed.count()))
                .fact(text("ui.pin.owner"), owner)
                .fact(text("signing.later.provider"), provider));
        add(new Paragraph(text("signing.later.explain", provider)));
        refusal.addClassName("login-problem");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        add(refusal);
        Button go = new Button(text("signing.later.go"));
        go.addClickListener(click -> {
            start();
            go.setEnabled(true);
        });
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.addClickShortcut(Key.ENTER).listenOn(this);
        go.setDisableOnClick(true);
        getFooter().add(new Button(text("ui.cancel"), click -> close()), go);
    }

    /**
     * Opens the dialog that belongs to this confirmation.
     *
     * @param asked by the provider of the certificate
     * @param signed how many of what
     * @param what «Học bạ lớp 4A, chữ ký giáo viên chủ nhiệm»
     * @param owner as the certificate names it
     */
    public static void open(Confirmation asked, ToBeSigned signed, String what, String owner, Signing signing) {
        if (asked instanceof Confirmation.Later later) {
            new SigningDialog(later.provider(), signed, what, owner, signing).open();
        } else {
            new PinDialog(signed, what, owner, pin -> signing.start(Entered.pin(pin))).open();
        }
    }

    private void start() {
        try (Entered nothing = Entered.nothing()) {
            signing.start(nothing);
            close();
        } catch (Refused refused) {
            refusal.setText(refused.text(Wording.locale()));
            refusal.setVisible(true);
        }
    }
}
