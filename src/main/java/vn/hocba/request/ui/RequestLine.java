package vn.hocba.request.ui;

import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.router.RouterLink;
import java.time.Instant;
import vn.hocba.request.RequestBoard.Row;
import vn.hocba.ui.Line;

/** A request as a line of a list. */
final class RequestLine {

    private RequestLine() {}

    static Line of(Row row, Instant now) {
        Line line = new Line(
                text("request.line", RequestWords.kind(row.kind()), RequestWords.about(row)),
                RequestWords.badges(row.dueAt(), now, RequestWords.badge(row)));
        line.text(row.endedAt() != null && row.outcome() != null ? row.outcome() : row.reason());
        String note = text("request.asked", row.askedByName(), moment(row.askedAt()));
        line.note(
                row.endedAt() != null
                        ? note + " · " + text("request.ended-at", moment(row.endedAt()))
                        : row.dueAt() != null ? note + " · " + text("request.due", moment(row.dueAt())) : note);
        RouterLink open = new RouterLink(text("request.open"), RequestView.class, row.id());
        open.addClassName("button-link");
        open.getElement().setAttribute("aria-label", text("request.open-for", RequestWords.about(row)));
        line.actions(open);
        return line;
    }
}
