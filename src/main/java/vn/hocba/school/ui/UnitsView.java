package vn.hocba.school.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hocba.school.ChangeUnits;
import vn.hocba.school.ChangeUnits.Decision;
import vn.hocba.school.UnitBoard;
import vn.hocba.school.UnitBoard.Decided;
import vn.hocba.school.UnitBoard.Past;
import vn.hocba.school.UnitBoard.Row;
import vn.hocba.school.UnitChange.Kind;
import vn.hocba.school.UnitChange.State;
import vn.hocba.school.UnitKind;
import vn.hocba.shared.VietnameseText;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.DataTable;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Notice;
import vn.hocba.ui.Question;
import vn.hocba.ui.Screen;

/** The units of a Sở: what was decided about them, what lies ahead, and what each was before. */
@Route(value = "don-vi", layout = MainLayout.class)
@RolesAllowed({"PROVINCE_OFFICER", "PROVINCE_LEADER"})
public class UnitsView extends Screen {

    private static final long serialVersionUID = 1L;

    private final transient UnitBoard board;
    private final transient ChangeUnits changes;
    private final transient Clock clock;
    private final ComboBox<Row> choice = new ComboBox<>();
    private final Div chosen = new Div();
    private final Div decided = new Div();
    private transient List<Row> units = List.of();

    UnitsView(UnitBoard board, ChangeUnits changes, Clock clock) {
        super("school.units.title");
        this.board = board;
        this.changes = changes;
        this.clock = clock;
        wide();
        chosen.addClassName("office-content");
        decided.addClassName("office-content");
        choice.setLabel(text("school.units.unit"));
        choice.setItemLabelGenerator(unit ->
                unit.open() ? unit.name() + " (" + unit.code() + ")" : text("school.units.closed", unit.name()));
        choice.setWidth("34rem");
        choice.setMaxWidth("100%");
        choice.addValueChangeListener(change -> show());
        add(new Paragraph(text("school.units.intro")), choice, chosen, decided);
        refresh(null);
    }

    private void refresh(String unitId) {
        units = board.units();
        choice.setItems(
                (one, typed) -> VietnameseText.searchKey(one.name() + " " + one.code())
                        .contains(VietnameseText.searchKey(typed)),
                units);
        choice.setValue(units.stream()
                .filter(one -> one.id().equals(unitId))
                .findFirst()
                .orElse(null));
        show();
        showDecided();
    }

    private void show() {
        chosen.removeAll();
        Row unit = choice.getValue();
        if (unit == null) {
            return;
        }
        Div buttons = new Div();
        buttons.addClassName("duty-days");
        if (unit.open()) {
            Optional<State> open = board.decided().stream()
                    .map(Decided::change)
                    .filter(change -> change.unitId().equals(unit.id())
                            && (change.state() == State.PLANNED || change.state() == State.RUNNING))
                    .map(change -> change.state())
                    .findFirst();
            if (open.isPresent()) {
                buttons.add(new Span(text("school.units.other-open", unit.name())));
            } else {
                kinds(unit)
                        .forEach(kind ->
                                buttons.add(new Button(text("school.units.do." + kind), click -> dialog(kind, unit)
                                        .open())));
            }
        }
        DataTable<Past> history = new DataTable<Past>(text("school.units.history"))
                .words(text("school.units.name"), Past::name)
                .words(text("school.units.above"), Past::above)
                .words(
                        text("school.units.time"),
                        past -> text(
                                "school.roles.term",
                                past.term().startsOn() == null
                                        ? "…"
                                        : date(past.term().startsOn()),
                                past.term().endsOn() == null
                                        ? text("school.roles.open-end")
                                        : date(past.term().endsOn().minusDays(1))))
                .words(text("school.units.number"), past -> past.term().decisionNo());
        history.setRows(board.history(unit.id()));
        chosen.add(Card.padded(unit.name(), buttons), new Card(text("school.units.history"), history.inItsRoom()));
    }

    private static List<Kind> kinds(Row unit) {
        return unit.kind() == UnitKind.PROVINCE ? List.of(Kind.RENAME) : List.of(Kind.values());
    }

    private UnitChangeDialog dialog(Kind kind, Row unit) {
        List<Row> others = new ArrayList<>();
        units.stream()
                .filter(one -> one.open() && one.kind() != UnitKind.SCHOOL)
                .filter(one -> !one.id().equals(unit.id()))
                .forEach(others::add);
        return new UnitChangeDialog(
                kind, unit, others, LocalDate.ofInstant(clock.instant(), clock.getZone()), this::decide);
    }

    private void decide(Decision decision) {
        boolean holds = changes.decide(decision);
        Notice.done(holds ? text("school.units.done") : text("school.units.planned", date(decision.startsOn())));
        refresh(decision.unitId());
    }

    private void showDecided() {
        decided.removeAll();
        List<Decided> all = board.decided();
        if (all.isEmpty()) {
            return;
        }
        DataTable<Decided> table = new DataTable<Decided>(text("school.units.decided"))
                .words(text("school.units.unit"), Decided::unit)
                .words(text("school.units.what"), UnitsView::what)
                .words(text("school.units.from"), one -> date(one.change().startsOn()))
                .words(
                        text("school.units.number"),
                        one -> text(
                                "school.units.number-of",
                                one.change().decisionNo(),
                                date(one.change().decidedOn())))
                .column(text("school.units.state"), UnitsView::state)
                .column(text("school.roles.action"), this::takeBack);
        table.setRows(all);
        decided.add(new Card(text("school.units.decided"), table.inItsRoom()));
    }

    private static String what(Decided one) {
        return one.change().kind() == Kind.RENAME
                ? text("school.units.what.RENAME", one.change().name())
                : text("school.units.what." + one.change().kind(), one.other());
    }

    private static Component state(Decided one) {
        String words = text("school.units.state." + one.change().state());
        return switch (one.change().state()) {
            case PLANNED, RUNNING -> Badge.soon(words);
            case DONE -> Badge.ok(words);
            case CANCELLED -> Badge.plain(words);
        };
    }

    private Component takeBack(Decided one) {
        if (one.change().state() != State.PLANNED) {
            return new Span();
        }
        Button back = new Button(
                text("school.units.take-back"),
                click -> Question.ask(
                        text("school.units.take-back.of", one.unit()),
                        text("school.units.take-back.note", date(one.change().startsOn())),
                        text("school.units.take-back"),
                        () -> {
                            changes.takeBack(one.change().id());
                            Notice.done(text("school.units.taken-back", one.unit()));
                            refresh(one.change().unitId());
                        }));
        back.setAriaLabel(text("school.units.take-back.of", one.unit()));
        return back;
    }
}
