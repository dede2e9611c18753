package vn.hocba.request.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import vn.hocba.request.Offer;
import vn.hocba.request.RequestBoard;
import vn.hocba.ui.Wording;

/** What the person may do now, one button each; below it, what is not possible now and why. */
public class OfferPanel extends Div {

    private static final long serialVersionUID = 1L;

    /**
     * @param targetId the record's id for offers on a record, empty for general offers, else the request's
     * @param afterwards told the id of the request that came of it or was moved; null where it was done at once
     */
    public OfferPanel(RequestBoard board, List<Offer> offers, String targetId, Consumer<String> afterwards) {
        addClassName("offers");
        Div buttons = new Div();
        buttons.addClassName("offer-buttons");
        offers.stream().filter(Offer::isPossible).forEach(offer -> {
            Button button = new Button(
                    text(offer.name() + ".label"), click -> new OfferDialog(board, offer, targetId, afterwards).open());
            if (offer.kind() == Offer.Kind.GRAVE) {
                button.addThemeVariants(ButtonVariant.LUMO_ERROR);
            }
            buttons.add(button);
        });
        if (buttons.getComponentCount() > 0) {
            add(buttons);
        }
        offers.stream().filter(offer -> !offer.isPossible()).forEach(offer -> {
            Span name = new Span(text(offer.name() + ".label"));
            name.addClassName("offer-name");
            Div line = new Div(name, new Span(offer.obstacle().text(Wording.locale())));
            line.addClassName("offer-impossible");
            add(line);
        });
    }
}
