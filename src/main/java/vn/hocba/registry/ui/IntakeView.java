package vn.hocba.registry.ui;

import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.number;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
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
import vn.hocba.ui.DataTable;
import vn.hocba.ui.EmptyState;
import vn.hocba.ui.Line;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Screen;

/** What the province received: numbers per school and class, and every answer with its reasons. */
@Route(value = "so/tiep-nhan", layout = MainLayout.class)
@RolesAllowed("PROVINCE")
class IntakeView extends Screen {

    private static final long serialVersionUID = 1L;

    private static final int AT_ONCE = 50;

    private final transient IntakeBoard board;
    private final Select<Integer> year = new Select<>();
    private final ComboBox<SchoolCount> school = new ComboBox<>();
    private final ComboBox<ClassCount> schoolClass = new ComboBox<>();
    private final Select<Outcome> outcome = new Select<>();
    private final Div counts = new Div();
    private final DataTable<Answer> answers = new DataTable<>(text("registry.intake.answers"));
    private final List<Answer> shown = new ArrayList<>();
    private final Button more = new Button("", click -> showMore());

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
        add(filters, counts, new Card(text("registry.intake.answers"), answers), more);
        year.setValue(years.get(0));
    }

    private void fields(List<Integer> years) {
        year.setLabel(text("registry.intake.year"));
        year.setItems(years);
        year.setItemLabelGenerator(start -> new SchoolYear(start).toString());
        year.addValueChangeListener(
                change -> {
                    school.setItems(typed -> board
                            .schools(
                                    change.getValue(),
                                    typed.getFilter().orElse(""),
                                    typed.getOffset(),
                                    typed.getLimit())
                            .stream());
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
        answers.getElement().getClassList().add("intake-answers");
        answers.column(
                        text("registry.intake.pupil"),
                        answer -> new Span(answer.pupilName() == null ? "–" : answer.pupilName()))
                .column(
                        text("registry.intake.class"),
                        answer -> new Span(answer.className() + " · " + answer.schoolName()))
                .column(
                        text("registry.intake.outcome"),
                        answer -> answer.accepted()
                                ? Badge.ok(text("registry.outcome.ACCEPTED"))
                                : Badge.returned(text("registry.outcome.REJECTED")))
                .column(text("registry.intake.reasons"), IntakeView::reasons)
                .column(text("registry.intake.receipt"), answer -> unbroken(answer.receiptNo()))
                .column(text("registry.intake.at"), answer -> unbroken(moment(answer.at())));
    }

    private static Component reasons(Answer answer) {
        Span reasons = new Span(answer.accepted() ? "–" : answer.reasons());
        if (answer.accepted()) {
            reasons.addClassName("data-none");
        }
        return reasons;
    }

    private static Component unbroken(String words) {
        Span whole = new Span(words);
        whole.addClassName("unbroken");
        return whole;
    }

    private void showSchool() {
        SchoolCount chosen = school.getValue();
        schoolClass.clear();
        schoolClass.setEnabled(chosen != null);
        counts.removeAll();
        if (chosen == null) {
            schoolClass.setItems(List.of());
            Card card = new Card(text("registry.intake.schools"));
            counts.add(card);
            showSchools(card, 0);
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

    private void showSchools(Card card, int from) {
        List<SchoolCount> some = board.schools(year.getValue(), "", from, AT_ONCE + 1);
        some.stream()
                .limit(AT_ONCE)
                .forEach(line ->
                        card.add(line(line.schoolName(), line.accepted(), line.rejected(), moment(line.latest()))));
        if (some.size() > AT_ONCE) {
            Button others = new Button(text("registry.intake.more-schools"));
            others.addClickListener(click -> {
                card.remove(others);
                showSchools(card, from + AT_ONCE);
            });
            card.add(others);
        }
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
        shown.clear();
        showMore();
    }

    private void showMore() {
        Filter filter = new Filter(
                year.getValue(),
                school.getValue() == null ? null : school.getValue().schoolCode(),
                schoolClass.getValue() == null ? null : schoolClass.getValue().className(),
                outcome.getValue());
        shown.addAll(board.answers(filter, shown.isEmpty() ? null : shown.get(shown.size() - 1), AT_ONCE));
        answers.setRows(shown);
        int left = board.count(filter) - shown.size();
        more.setText(text("registry.intake.more", number(Math.min(left, AT_ONCE)), number(left)));
        more.setVisible(left > 0);
    }
}
