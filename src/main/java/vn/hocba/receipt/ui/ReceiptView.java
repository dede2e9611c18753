package vn.hocba.receipt.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.number;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import vn.hocba.document.ReceiptLeaf.Kind;
import vn.hocba.identity.Session;
import vn.hocba.receipt.ApproveList;
import vn.hocba.receipt.ReceiptBoard;
import vn.hocba.receipt.SignList;
import vn.hocba.registry.ConfirmedList;
import vn.hocba.registry.ReceiptListState;
import vn.hocba.shared.SchoolYear;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.EmptyState;
import vn.hocba.ui.Facts;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Polling;
import vn.hocba.ui.Screen;
import vn.hocba.workflow.Batches;

/** The lists of receipts of the Sở: what each confirms, who has approved and signed it. */
@Route(value = "so/bien-nhan", layout = MainLayout.class)
@RolesAllowed("PROVINCE")
class ReceiptView extends Screen {

    private static final long serialVersionUID = 1L;

    private static final int EVERY_MILLIS = 2000;
    private static final int SHOWN_DIGITS = 16;

    private final transient ReceiptBoard board;
    private final transient ReceiptActs acts;
    private final Select<Integer> year = new Select<>();
    private final Div lists = new Div();
    private transient List<ConfirmedList> shown = List.of();

    ReceiptView(ReceiptBoard board, ApproveList approval, SignList signing, Batches batches, Session session) {
        super("receipt.title");
        this.board = board;
        this.acts = new ReceiptActs(approval, signing, batches, session.user(), this::refresh);
        List<Integer> years = board.schoolYears();
        if (years.isEmpty()) {
            add(new EmptyState(text("receipt.empty"), text("receipt.empty.next")));
            return;
        }
        year.setLabel(text("receipt.year"));
        year.setItems(years);
        year.setItemLabelGenerator(start -> new SchoolYear(start).toString());
        year.addValueChangeListener(chosen -> refresh());
        lists.addClassName("cut-off-waves");
        add(year, new Paragraph(text("receipt.intro")), lists, new Polling(EVERY_MILLIS, this::look));
        year.setValue(years.get(0));
    }

    /** Draws again only what has changed, so that a button in focus stays there. */
    private void look() {
        if (!board.of(year.getValue()).equals(shown)) {
            refresh();
        }
    }

    private void refresh() {
        shown = board.of(year.getValue());
        lists.removeAll();
        if (shown.isEmpty()) {
            lists.add(new EmptyState(text("receipt.none"), text("receipt.none.next")));
        }
        String owner = board.ownName();
        shown.forEach(list -> lists.add(card(list, owner)));
        countAnew();
    }

    private Component card(ConfirmedList list, String owner) {
        Facts facts = new Facts();
        if (list.kind() == Kind.FREEZE) {
            facts.fact(text("receipt.effective"), date(list.day()));
        }
        Div body = new Div(facts);
        body.addClassName("card-body");
        String title = title(list);
        switch (list.state()) {
            case HASHING ->
                facts.fact(
                        text("receipt.hashed"),
                        text("receipt.of", number(board.hashed(list)), number(Math.max(list.total(), list.counted()))));
            case WAITING -> {
                facts.fact(text("receipt.total"), number(list.total()));
                acts.draw(body, facts, title, list, owner);
            }
            case SIGNED ->
                facts.fact(text("receipt.total"), number(list.total()))
                        .fact(text("receipt.root"), root(list))
                        .fact(
                                text("receipt.approved-by"),
                                text("receipt.by-at", list.approvedByName(), moment(list.approvedAt())))
                        .fact(
                                text("receipt.signed-by"),
                                text("receipt.by-at", list.signedBy(), moment(list.signedAt())));
            case EMPTY -> throw new IllegalStateException("an empty list is not shown");
        }
        return new Card(title, body).beside(badge(list.state()));
    }

    private static String title(ConfirmedList list) {
        if (list.kind() == Kind.INTAKE) {
            return list.from().equals(list.day())
                    ? text("receipt.intake", date(list.day()))
                    : text("receipt.intake.days", date(list.from()), date(list.day()));
        }
        String wave = text(list.wave().cutOff().key());
        if (list.isOfWindow()) {
            return text("receipt.freeze.window", wave, date(list.day()));
        }
        return list.ordinal() == 1 ? text("receipt.freeze", wave) : text("receipt.freeze.again", wave, list.ordinal());
    }

    private static Component root(ConfirmedList list) {
        Span root = new Span(list.root().substring(0, SHOWN_DIGITS) + "…");
        root.addClassName("office-code");
        root.setTitle(list.root());
        return root;
    }

    private static Badge badge(ReceiptListState state) {
        String words = text("receipt.state." + state);
        return switch (state) {
            case HASHING, EMPTY -> Badge.plain(words);
            case WAITING -> Badge.soon(words);
            case SIGNED -> Badge.ok(words);
        };
    }
}
