package vn.hocba.calendar.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.CalendarHistory;
import vn.hocba.calendar.ChangeCalendar;
import vn.hocba.calendar.ChangeCalendar.Preview;
import vn.hocba.calendar.DecideDaysOff;
import vn.hocba.calendar.YearDates;
import vn.hocba.identity.Session;
import vn.hocba.shared.SchoolYear;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.DateField;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Notice;
import vn.hocba.ui.ReasonDialog;
import vn.hocba.ui.Screen;

/** The Sở sets the dates of a school year: enters them, sees what follows, decides with a reason; below, what was decided before. */
@Route(value = "so/lich", layout = MainLayout.class)
@RolesAllowed({"PROVINCE_OFFICER", "PROVINCE_LEADER"})
public class CalendarView extends Screen {

    private static final long serialVersionUID = 1L;

    private final transient Calendar calendar;
    private final transient ChangeCalendar change;
    private final transient CalendarHistory history;
    private final transient Clock clock;
    private final String provinceId;
    private final Select<Integer> year = new Select<>();
    private final Div state = new Div();
    private final CalendarForm form = new CalendarForm(this::forgetPreview);
    private final Div preview = new Div();
    private final Div decisions = new Div();
    private final DaysOffPanel daysOff;

    CalendarView(
            Calendar calendar,
            ChangeCalendar change,
            CalendarHistory history,
            DecideDaysOff daysOff,
            Session session,
            Clock clock) {
        super("calendar.title");
        this.calendar = calendar;
        this.change = change;
        this.history = history;
        this.clock = clock;
        this.daysOff = new DaysOffPanel(daysOff);
        provinceId = session.user().unitId();
        List<Integer> years = history.schoolYears(provinceId);
        year.setLabel(text("calendar.year"));
        year.setItems(years);
        year.setItemLabelGenerator(start -> new SchoolYear(start).toString());
        year.addValueChangeListener(chosen -> refresh());
        Div head = new Div(year, state);
        head.addClassName("calendar-head");
        Button show = new Button(text("calendar.preview"), click -> preview());
        show.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div actions = new Div(show, new Button(text("calendar.discard"), click -> refresh()));
        actions.addClassName("calendar-actions");
        add(head, new Paragraph(text("calendar.intro")), form, actions, preview, decisions, this.daysOff);
        year.setValue(opened(years));
    }

    /** The latest year whose work has opened; it is the one that people ask about. */
    private int opened(List<Integer> latestFirst) {
        return latestFirst.stream()
                .filter(start -> !calendar.of(provinceId, start).opening().isAfter(clock.instant()))
                .findFirst()
                .orElse(latestFirst.get(0));
    }

    private void refresh() {
        YearDates dates = calendar.of(provinceId, year.getValue());
        form.show(dates, clock.instant());
        forgetPreview();
        state.removeAll();
        state.add(
                dates.version() == 0
                        ? Badge.plain(text("calendar.default"))
                        : Badge.ok(text("calendar.version", dates.version())));
        decisions.removeAll();
        decisions.add(DecisionWords.card(history.decisions(provinceId, year.getValue())));
        daysOff.show(year.getValue());
    }

    private void forgetPreview() {
        preview.removeAll();
    }

    private void preview() {
        forgetPreview();
        if (!DateField.areReadableIn(form)) {
            return;
        }
        YearDates wanted = form.read();
        Preview follows = change.preview(provinceId, wanted);
        Button decide = new Button(text("calendar.decide"), click -> askForReason(wanted, follows));
        decide.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        preview.add(Card.padded(
                text("calendar.preview.title"),
                DecisionWords.changes(follows.changes()),
                new Paragraph(text("calendar.preview.work", follows.openWork())),
                decide));
        preview.scrollIntoView();
    }

    private void askForReason(YearDates wanted, Preview follows) {
        new ReasonDialog(
                        text("calendar.decide.title", new SchoolYear(wanted.schoolYear()).toString()),
                        text("calendar.decide.note"),
                        ChangeCalendar.SHORTEST_REASON,
                        text("calendar.decide"),
                        reason -> {
                            YearDates decided = change.change(provinceId, wanted, reason);
                            refresh();
                            Notice.done(text("calendar.decided", decided.version(), follows.openWork()));
                        })
                .open();
    }
}
