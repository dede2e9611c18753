package vn.hocba.lookup.ui;

import static vn.hocba.ui.Wording.text;
import static vn.hocba.ui.Wording.textOr;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.hocba.assessment.Regulation;
import vn.hocba.record.Exempted;
import vn.hocba.record.Individually;
import vn.hocba.record.PartColumns;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordSnapshot.Cell;
import vn.hocba.record.RecordSnapshot.Conclusion;
import vn.hocba.record.RecordSnapshot.Part;
import vn.hocba.record.Tt27View;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.ui.Card;
import vn.hocba.ui.Facts;

/** What a version says of its pupil's year, drawn from its parts; a regulation may have words of its own for its cells and symbols. */
final class FoundContent {

    private final RecordSnapshot version;
    private final Regulation regulation;

    FoundContent(RecordSnapshot version, Regulation regulation) {
        this.version = version;
        this.regulation = regulation;
    }

    List<Component> cards() {
        List<Component> cards = new ArrayList<>();
        cards.add(subjects());
        version.classPart().ifPresent(part -> PartColumns.byGroup(part).forEach((group, cells) -> {
            if (!group.isEmpty()) {
                Facts facts = new Facts();
                cells.forEach(cell -> facts.fact(PartColumns.named(cell), said(cell)));
                cards.add(Card.padded(title(group, cells), facts));
            }
        }));
        cards.add(summary());
        return cards;
    }

    private Component subjects() {
        List<Cell> columns = PartColumns.of(version);
        List<String> heads = new ArrayList<>(List.of(text("lookup.subjects.name")));
        columns.forEach(cell -> heads.add(named(cell)));
        List<List<String>> lines =
                version.subjects().stream().map(row -> line(row, columns)).toList();
        return new Card(text("lookup.subjects"), new StackedTable(heads, lines));
    }

    private List<String> line(Part row, List<Cell> columns) {
        List<String> line = new ArrayList<>(List.of(row.name()));
        columns.forEach(column -> line.add(row.cells().stream()
                .filter(cell -> cell.code().equals(column.code()))
                .findFirst()
                .map(this::said)
                .orElse("–")));
        return line;
    }

    private String title(String group, List<Cell> cells) {
        return textOr(key("group") + PartColumns.letters(cells.get(0)), group);
    }

    private String named(Cell cell) {
        return textOr(key("cell") + cell.code(), PartColumns.named(cell));
    }

    private String said(Cell cell) {
        if (cell.value() == null) {
            return "–";
        }
        if (Tt27View.isGroupComment(cell)) {
            return cell.value();
        }
        String of = cell.group().isEmpty() ? cell.code() : "group";
        return textOr(key("symbol") + of + "." + cell.value(), cell.value());
    }

    private String key(String what) {
        return "lookup." + what + "." + version.regulation() + ".";
    }

    private Component summary() {
        Conclusion conclusion = version.conclusion();
        Optional<Individually> individually = Individually.in(version);
        boolean concluded = conclusion.result() != null || individually.isPresent();
        Facts facts = new Facts()
                .fact(
                        text("lookup.summary.overall"),
                        individually
                                .map(Individually::words)
                                .orElse(conclusion.result() == null ? null : regulation.term(conclusion.result())));
        if (Tt27View.isOf(version)) {
            ofTheClass(Tt27View.of(version), facts);
        } else {
            version.classPart().ifPresent(part -> part.cells().stream()
                    .filter(cell -> cell.group().isEmpty())
                    .forEach(cell -> facts.fact(named(cell), said(cell))));
        }
        version.subjects().forEach(row -> Exempted.ground(row)
                .ifPresent(ground -> facts.fact(text("lookup.summary.exempt", row.name()), ground)));
        boolean lastOfPrimary = version.level() == SchoolLevel.PRIMARY && SchoolLevel.endsWith(version.grade());
        facts.fact(text("lookup.summary.reward"), conclusion.reward());
        if (Tt27View.isOf(version) && Tt27View.of(version).rewardGround() != null) {
            facts.fact(
                    text("lookup.summary.reward-ground"), Tt27View.of(version).rewardGround());
        }
        facts.fact(
                text(lastOfPrimary ? "lookup.summary.completed.primary" : "lookup.summary.completed"),
                concluded ? text(conclusion.completed() ? "lookup.yes" : "lookup.no") : null);
        // Whoever completes primary level is not promoted within it; older packets say so all the same.
        if (conclusion.promoted() != null && !lastOfPrimary) {
            facts.fact(
                    text("lookup.summary.promoted"),
                    text(conclusion.promoted() ? "lookup.summary.promoted.yes" : "lookup.summary.promoted.no"));
        }
        return Card.padded(text("lookup.summary"), facts);
    }

    /** What visitors are told of the homeroom teacher's part of TT 27/2020: not the measures. */
    private static void ofTheClass(Tt27View version, Facts facts) {
        Tt27View.Summary summary = version.summary();
        if (summary.homeroomComment() != null || version.comments().isEmpty()) {
            facts.fact(text("lookup.summary.comment"), summary.homeroomComment());
        }
        facts.fact(
                text("lookup.summary.absences"),
                text(
                        "lookup.summary.absences.value",
                        Objects.requireNonNullElse(summary.excusedAbsences(), 0),
                        Objects.requireNonNullElse(summary.unexcusedAbsences(), 0)));
    }
}
