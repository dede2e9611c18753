package vn.hocba.desk.admin.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.hocba.desk.admin.OpenSchoolYear;
import vn.hocba.desk.admin.OpenSchoolYear.ClassReadiness;
import vn.hocba.desk.ui.BatchPlace;
import vn.hocba.identity.Session;
import vn.hocba.pupils.FollowList;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.SchoolYear;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.DataTable;
import vn.hocba.ui.EmptyState;
import vn.hocba.ui.Line;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Screen;
import vn.hocba.workflow.Batches;

/** The school admin sees what is missing in each class, and opens the year. */
@Route(value = "mo-nam-hoc", layout = MainLayout.class)
@RolesAllowed("SCHOOL_ADMIN")
public class OpenYearView extends Screen {

    private static final long serialVersionUID = 1L;

    private final transient OpenSchoolYear year;
    private final transient FollowList list;
    private final String schoolId;
    private final BatchPlace progress;
    private final Div content = new Div();
    private int chosen;

    OpenYearView(OpenSchoolYear year, FollowList list, SchoolDirectory directory, Batches batches, Session session) {
        super("office.menu.open-year");
        this.year = year;
        this.list = list;
        schoolId = session.user().unitId();
        progress = new BatchPlace(batches, this::refresh);
        content.addClassName("office-content");
        List<Integer> years = directory.schoolYears(schoolId);
        if (years.isEmpty()) {
            add(new EmptyState(text("office.open-year.nothing.title"), text("office.open-year.nothing.next")));
            return;
        }
        chosen = years.get(0);
        if (years.size() > 1) {
            Select<Integer> choice = new Select<>(change -> {
                chosen = change.getValue();
                refresh();
            });
            choice.setLabel(text("office.open-year.year"));
            choice.setItems(years);
            choice.setItemLabelGenerator(start -> new SchoolYear(start).toString());
            choice.setValue(chosen);
            add(choice);
        }
        add(progress, content);
        refresh();
        progress.followUnderWay(null, Set.of("open-year", FollowList.KIND));
    }

    private void refresh() {
        content.removeAll();
        List<ClassReadiness> classes = year.readiness(schoolId, chosen);
        int toOpen = classes.stream()
                .mapToInt(c -> Math.max(0, c.studying() - c.open()))
                .sum();
        int studying = classes.stream().mapToInt(ClassReadiness::studying).sum();
        long unready = classes.stream().filter(c -> !c.problems().isEmpty()).count();
        title(text("office.open-year.title", new SchoolYear(chosen).toString()));
        content.add(new Paragraph(text("office.open-year.intro")));
        if (unready > 0) {
            Paragraph warning = new Paragraph(text("office.open-year.warn", unready));
            warning.addClassName("office-warning");
            content.add(warning);
        }
        Optional<LocalDate> opensOn = year.opensOn(schoolId, chosen);
        if (opensOn.isPresent()) {
            Paragraph early = new Paragraph(text("office.open-year.opens-on", date(opensOn.get())));
            early.addClassName("office-warning");
            content.add(early);
        } else if (toOpen > 0) {
            Button open = new Button(
                    text("office.open-year.button", toOpen), click -> progress.follow(year.start(schoolId, chosen)));
            open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            open.setDisableOnClick(true);
            content.add(open);
        } else {
            Paragraph done = new Paragraph(text("office.open-year.done", studying));
            done.addClassName("office-good");
            content.add(done);
        }
        List<FollowList.Waiting> beside = list.waiting(schoolId, chosen);
        if (!beside.isEmpty()) {
            content.add(beside(beside));
        }
        DataTable<ClassReadiness> table = new DataTable<ClassReadiness>(
                        text("office.open-year.title", new SchoolYear(chosen).toString()))
                .column(
                        text("office.open-year.class"),
                        c -> new Span(c.className()),
                        Comparator.comparing(ClassReadiness::grade).thenComparing(ClassReadiness::className))
                .number(text("office.open-year.studying"), ClassReadiness::studying)
                .number(text("office.open-year.open"), ClassReadiness::open)
                .number(text("office.open-year.missing"), c -> Math.max(0, c.studying() - c.open()))
                .column(
                        text("office.open-year.problems"),
                        OpenYearView::problems,
                        Comparator.comparingInt(c -> c.problems().size()));
        table.setRows(classes);
        content.add(new Card(text("office.open-year.classes", classes.size()), table));
    }

    /** The list of pupils says something else than open records: in another class, gone, back. */
    private Card beside(List<FollowList.Waiting> beside) {
        Button follow = new Button(
                text("office.open-year.beside.button", beside.size()),
                click -> progress.follow(list.start(schoolId, chosen)));
        follow.setDisableOnClick(true);
        Card card = Card.padded(
                text("office.open-year.beside", beside.size()),
                new Paragraph(text("office.open-year.beside.explain")),
                follow);
        for (FollowList.Waiting one : beside) {
            Line line = new Line(text("office.open-year.beside.pupil", one.pupilName(), one.className()));
            Anchor open = new Anchor("hoc-ba/" + one.recordId(), text("office.open-year.beside.open"));
            open.addClassName("button-link");
            open.getElement().setAttribute("aria-label", text("office.open-year.beside.open-of", one.pupilName()));
            card.add(line.text(one.words()).actions(open));
        }
        return card;
    }

    private static Component problems(ClassReadiness readiness) {
        if (readiness.problems().isEmpty()) {
            return Badge.ok(text("office.open-year.fine"));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("pupil-remarks");
        readiness.problems().forEach(problem -> list.add(new ListItem(problem)));
        return list;
    }
}
