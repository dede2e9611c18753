package vn.hocba.registry.ui;

import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.number;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import vn.hocba.registry.IntakeBoard;
import vn.hocba.registry.IntakeBoard.Answer;
import vn.hocba.registry.IntakeBoard.ClassCount;
import vn.hocba.registry.IntakeBoard.Filter;
import vn.hocba.registry.IntakeBoard.Outcome;
import vn.hocba.registry.IntakeBoard.SchoolCount;
import vn.hocba.shared.SchoolYear;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.EmptyState;
import vn.hocba.ui.Line;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Screen;

/** What the province received: numbers per school and class, and every answer with its reasons. */
@Route(value = "so/tiep-nhan", layout = MainLayout.class)
@RolesAllowed("PROVINCE")
class IntakeView extends Screen {

    private static final long serialVersionUID = 1L;

    private final transient IntakeBoard board;
    private final Select<Integer> year = new Select<>();
    private final ComboBox<SchoolCount> school = new ComboBox<>();
    private final ComboBox<ClassCount> schoolClass = new ComboBox<>();
    private final Select<Outcome> outcome = new Select<>();
    private final Div counts = new Div();
    private final Grid<Answer> answers = new Grid<>();

    IntakeView(IntakeBoard board) {
        super("registry.intake");
        this.board = board;
        wide();
        List<Integer> years = board.schoolYears();
        if (years.isEmpty()) {
            add(new EmptyState(text("registry.intake.empty"), text("registry.intake.empty.next")));
            return;
        }
        fields(years);
        columns();
        Div filters = new Div(year, school, schoolClass, outcome);
        filters.addClassName("filters");
        counts.addClassName("counts");
        add(filters, counts, new Card(text("registry.intake.answers"), answers));
        year.setValue(years.get(0));
    }

    private void fields(List<Integer> years) {
        year.setLabel(text("registry.intake.year"));
        year.setItems(years);
        year.setItemLabelGenerator(start -> new SchoolYear(start).toString());
        year.addValueChangeListener(change -> {
            school.setItems(board.schools(change.getValue()));
            showSchool();
        });
        school.setLabel(text("registry.intake.school"));
        school.setPlaceholder(text("registry.intake.all"));
        school.setItemLabelGenerator(SchoolCount::schoolName);
        school.setClearButtonVisible(true);
        school.addValueChangeListener(change -> showSchool());
        schoolClass.setLabel(text("registry.intake.class"));
        schoolClass.setPlaceholder(text("registry.intake.all"));
        schoolClass.setItemLabelGenerator(ClassCount::className);
        schoolClass.setClearButtonVisible(true);
        schoolClass.addValueChangeListener(change -> showAnswers());
        outcome.setLabel(text("registry.intake.outcome"));
        outcome.setItems(Outcome.values());
        outcome.setEmptySelectionAllowed(true);
        outcome.setEmptySelectionCaption(text("registry.intake.all"));
        outcome.setItemLabelGenerator(
                value -> value == null ? text("registry.intake.all") : text("registry.outcome." + value));
        outcome.addValueChangeListener(change -> showAnswers());
    }

    private void columns() {
        answers.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        answers.addColumn(answer -> answer.pupilName() == null ? "–" : answer.pupilName())
                .setHeader(text("registry.intake.pupil"))
                .setWidth("12rem")
                .setFlexGrow(1);
        answers.addColumn(answer -> answer.className() + " · " + answer.schoolName())
                .setHeader(text("registry.intake.class"))
                .setWidth("12rem")
                .setFlexGrow(1);
        answers.addComponentColumn(answer -> answer.accepted()
                        ? Badge.ok(text("registry.outcome.ACCEPTED"))
                        : Badge.returned(text("registry.outcome.REJECTED")))
                .setHeader(text("registry.intake.outcome"))
                .setWidth("8rem")
                .setFlexGrow(0);
        answers.addColumn(Answer::reasons)
                .setHeader(text("registry.intake.reasons"))
                .setWidth("16rem")
                .setFlexGrow(3);
        answers.addColumn(Answer::receiptNo)
                .setHeader(text("registry.intake.receipt"))
                .setWidth("10rem")
                .setFlexGrow(0);
        answers.addColumn(answer -> moment(answer.at()))
                .setHeader(text("registry.intake.at"))
                .setWidth("10rem")
                .setFlexGrow(0);
    }

    private void showSchool() {
        SchoolCount chosen = school.getValue();
        schoolClass.clear();
        schoolClass.setEnabled(chosen != null);
        counts.removeAll();
        if (chosen == null) {
            schoolClass.setItems(List.of());
            Card card = new Card(text("registry.intake.schools"));
            board.schools(year.getValue())
                    .forEach(line ->
                            card.add(line(line.schoolName(), line.accepted(), line.rejected(), moment(line.latest()))));
            counts.add(card);
        } else {
            List<ClassCount> classes = board.classes(year.getValue(), chosen.schoolCode());
            schoolClass.setItems(classes);
            Card card = new Card(chosen.schoolName());
            classes.forEach(line -> card.add(line(
                    text("registry.intake.class-name", line.className()),
                    line.accepted(),
                    line.rejected(),
                    moment(line.latest()))));
            counts.add(card);
        }
        showAnswers();
    }

    private static Component line(String title, int accepted, int rejected, String latest) {
        List<Component> badges = new ArrayList<>();
        badges.add(Badge.ok(text("registry.intake.accepted", number(accepted))));
        if (rejected > 0) {
            badges.add(Badge.returned(text("registry.intake.rejected", number(rejected))));
        }
        return new Line(title, badges.toArray(Component[]::new)).note(text("registry.intake.latest", latest));
    }

    private void showAnswers() {
        Filter filter = new Filter(
                year.getValue(),
                school.getValue() == null ? null : school.getValue().schoolCode(),
                schoolClass.getValue() == null ? null : schoolClass.getValue().className(),
                outcome.getValue());
        answers.setItems(
                query -> board.answers(filter, query.getOffset(), query.getLimit()).stream(),
                query -> board.count(filter));
    }
}
