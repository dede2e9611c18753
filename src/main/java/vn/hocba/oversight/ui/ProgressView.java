package vn.hocba.oversight.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import vn.hocba.calendar.Calendar;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.oversight.ProgressBoard;
import vn.hocba.oversight.ProgressBoard.Late;
import vn.hocba.oversight.ProgressBoard.Line;
import vn.hocba.record.RecordState;
import vn.hocba.shared.SchoolYear;
import vn.hocba.shared.VietnameseText;
import vn.hocba.submission.Incidents;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.DataTable;
import vn.hocba.ui.EmptyState;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Screen;
import vn.hocba.ui.Wording;

/** How far schools and classes are, who is late, and what holds records up. */
@Route(value = "tien-do", layout = MainLayout.class)
@RolesAllowed({"SUPERVISOR", "PROVINCE", "PRINCIPAL", "SCHOOL_ADMIN"})
public class ProgressView extends Screen implements HasUrlParameter<String> {

    private static final long serialVersionUID = 1L;

    private final transient ProgressBoard board;
    private final transient Incidents incidents;
    private final transient Calendar calendar;
    private final transient Session session;
    private final transient Clock clock;

    ProgressView(ProgressBoard board, Incidents incidents, Calendar calendar, Session session, Clock clock) {
        super("oversight.title");
        this.board = board;
        this.incidents = incidents;
        this.calendar = calendar;
        this.session = session;
        this.clock = clock;
        wide();
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String schoolId) {
        removeAll();
        CurrentUser user = session.user();
        boolean ofSchools = user.is(Role.SUPERVISOR) || user.is(Role.PROVINCE);
        if (schoolId != null) {
            if (ofSchools) {
                add(new RouterLink(text("oversight.back"), ProgressView.class));
            }
            show(board.school(schoolId));
        } else if (ofSchools) {
            show(board.schools());
        } else {
            show(board.school(user.unitId()));
        }
    }

    private void show(ProgressBoard.Schools known) {
        if (known.schools().isEmpty()) {
            add(new EmptyState(text("oversight.nothing.title"), text("oversight.nothing.next")));
            return;
        }
        title(text("oversight.title.year", new SchoolYear(known.schoolYear()).toString()));
        DataTable<Line> table = table(
                text("oversight.school"),
                line -> new RouterLink(line.name(), ProgressView.class, line.id()),
                known.schools());
        table.getElement().getClassList().add("progress-schools");
        add(
                cutOff(session.user().unitId(), known.schoolYear()),
                IncidentCard.of(incidents.ofJurisdiction()),
                summary(known.schools()),
                new Card(text("oversight.schools", known.schools().size()), table));
    }

    private void show(ProgressBoard.School known) {
        title(text("oversight.title.school", known.name()));
        if (known.classes().isEmpty()) {
            add(new EmptyState(text("oversight.nothing.title"), text("oversight.nothing.next")));
            return;
        }
        add(
                cutOff(known.schoolId(), known.schoolYear()),
                IncidentCard.of(incidents.ofSchool(known.schoolId())),
                summary(known.classes()));
        if (!known.late().isEmpty()) {
            add(late(known.late()));
        }
        add(new Card(
                text("oversight.classes", known.classes().size()),
                table(text("oversight.class"), line -> new Span(line.name()), known.classes())));
    }

    private Component cutOff(String unitId, int schoolYear) {
        return NextCutOff.of(calendar.at(unitId, schoolYear), clock.instant());
    }

    private static Component summary(List<Line> lines) {
        int studying = lines.stream().mapToInt(Line::studying).sum();
        int accepted = lines.stream().mapToInt(l -> l.counts().accepted()).sum();
        int late = lines.stream().mapToInt(Line::late).sum();
        int stuck = lines.stream().mapToInt(Line::stuckTotal).sum();
        Div figures = new Div(
                figure(studying, text("oversight.studying"), ""),
                figure(accepted, text("oversight.accepted"), "figure-good"),
                figure(late, text("oversight.late"), late > 0 ? "figure-late" : ""),
                figure(stuck, text("oversight.stuck"), stuck > 0 ? "figure-late" : ""));
        figures.addClassName("figures");
        Paragraph legend = new Paragraph(text("oversight.legend"));
        legend.addClassName("small-print");
        Div summary = new Div(figures, legend);
        summary.addClassName("office-content");
        return summary;
    }

    private static Component figure(int value, String label, String style) {
        Span number = new Span(Wording.number(value));
        number.addClassName("figure-number");
        Div figure = new Div(number, new Span(label));
        figure.addClassName("figure");
        if (!style.isEmpty()) {
            figure.addClassName(style);
        }
        return figure;
    }

    private static DataTable<Line> table(String first, Function<Line, Component> name, List<Line> lines) {
        DataTable<Line> table = new DataTable<Line>(text("oversight.title"))
                .column(
                        first,
                        name,
                        Comparator.comparing(Line::grade).thenComparing(Line::name, VietnameseText::compare))
                .column(text("oversight.bar"), ProgressBar::of, Comparator.comparingDouble(ProgressView::share))
                .number(text("oversight.studying"), Line::studying)
                .number(text("oversight.unopened"), Line::unopened)
                .number(text("oversight.comments"), l -> l.counts().at(RecordState.COMMENTING))
                .number(text("oversight.homeroom"), l -> l.counts().at(RecordState.HOMEROOM))
                .number(text("oversight.principal"), l -> l.counts().at(RecordState.PRINCIPAL))
                .number(text("oversight.seal"), l -> l.counts().at(RecordState.SEALING, RecordState.RELEASED))
                .number(text("oversight.submitted"), l -> l.counts().at(RecordState.SUBMITTED))
                .number(text("oversight.accepted"), l -> l.counts().accepted())
                .number(text("oversight.late"), Line::late)
                .column(text("oversight.stuck"), ProgressView::stuck, Comparator.comparingInt(Line::stuckTotal));
        table.setRows(lines);
        return table;
    }

    private static double share(Line line) {
        return line.studying() == 0 ? 0 : (double) line.counts().accepted() / line.studying();
    }

    private static Component stuck(Line line) {
        if (line.stuck().isEmpty()) {
            Span none = new Span("–");
            none.addClassName("data-none");
            return none;
        }
        UnorderedList causes = new UnorderedList();
        causes.addClassName("pupil-remarks");
        line.stuck().forEach((cause, records) -> causes.add(new ListItem(text("oversight.cause." + cause, records))));
        return causes;
    }

    private static Component late(List<Late> late) {
        Card card = new Card(text("oversight.late.title")).urgent();
        for (Late entry : late) {
            vn.hocba.ui.Line line = new vn.hocba.ui.Line(
                    entry.person() == null
                            ? entry.step().term()
                            : text(
                                    "oversight.late.person",
                                    entry.person(),
                                    entry.step().term()),
                    Badge.late(text("oversight.late.records", entry.records())));
            card.add(line.note(text("oversight.late.since", Wording.moment(entry.dueSince()))));
        }
        return card;
    }
}
