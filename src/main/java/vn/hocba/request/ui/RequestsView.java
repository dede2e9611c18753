package vn.hocba.request.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import vn.hocba.request.Offer;
import vn.hocba.request.RequestBoard;
import vn.hocba.request.RequestBoard.Lists;
import vn.hocba.request.RequestBoard.Row;
import vn.hocba.ui.Card;
import vn.hocba.ui.EmptyState;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Screen;

/** «Yêu cầu»: what waits for the person to decide, what others still have to decide, and what came of the rest. */
@Route(value = "yeu-cau", layout = MainLayout.class)
@PermitAll
public class RequestsView extends Screen implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    /** In the address: only what is overdue. */
    private static final String OVERDUE = "qua-han";

    private final transient RequestBoard board;
    private final transient Clock clock;

    RequestsView(RequestBoard board, Clock clock) {
        super("request.title");
        this.board = board;
        this.clock = clock;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        removeAll();
        add(new Paragraph(text("request.intro")));
        List<Offer> offers = board.generalOffers();
        if (!offers.isEmpty()) {
            add(new Card(text("request.new"), new OfferPanel(board, offers, "", requestId -> UI.getCurrent()
                    .navigate(RequestView.class, requestId))));
        }
        boolean only = event.getLocation().getQueryParameters().getParameters().containsKey(OVERDUE);
        Lists lists = only ? board.overdue() : board.lists();
        filter(only);
        if (only && lists.waiting().isEmpty() && lists.others().isEmpty()) {
            add(new EmptyState(text("request.overdue.none"), text("request.overdue.none.next")));
            return;
        }
        if (lists.waiting().isEmpty()
                && lists.others().isEmpty()
                && lists.ended().isEmpty()) {
            add(new EmptyState(text("request.empty"), text("request.empty.next")));
            return;
        }
        card("request.waiting", lists.waiting());
        card("request.others", lists.others());
        card("request.ended", lists.ended());
    }

    private void filter(boolean only) {
        Checkbox box = new Checkbox(text("request.overdue.only"), only);
        box.addValueChangeListener(change -> UI.getCurrent()
                .navigate(
                        RequestsView.class,
                        change.getValue() ? QueryParameters.of(OVERDUE, "") : QueryParameters.empty()));
        add(box);
    }

    private void card(String titleKey, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Card card = new Card(text(titleKey, rows.size()));
        rows.forEach(row -> card.add(RequestLine.of(row, clock.instant())));
        add(card);
    }
}
