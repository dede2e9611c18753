package vn.hocba.transfer.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import vn.hocba.transfer.CloseArrival;
import vn.hocba.transfer.TransferBoard;
import vn.hocba.transfer.TransferBoard.Case;
import vn.hocba.transfer.TransferBoard.Overdue;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.EmptyState;
import vn.hocba.ui.Line;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Screen;

/** «Chuyển trường» of commune, Phòng and Sở: pupils of whom nobody has confirmed that they arrived, and answers that are overdue. */
@Route(value = "chuyen-truong", layout = MainLayout.class)
@RolesAllowed({"SUPERVISOR", "PROVINCE"})
public class TransfersView extends Screen implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    private final transient TransferBoard board;
    private final transient CloseArrival close;

    TransfersView(TransferBoard board, CloseArrival close) {
        super("transfer.below.title");
        this.board = board;
        this.close = close;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        removeAll();
        add(new Paragraph(text("transfer.below.intro")));
        List<Case> cases = board.unconfirmed();
        List<Overdue> overdue = board.overdue();
        if (cases.isEmpty() && overdue.isEmpty()) {
            add(new EmptyState(text("transfer.below.nothing"), text("transfer.below.nothing.next")));
            return;
        }
        if (!cases.isEmpty()) {
            Card card = new Card(text("transfer.below.cases", cases.size()));
            cases.forEach(open -> card.add(line(open)));
            add(card);
        }
        if (!overdue.isEmpty()) {
            Card card = new Card(text("transfer.below.overdue", overdue.size()));
            overdue.forEach(late -> card.add(line(late)));
            add(card);
        }
    }

    private Line line(Case open) {
        Line line = new Line(
                        text("transfer.below.pupil", open.pupilName(), open.className(), open.school()),
                        Badge.soon(text("transfer.below.unconfirmed")))
                .text(
                        open.wentTo().isEmpty()
                                ? text("transfer.below.to-unknown")
                                : text("transfer.below.to", open.wentTo()))
                .note(text("transfer.below.left", date(open.leftOn())));
        if (close.isOffered()) {
            Button button = new Button(
                    text("transfer.below.close"), click -> new CloseCaseDialog(close, open, this::show).open());
            button.getElement().setAttribute("aria-label", text("transfer.below.close-of", open.pupilName()));
            line.actions(button);
        }
        return line;
    }

    private static Line line(Overdue late) {
        Line line = new Line(
                        text("transfer.below.pupil", late.pupilName(), late.className(), late.school()),
                        Badge.plain(text("transfer.step." + late.step())),
                        Badge.late(text("request.overdue")))
                .text(text("transfer.below.waits", late.waitsFor()));
        return line.note(text("transfer.below.due", moment(late.dueAt())));
    }
}
