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
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import vn.hocba.calendar.Limit;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.CutOffBoard;
import vn.hocba.cutoff.CutOffBoard.MissedLine;
import vn.hocba.cutoff.CutOffBoard.SchoolLine;
import vn.hocba.cutoff.CutOffBoard.State;
import vn.hocba.cutoff.CutOffBoard.WaveStatus;
import vn.hocba.cutoff.CutOffIncidents;
import vn.hocba.cutoff.CutOffIncidents.Incident;
import vn.hocba.cutoff.FreezeAgain;
import vn.hocba.cutoff.FreezeAgain.Lines;
import vn.hocba.shared.SchoolYear;
import vn.hocba.shared.VietnameseText;
import vn.hocba.ui.Badge;
import vn.hocba.ui.BatchProgress;
import vn.hocba.ui.BatchProgress.Progress;
import vn.hocba.ui.Card;
import vn.hocba.ui.DataTable;
import vn.hocba.ui.EmptyState;
import vn.hocba.ui.Facts;
import vn.hocba.ui.Line;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Notice;
import vn.hocba.ui.PagedTable;
import vn.hocba.ui.Polling;
import vn.hocba.ui.Screen;

/** The cut-offs of a year: when they come, how far the freeze is, and who was left out and why. */
@Route(value = "so/chot", layout = MainLayout.class)
@RolesAllowed("PROVINCE")
class CutOffView extends Screen {

    private static final long serialVersionUID = 1L;

    private static final int ASK_EVERY_MILLIS = 2000;

    private final transient CutOffBoard board;
    private final Select<Integer> year = new Select<>();
    private final transient CutOffIncidents incidents;
    private final transient FreezeAgain again;
    private final Div incident = new Div();
    private final Div setAside = new Div();
    private final Div waves = new Div();
    private final transient WindowCards windows;
    private final Div pupils = new Div();
    private transient Optional<Incident> shown = Optional.empty();

    CutOffView(CutOffBoard board, CutOffIncidents incidents, FreezeAgain again, WindowCards windows) {
        super("cutoff.title");
        this.board = board;
        this.incidents = incidents;
        this.again = again;
        this.windows = windows;
        List<Integer> years = board.schoolYears();
        if (years.isEmpty()) {
            add(new EmptyState(text("cutoff.empty"), text("cutoff.empty.next")));
            return;
        }
        year.setLabel(text("cutoff.year"));
        year.setItems(years);
        year.setItemLabelGenerator(start -> new SchoolYear(start).toString());
        year.addValueChangeListener(chosen -> refresh());
        waves.addClassName("cut-off-waves");
        add(year, new Paragraph(text("cutoff.intro")), incident, setAside, waves, pupils);
        year.setValue(years.get(0));
    }

    private void refresh() {
        waves.removeAll();
        pupils.removeAll();
        board.waves(year.getValue()).forEach(wave -> waves.add(card(wave)));
        windows.of(year.getValue(), this::refresh, this::showPupils).forEach(waves::add);
        showSetAside();
        showIncident();
    }

    private void showSetAside() {
        setAside.removeAll();
        for (Wave wave : Wave.values()) {
            Lines lines = again.of(year.getValue(), wave);
            if (lines.total() > 0) {
                setAside.add(SetAsideCard.of(
                        text("cutoff.set-aside.title", text(wave.cutOff().key()), number(lines.total())),
                        record -> again.tryAgain(year.getValue(), wave, record),
                        lines,
                        this::refresh));
            }
        }
    }

    /** Filled anew only when something has changed, so that nobody's button goes away under the hand. */
    private void showIncident() {
        Optional<Incident> now = incidents.of(year.getValue());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        incident.removeAll();
        now.ifPresent(failed -> incident.add(card(failed), new Polling(ASK_EVERY_MILLIS, this::followIncident)));
    }

    private void followIncident() {
        showIncident();
        if (shown.isEmpty()) {
            refresh();
        }
    }

