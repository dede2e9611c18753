package vn.hocba.request.ui;

import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import vn.hocba.request.OverdueBelow;
import vn.hocba.request.OverdueBelow.Late;
import vn.hocba.request.RequestState;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.EmptyState;
import vn.hocba.ui.Line;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Screen;

/** «Yêu cầu quá hạn» of commune and Phòng: what their schools have not answered in time. */
@Route(value = "yeu-cau-qua-han", layout = MainLayout.class)
@RolesAllowed("SUPERVISOR")
public class OverdueView extends Screen implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    private final transient OverdueBelow overdue;

    OverdueView(OverdueBelow overdue) {
        super("request.below.title");
        this.overdue = overdue;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        removeAll();
        add(new Paragraph(text("request.below.intro")));
        List<Late> late = overdue.late();
        if (late.isEmpty()) {
            add(new EmptyState(text("request.below.nothing"), text("request.below.nothing.next")));
            return;
        }
        Card card = new Card(text("request.below.late", late.size()));
        late.forEach(one -> card.add(line(one)));
        add(card);
    }

    private static Line line(Late late) {
        return new Line(
                        text("request.below.line", RequestWords.kind(late.kind()), late.school()),
                        Badge.plain(RequestWords.place(late.kind(), RequestState.OPEN, late.step())),
                        Badge.late(text("request.overdue")))
                .text(text("request.below.class", late.className(), text("ui.role." + late.waitsRole())))
                .note(text("request.due", moment(late.dueAt())));
    }
}
