package vn.hocba.desk.admin.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.TabSheetVariant;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.hocba.desk.admin.DutyBoard;
import vn.hocba.desk.admin.DutyBoard.Board;
import vn.hocba.desk.admin.DutyBoard.Holding;
import vn.hocba.desk.admin.DutyBoard.Line;
import vn.hocba.identity.Session;
import vn.hocba.school.ChangeDuties;
import vn.hocba.school.ChangeDuties.Duty;
import vn.hocba.school.CombineClasses;
import vn.hocba.school.CombinedClasses;
import vn.hocba.school.CombinedClasses.Room;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.SchoolYear;
import vn.hocba.shared.VietnameseText;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.DataTable;
import vn.hocba.ui.EmptyState;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Notice;
import vn.hocba.ui.Screen;

/** The admin or the principal sees who has which duty, and gives it to somebody else: one, a class, or all that a person has. */
@Route(value = "phan-cong", layout = MainLayout.class)
@RolesAllowed({"SCHOOL_ADMIN", "PRINCIPAL"})
public class DutiesView extends Screen {

    private static final long serialVersionUID = 1L;

    private final transient DutyBoard board;
    private final transient ChangeDuties changes;
    private final transient CombineClasses combine;
    private final transient CombinedClasses combined;
    private final transient SchoolDirectory directory;
    private final transient Clock clock;
    private final String schoolId;
    private final Div content = new Div();
    private transient Board shown;
    private int year;
    private String className;
    private int tab;

    DutiesView(
            DutyBoard board,
            ChangeDuties changes,
            CombineClasses combine,
            CombinedClasses combined,
            SchoolDirectory directory,
            Session session,
            Clock clock) {
        super("office.menu.duties");
        this.board = board;
        this.changes = changes;
        this.combine = combine;
        this.combined = combined;
        this.directory = directory;
        this.clock = clock;
        schoolId = session.user().unitId();
        wide();
        content.addClassName("office-content");
        List<Integer> years = directory.schoolYears(schoolId);
        if (years.isEmpty()) {
            add(new EmptyState(text("office.duties.nothing.title"), text("office.duties.nothing.next")));
            return;
        }
        year = years.get(0);
        if (years.size() > 1) {
            Select<Integer> choice = new Select<>(change -> {
                year = change.getValue();
                className = null;
                refresh();
            });
            choice.setLabel(text("office.duties.year"));
            choice.setItems(years);
            choice.setItemLabelGenerator(start -> new SchoolYear(start).toString());
            choice.setValue(year);
            add(choice);
        }
        add(content);
        refresh();
    }

    private void refresh() {
        content.removeAll();
        shown = board.of(schoolId, year);
        content.add(new Paragraph(text("office.duties.intro")));
        List<Line> urgent = shown.lines().stream()
                .filter(line -> line.holding() == Holding.NOBODY || line.holding() == Holding.LEFT)
                .toList();
        if (!urgent.isEmpty()) {
            content.add(new Card(text("office.duties.urgent", urgent.size()), duties(urgent, true)).urgent());
        }
        TabSheet tabs = new TabSheet();
        tabs.addThemeVariants(TabSheetVariant.LUMO_BORDERED);
        tabs.addClassName("card");
        tabs.add(text("office.duties.by-class"), byClass());
        tabs.add(text("office.duties.by-person"), byPerson());
        tabs.add(text("office.duties.planned", shown.planned().size()), DutyOrders.planned(shown.planned(), order -> {
            changes.cancel(order.term().id());
            Notice.done(text("office.duties.cancelled"));
            refresh();
        }));
        tabs.add(text("office.duties.past"), DutyOrders.past(shown.past()));
        List<Room> rooms = combined.of(schoolId, year);
        tabs.add(
                text("office.rooms", rooms.size()),
                new RoomsPart(rooms, directory.classes(schoolId, year), combine, this::refresh));
        tabs.setSelectedIndex(tab);
        tabs.addSelectedChangeListener(change -> tab = tabs.getSelectedIndex());
        content.add(tabs);
    }

    private Component byClass() {
        List<String> classes =
                shown.lines().stream().map(Line::className).distinct().toList();
        if (className == null || !classes.contains(className)) {
            className = classes.get(0);
        }
        Div place = new Div();
        place.addClassName("office-content");
        Select<String> choice = new Select<>(change -> {
            className = change.getValue();
            fill(place);
        });
        choice.setLabel(text("office.duties.class"));
        choice.setItems(classes);
        choice.setValue(className);
        fill(place);
        Div byClass = new Div(choice, place);
        byClass.addClassName("office-content");
        return byClass;
    }

