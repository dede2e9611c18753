package vn.hocba.oversight.ui;

import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.number;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.identity.Session;
import vn.hocba.oversight.ProgressBoard;
import vn.hocba.oversight.ProgressBoard.Ask;
import vn.hocba.oversight.ProgressBoard.Late;
import vn.hocba.oversight.ProgressBoard.Line;
import vn.hocba.oversight.ProgressBoard.Order;
import vn.hocba.oversight.ProgressBoard.Total;
import vn.hocba.record.RecordState;
import vn.hocba.shared.SchoolYear;
import vn.hocba.shared.VietnameseText;
import vn.hocba.submission.Incidents;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.DataTable;
import vn.hocba.ui.EmptyState;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.PagedTable;
import vn.hocba.ui.PagedTable.Page;
import vn.hocba.ui.Screen;
import vn.hocba.ui.Wording;
import vn.hocba.workflow.SystemIncidents;

/** How far schools and classes are, who is late, and what holds records up. */
@Route(value = "tien-do", layout = MainLayout.class)
@RolesAllowed({"SUPERVISOR", "PROVINCE", "PRINCIPAL", "SCHOOL_ADMIN"})
public class ProgressView extends Screen implements HasUrlParameter<String> {

    /** «?nam=2026», the calendar year in which the school year starts. */
    private static final String YEAR = "nam";

    private static final long serialVersionUID = 1L;

    private final transient ProgressBoard board;
    private final transient Incidents incidents;
    private final transient SystemIncidents system;
    private final transient NextCutOff nextCutOff;
    private final transient Session session;

    ProgressView(
            ProgressBoard board, Incidents incidents, SystemIncidents system, NextCutOff nextCutOff, Session session) {
        super("oversight.title");
        this.board = board;
        this.incidents = incidents;
        this.system = system;
        this.nextCutOff = nextCutOff;
        this.session = session;
        wide();
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String schoolId) {
        removeAll();
        CurrentUser user = session.user();
        boolean ofSchools = Right.SEE_PROGRESS_OF_SCHOOLS.isOf(user);
        Integer wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(YEAR)
                .filter(value -> value.matches("\\d{4}"))
                .map(Integer::valueOf)
                .orElse(null);
        if (schoolId != null) {
            show(board.school(schoolId, wanted), schoolId, ofSchools);
        } else if (ofSchools) {
            if (Right.HANDLE_SYSTEM_INCIDENTS.isOf(user)) {
                add(new SystemIncidentCard(system, this::countAnew));
            }
            show(board.schools(Ask.first(wanted, PagedTable.AT_ONCE)));
        } else {
            show(board.school(user.unitId(), wanted), null, false);
        }
    }

    private void show(ProgressBoard.Schools known) {
        if (known.schoolYear() == null) {
            add(new EmptyState(text("oversight.nothing.title"), text("oversight.nothing.next")));
            return;
        }
        int year = known.schoolYear();
        title(text("oversight.title.year", new SchoolYear(year).toString()));
        DataTable<Line> table = table(text("oversight.school"), line -> {
            RouterLink link = new RouterLink(line.name(), ProgressView.class, line.id());
            link.setQueryParameters(query(year));
            return link;
        });
        table.drawn().getElement().getClassList().add("progress-schools");
        PagedTable<Line> pages = new PagedTable<>(
                table,
                text("oversight.search"),
                page(known),
                ask -> page(board.schools(new Ask(
                        year,
                        ask.search(),
                        ask.order() == null ? Order.NAME : Order.valueOf(ask.order()),
                        ask.descending(),
                        ask.offset(),
                        ask.limit()))));
        add(
                top(session.user().unitId(), year, known.years(), null),
                IncidentCard.of(incidents.ofJurisdiction()),
                summary(known.total()),
                asOf(known.at()),
                new Card(text("oversight.schools", number(known.total().lines())), pages));
    }

    private static Page<Line> page(ProgressBoard.Schools known) {
        return new Page<>(known.schools(), known.found());
    }