    private Component card(Incident failed) {
        Line line = new Line(text("cutoff.incident.step", failed.step()));
        line.text(
                failed.exhausted()
                        ? text("cutoff.incident.exhausted")
                        : failed.next() == null
                                ? text("cutoff.incident.now")
                                : text("cutoff.incident.next", moment(failed.next())));
        line.note(text("cutoff.incident.error", failed.logNumber()));
        Button again = new Button(text("cutoff.incident.again"), click -> {
            incidents.tryAgain(year.getValue());
            Notice.done(text("cutoff.incident.tried"));
            showIncident();
        });
        again.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return new Card(
                        text(
                                "cutoff.incident.title",
                                text(failed.wave().cutOff().key())),
                        line.actions(again))
                .urgent();
    }

    private Component card(WaveStatus status) {
        Facts facts = new Facts()
                .fact(text("cutoff.limit"), words(status.limit()))
                .fact(text(status.wave() == Wave.FIRST ? "cutoff.who.first" : "cutoff.who.second"), numbers(status));
        if (status.effectiveOn() != null) {
            facts.fact(text("cutoff.effective"), date(status.effectiveOn()));
        }
        if (status.finishedAt() != null) {
            facts.fact(text("cutoff.finished"), moment(status.finishedAt()));
        }
        String title = text(status.wave().cutOff().key());
        Card card =
                switch (status.state()) {
                    case WAITING -> Card.padded(title, facts);
                    case RUNNING ->
                        Card.padded(title, facts, new BatchProgress(() -> progress(status.wave()), this::refresh));
                    case DONE -> done(title, facts, board.schools(year.getValue(), status.wave()), status.wave());
                };
        return card.beside(badge(status.state()));
    }

    private Progress progress(Wave wave) {
        showIncident();
        WaveStatus now = board.wave(year.getValue(), wave);
        return new Progress(
                now.total(),
                now.frozen(),
                0,
                0,
                now.state() == State.RUNNING ? BatchProgress.State.RUNNING : BatchProgress.State.FINISHED,
                null,
                List.of());
    }

    private Card done(String title, Facts facts, List<SchoolLine> schools, Wave wave) {
        if (schools.isEmpty()) {
            return Card.padded(title, facts, new Paragraph(text("cutoff.none-left-out")));
        }
        Card card = Card.padded(title, facts);
        card.add(leftOut(schools, wave));
        return card;
    }

    private Component leftOut(List<SchoolLine> schools, Wave wave) {
        DataTable<SchoolLine> table = new DataTable<>(text("cutoff.left-out"));
        table.column(text("cutoff.school"), line -> new Button(line.schoolName(), click -> show(wave, line)));
        table.number(text("cutoff.count.MISSING"), SchoolLine::missing);
        table.number(text("cutoff.count.NOT_ACCEPTED"), SchoolLine::notAccepted);
        table.number(text("cutoff.count.NOT_COMPLETED"), SchoolLine::notCompleted);
        table.number(text("cutoff.count.SET_ASIDE"), SchoolLine::setAside);
        return PagedTable.of(
                table, text("cutoff.search"), schools, (line, key) -> VietnameseText.searchKey(line.schoolName())
                        .contains(key));
    }

    private void show(Wave wave, SchoolLine school) {
        showPupils(school.schoolName(), board.pupils(year.getValue(), wave, school.schoolId()));
    }

    private void showPupils(String schoolName, List<MissedLine> missed) {
        DataTable<MissedLine> table = new DataTable<>(schoolName);
        table.words(text("cutoff.pupil"), MissedLine::pupilName);
        table.words(text("cutoff.code"), MissedLine::pupilCode);
        table.words(text("cutoff.class"), MissedLine::className);
        table.words(text("cutoff.reason"), MissedLine::reason);
        table.setRows(missed);
        pupils.removeAll();
        pupils.add(new Card(text("cutoff.pupils", schoolName), table));
        pupils.scrollIntoView();
    }

    private static String numbers(WaveStatus status) {
        return status.state() == State.WAITING
                ? text("cutoff.waiting", number(status.waiting()))
                : text("cutoff.frozen", number(status.frozen()), number(status.total()));
    }

    private static String words(Limit limit) {
        return text(limit.included() ? "cutoff.limit.included" : "cutoff.limit.before", date(limit.day()));
    }

    private static Badge badge(State state) {
        String words = text("cutoff.state." + state);
        return switch (state) {
            case WAITING -> Badge.plain(words);
            case RUNNING -> Badge.soon(words);
            case DONE -> Badge.ok(words);
        };
    }
}
