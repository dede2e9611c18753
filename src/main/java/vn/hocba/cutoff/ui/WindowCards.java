package vn.hocba.cutoff.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.number;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.ChangeCalendar;
import vn.hocba.calendar.DecideExtraWindow;
import vn.hocba.calendar.ExtraWindow;
import vn.hocba.calendar.ExtraWindows.Decision;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.CutOffBoard.MissedLine;
import vn.hocba.cutoff.CutOffBoard.SchoolLine;
import vn.hocba.cutoff.FreezeAgain;
import vn.hocba.cutoff.FreezeAgain.Lines;
import vn.hocba.cutoff.WindowBoard;
import vn.hocba.cutoff.WindowBoard.State;
import vn.hocba.cutoff.WindowBoard.Status;
import vn.hocba.identity.Session;
import vn.hocba.shared.SchoolId;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.DataTable;
import vn.hocba.ui.Facts;
import vn.hocba.ui.Line;
import vn.hocba.ui.Notice;
import vn.hocba.ui.ReasonDialog;

/** The extra windows of a year: what each took, who is still left out, and the decisions about it. */
@org.springframework.stereotype.Component
class WindowCards {

    private final WindowBoard board;
    private final DecideExtraWindow decide;
    private final FreezeAgain again;
    private final Calendar calendar;
    private final Session session;
    private final Clock clock;

    WindowCards(
            WindowBoard board,
            DecideExtraWindow decide,
            FreezeAgain again,
            Calendar calendar,
            Session session,
            Clock clock) {
        this.board = board;
        this.decide = decide;
        this.again = again;
        this.calendar = calendar;
        this.session = session;
        this.clock = clock;
    }

    /**
     * All of a year, with the button that opens another.
     *
     * @param changed called when something was decided, so that it shows
     * @param show called with what a person wants to see of a school
     */
    List<Component> of(int schoolYear, Runnable changed, BiConsumer<String, List<MissedLine>> show) {
        return Stream.concat(
                        Stream.of(opening(schoolYear, changed)),
                        board.of(schoolYear).stream().flatMap(status -> cards(status, changed, show)))
                .toList();
    }

    private Component opening(int schoolYear, Runnable changed) {
        List<Wave> over = Stream.of(Wave.values())
                .filter(wave ->
                        !calendar.of(session.user().unitId(), schoolYear).isInTime(wave, clock.instant()))
                .toList();
        Card card = Card.padded(
                text("cutoff.window.title"),
                new Paragraph(text(over.isEmpty() ? "cutoff.window.none-over" : "cutoff.window.intro")));
        if (!over.isEmpty()) {
            Button open = new Button(text("cutoff.window.open"), click -> new WindowDialog(
                            schoolYear, over, board.schools(), LocalDate.now(clock), (wanted, reason) -> {
                                decide.open(wanted, reason);
                                Notice.done(text("cutoff.window.opened"));
                                changed.run();
                            })
                    .open());
            card.beside(open);
        }
        return card;
    }

    private Stream<Component> cards(Status status, Runnable changed, BiConsumer<String, List<MissedLine>> show) {
        Lines lines = again.of(status.window());
        Component card = card(status, changed, show);
        return lines.total() == 0
                ? Stream.of(card)
                : Stream.of(
                        card,
                        SetAsideCard.of(
                                text("cutoff.set-aside.title", title(status.window()), number(lines.total())),
                                record -> again.tryAgain(status.window(), record),
                                lines,
                                changed));
    }

    private static String title(ExtraWindow window) {
        return text("cutoff.window.of", date(window.opensOn()), date(window.lastDay()));
    }

    private Card card(Status status, Runnable changed, BiConsumer<String, List<MissedLine>> show) {
        ExtraWindow window = status.window();
        Facts facts = new Facts()
                .fact(
                        text("cutoff.window.schools"),
                        status.schoolName() == null ? text("cutoff.window.all") : status.schoolName())
                .fact(text("cutoff.window.wave"), text("cutoff.window.wave." + window.wave()))
                .fact(
                        text("cutoff.window.taken"),
                        text("cutoff.window.numbers", number(status.waiting()), number(status.frozen())));
        if (status.state() == State.DONE && status.frozen() > 0) {
            facts.fact(text("cutoff.effective"), date(window.effectiveOn()));
        }
        if (status.finishedAt() != null) {
            facts.fact(text("cutoff.finished"), moment(status.finishedAt()));
        }
        Card card = Card.padded(title(window), facts, actions(status, changed));
        status.decisions().forEach(decision -> card.add(line(decision)));
        List<SchoolLine> leftOut = board.leftOut(window.id());
        if (!leftOut.isEmpty()) {
            card.add(leftOut(window, leftOut, show));
        }
        return card.beside(badge(status.state()));
    }

    private Component actions(Status status, Runnable changed) {
        Div actions = new Div();
        actions.addClassName("calendar-actions");
        if (status.state() == State.OPEN || status.state() == State.COMING) {
            String id = status.window().id();
            Button prolong = new Button(text("cutoff.window.prolong"), click -> new ProlongDialog(
                            status.window().closesOn(), (to, reason) -> {
                                decide.prolong(id, to, reason);
                                Notice.done(text("cutoff.window.prolonged"));
                                changed.run();
                            })
                    .open());
            Button close = new Button(text("cutoff.window.close"), click -> new ReasonDialog(
                            text("cutoff.window.close"),
                            text("cutoff.window.close.note"),
                            ChangeCalendar.SHORTEST_REASON,
                            text("cutoff.window.close"),
                            reason -> {
                                decide.close(id, reason);
                                Notice.done(text("cutoff.window.closed"));
                                changed.run();
                            })
                    .open());
            close.addThemeVariants(ButtonVariant.LUMO_ERROR);
            actions.add(prolong, close);
        }
        return actions;
    }

    private static Line line(Decision decision) {
        return new Line(text("cutoff.window.decision." + decision.kind(), date(decision.closesOn())))
                .text(decision.reason())
                .note(text("calendar.decision.who", decision.byName(), moment(decision.at())));
    }

    private Component leftOut(ExtraWindow window, List<SchoolLine> schools, BiConsumer<String, List<MissedLine>> show) {
        DataTable<SchoolLine> table = new DataTable<>(text("cutoff.left-out"));
        table.column(
                text("cutoff.school"),
                line -> new Button(
                        line.schoolName(),
                        click -> show.accept(
                                line.schoolName(), board.pupils(window.id(), new SchoolId(line.schoolId())))));
        table.number(text("cutoff.count.MISSING"), SchoolLine::missing);
        table.number(text("cutoff.count.NOT_ACCEPTED"), SchoolLine::notAccepted);
        table.number(text("cutoff.count.NOT_COMPLETED"), SchoolLine::notCompleted);
        table.number(text("cutoff.count.SET_ASIDE"), SchoolLine::setAside);
        table.setRows(schools);
        return table.inItsRoom();
    }

    private static Badge badge(State state) {
        String words = text("cutoff.window.state." + state);
        return switch (state) {
            case COMING, CANCELLED -> Badge.plain(words);
            case OPEN, FREEZING -> Badge.soon(words);
            case DONE -> Badge.ok(words);
        };
    }
}