    private void show(ProgressBoard.School known, String parameter, boolean ofSchools) {
        title(text("oversight.title.school", known.name()));
        if (ofSchools) {
            RouterLink back = new RouterLink(text("oversight.back"), ProgressView.class);
            if (known.schoolYear() != null) {
                back.setQueryParameters(query(known.schoolYear()));
            }
            add(back);
        }
        if (known.classes().isEmpty()) {
            add(new EmptyState(text("oversight.nothing.title"), text("oversight.nothing.next")));
            return;
        }
        DataTable<Line> table = table(text("oversight.class"), line -> new Span(line.name()));
        table.getElement().getClassList().add("progress-classes");
        table.setRows(known.classes());
        add(
                top(known.schoolId(), known.schoolYear(), known.years(), parameter),
                IncidentCard.of(incidents.ofSchool(known.schoolId())),
                summary(Total.of(known.classes())));
        if (!known.late().isEmpty()) {
            add(late(known.late()));
        }
        add(new Card(text("oversight.classes", known.classes().size()), table.inItsRoom()));
    }

    /** The year that is shown, to choose another one, and its next cut-off. */
    private Component top(String unitId, int schoolYear, List<Integer> years, String parameter) {
        Div top = new Div();
        top.addClassName("progress-top");
        if (years.size() > 1) {
            Select<Integer> choice = new Select<>();
            choice.setLabel(text("oversight.year"));
            choice.setItems(years);
            choice.setItemLabelGenerator(year -> new SchoolYear(year).toString());
            choice.setValue(schoolYear);
            choice.addValueChangeListener(change -> {
                String place = RouteConfiguration.forSessionScope().getUrl(ProgressView.class, parameter);
                getUI().ifPresent(ui -> ui.navigate(place, query(change.getValue())));
            });
            top.add(choice);
        }
        top.add(cutOff(unitId, schoolYear));
        return top;
    }

    private static QueryParameters query(int schoolYear) {
        return QueryParameters.of(YEAR, Integer.toString(schoolYear));
    }

    private Component cutOff(String unitId, int schoolYear) {
        return nextCutOff.of(unitId, schoolYear);
    }

    /** A Sở's figures are shared by all who look. */
    private static Component asOf(Instant at) {
        Paragraph words = new Paragraph(text("oversight.as-of", moment(at)));
        words.addClassName("small-print");
        Div line = new Div(words);
        line.addClassName("office-content");
        return line;
    }

    private static Component summary(Total total) {
        Div figures = new Div(
                figure(total.studying(), text("oversight.studying"), ""),
                figure(total.accepted(), text("oversight.accepted"), "figure-good"),
                figure(total.late(), text("oversight.late"), total.late() > 0 ? "figure-late" : ""),
                figure(total.stuck(), text("oversight.stuck"), total.stuck() > 0 ? "figure-late" : ""));
        figures.addClassName("figures");
        Paragraph legend = new Paragraph(text("oversight.legend"));
        legend.addClassName("small-print");
        Div summary = new Div(figures, legend);
        summary.addClassName("office-content");
        return summary;
    }

    private static Component figure(int value, String label, String style) {
        Span shown = new Span(number(value));
        shown.addClassName("figure-number");
        Div figure = new Div(shown, new Span(label));
        figure.addClassName("figure");
        if (!style.isEmpty()) {
            figure.addClassName(style);
        }
        return figure;
    }

    private static DataTable<Line> table(String first, Function<Line, Component> name) {
        return new DataTable<Line>(text("oversight.title"))
                .column(
                        first,
                        name,
                        Comparator.comparing(Line::grade).thenComparing(Line::name, VietnameseText::compare),
                        Order.NAME.name())
                .column(
                        text("oversight.bar"),
                        StateBar::of,
                        Comparator.comparingDouble(Line::share),
                        Order.SHARE.name())
                .number(text("oversight.studying"), Line::studying, Order.STUDYING.name())
                .number(text("oversight.unopened"), Line::unopened, Order.UNOPENED.name())
                .number(text("oversight.comments"), l -> l.counts().at(RecordState.COMMENTING), Order.COMMENTS.name())
                .number(text("oversight.homeroom"), l -> l.counts().at(RecordState.HOMEROOM), Order.HOMEROOM.name())
                .number(text("oversight.principal"), l -> l.counts().at(RecordState.PRINCIPAL), Order.PRINCIPAL.name())
                .number(
                        text("oversight.seal"),
                        l -> l.counts().at(RecordState.SEALING, RecordState.RELEASED),
                        Order.SEAL.name())
                .number(text("oversight.submitted"), l -> l.counts().at(RecordState.SUBMITTED), Order.SUBMITTED.name())
                .number(text("oversight.accepted"), l -> l.counts().accepted(), Order.ACCEPTED.name())
                .number(text("oversight.late"), Line::late, Order.LATE.name())
                .column(text("oversight.stuck"), ProgressView::stuck, Line::stuckTotal, Order.STUCK.name());
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