    private void fill(Div place) {
        place.removeAll();
        List<Line> lines = shown.lines().stream()
                .filter(line -> line.className().equals(className))
                .toList();
        Button all = new Button(
                text("office.duties.give-class", className),
                click -> ask(text("office.duties.give-class", className), lines));
        place.add(duties(lines, false), all);
    }

    private Component duties(List<Line> lines, boolean ofManyClasses) {
        DataTable<Line> table = new DataTable<>(text("office.menu.duties"));
        table.words(text("office.duties.part"), DutiesView::part);
        if (ofManyClasses) {
            table.words(text("office.duties.class"), Line::className);
        }
        table.column(text("office.duties.teacher"), DutiesView::holder)
                .number(text("office.duties.open"), Line::open)
                .column(text("office.duties.action"), line -> {
                    Button give = new Button(
                            text("office.duties.give"),
                            click -> ask(text("office.duties.give.for", part(line), line.className()), List.of(line)));
                    give.setAriaLabel(text("office.duties.give.for", part(line), line.className()));
                    return give;
                });
        table.setRows(lines);
        return table.inItsRoom();
    }

    private record Person(String name, Holding holding, List<Line> lines) {

        int open() {
            return lines.stream().mapToInt(Line::open).sum();
        }
    }

    private Component byPerson() {
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        shown.lines().stream().filter(line -> line.staffId() != null).forEach(line -> lines.computeIfAbsent(
                        line.staffId(), none -> new ArrayList<>())
                .add(line));
        DataTable<Person> table = new DataTable<Person>(text("office.duties.by-person"))
                .column(text("office.duties.teacher"), person -> named(person.name(), person.holding()))
                .words(text("office.duties.duties"), person -> summary(person.lines()))
                .number(text("office.duties.open"), Person::open)
                .column(text("office.duties.action"), person -> {
                    String title = text("office.duties.hand-over.for", person.name());
                    Button handOver = new Button(text("office.duties.hand-over"), click -> ask(title, person.lines()));
                    handOver.setAriaLabel(title);
                    return handOver;
                });
        table.setRows(lines.values().stream()
                .map(own -> new Person(own.get(0).name(), own.get(0).holding(), List.copyOf(own)))
                .sorted(Comparator.comparing(Person::name, VietnameseText.byGivenName()))
                .toList());
        return table.inItsRoom();
    }

    private void ask(String title, List<Line> lines) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        List<Duty> duties = lines.stream()
                .map(line -> new Duty(line.classId(), line.part()))
                .toList();
        new DutyDialog(
                        title,
                        text("office.duties.what", duties.size(), summary(lines)),
                        shown.colleagues(),
                        today,
                        (order, colleague) -> {
                            int given = changes.give(duties, order);
                            Notice.done(
                                    order.from().isAfter(today)
                                            ? text(
                                                    "office.duties.planned-for",
                                                    given,
                                                    colleague.name(),
                                                    date(order.from()))
                                            : text("office.duties.given", given, colleague.name()));
                            refresh();
                        })
                .open();
    }

    /** «4A: Chủ nhiệm, Toán; 4B: Toán». */
    private static String summary(List<Line> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        Line::className,
                        LinkedHashMap::new,
                        Collectors.mapping(DutiesView::part, Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(inClass -> inClass.getKey() + ": " + inClass.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String part(Line line) {
        return line.partName() == null ? text("office.duties.homeroom") : line.partName();
    }

    private static Component holder(Line line) {
        Div holder = named(line.name(), line.holding());
        if (line.until() != null) {
            holder.add(Badge.plain(text("office.duties.stands-in", line.standsInFor(), date(line.until()))));
        }
        return holder;
    }

    private static Div named(String name, Holding holding) {
        Div named = new Div();
        named.addClassName("duty-holder");
        if (name != null) {
            named.add(new Span(name));
        }
        switch (holding) {
            case NOBODY, LEFT -> named.add(Badge.late(text("office.duties.holding." + holding)));
            case AWAY -> named.add(Badge.soon(text("office.duties.holding." + holding)));
            case FINE -> {
                // Nothing to say.
            }
        }
        return named;
    }
}
