package vn.hocba.request.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.hocba.request.Evidence;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.RequestBoard;
import vn.hocba.shared.Refused;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.signing.session.Entered;
import vn.hocba.ui.FormFile;
import vn.hocba.ui.FormRenderer;
import vn.hocba.ui.Notice;
import vn.hocba.ui.TypedWork;
import vn.hocba.ui.Wording;

/** The form of an offer, with what will happen, and the PIN, or who asks for the confirmation, where it signs. */
class OfferDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_PIN = 64;

    private final transient RequestBoard board;
    private final transient Offer offer;
    private final String targetId;
    private final transient Consumer<String> afterwards;
    private final FormRenderer form;
    private final PasswordField pin = new PasswordField();
    private final Paragraph refusal = new Paragraph();
    private final Button go;
    private final transient Confirmation asked;

    OfferDialog(RequestBoard board, Offer offer, String targetId, Consumer<String> afterwards) {
        this.board = board;
        this.offer = offer;
        this.targetId = targetId;
        this.afterwards = afterwards;
        setHeaderTitle(text(offer.name() + ".label"));
        setWidth("36rem");
        setMaxWidth("95vw");
        TypedWork.keepIn(this);
        form = offer.form() == null ? null : new FormRenderer(offer.form(), offer.options());
        add(new Paragraph(text(offer.name() + ".explain")));
        if (form != null) {
            add(form);
        }
        asked = offer.kind() == Offer.Kind.SIGNING
                ? board.asks(offer.name(), targetId).orElse(null)
                : null;
        if (asked instanceof Confirmation.Later later) {
            add(new Paragraph(text("signing.later.explain", later.provider())));
        } else if (asked != null) {
            pin.setLabel(text("ui.pin.label"));
            pin.setWidthFull();
            pin.setMaxLength(LONGEST_PIN);
            pin.setAutocomplete(Autocomplete.OFF);
            pin.setRevealButtonVisible(false);
            pin.setManualValidation(true);
            pin.setRequiredIndicatorVisible(true);
            add(pin);
        }
        refusal.addClassName("login-problem");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        add(refusal);
        go = new Button(text(offer.name() + ".label"), click -> submit());
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        if (offer.kind() == Offer.Kind.GRAVE) {
            go.addThemeVariants(ButtonVariant.LUMO_ERROR);
        }
        go.setDisableOnClick(true);
        getFooter().add(new Button(text("ui.cancel"), click -> close()), go);
    }

    private void submit() {
        char[] typed = pin.getValue().toCharArray();
        pin.clear();
        try {
            if (asked instanceof Confirmation.Pin && typed.length == 0) {
                pin.setErrorMessage(text("ui.pin.empty"));
                pin.setInvalid(true);
                pin.focus();
                return;
            }
            if (form == null) {
                take(new Input(Map.of(), List.of(), Entered.pin(typed)));
            } else {
                form.submit().ifPresent(entered -> take(input(entered, Entered.pin(typed))));
            }
        } catch (Refused refused) {
            refusal.setText(refused.text(Wording.locale()));
            refusal.setVisible(true);
        } finally {
            Arrays.fill(typed, '\0');
            go.setEnabled(true);
        }
    }

    private void take(Input input) {
        String requestId = board.take(offer.name(), targetId, input);
        close();
        Notice.done(
                asked instanceof Confirmation.Later later
                        ? text("request.signature-asked", later.provider())
                        : text(offer.name() + ".done"));
        afterwards.accept(requestId);
    }

    private static Input input(FormRenderer.Entered entered, Entered confirmation) {
        Map<String, Object> words = new LinkedHashMap<>(entered.values());
        List<Evidence> evidence = entered.values().values().stream()
                .filter(List.class::isInstance)
                .flatMap(files -> ((List<?>) files).stream())
                .map(FormFile.class::cast)
                .map(file -> new Evidence(file.name(), file.content()))
                .toList();
        words.values().removeIf(List.class::isInstance);
        return new Input(words, evidence, confirmation);
    }
}
