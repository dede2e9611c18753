package vn.hocba.dossier.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import vn.hocba.assessment.Curriculum.TraitGroup;
import vn.hocba.assessment.Outcome;
import vn.hocba.dossier.RecordPage;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.school.SchoolDirectory.PupilInfo;
import vn.hocba.ui.Card;
import vn.hocba.ui.DataTable;
import vn.hocba.ui.Facts;
import vn.hocba.ui.Wording;

/** What a record says, to be read on a screen. */
final class RecordContent {

    private RecordContent() {}

    static Component of(RecordPage.Page page) {
        RecordSnapshot content = page.content();
        Paragraph source = new Paragraph(
                page.signed()
                        ? text("office.record.content.signed", page.versionNo())
                        : text("office.record.content.draft"));
        source.addClassName("small-print");
        Div all = new Div(source);
        if (!page.signed() && !page.assessment().missing().isEmpty()) {
            Paragraph missing = new Paragraph(text(
                    "office.record.missing", String.join(", ", page.assessment().missing())));
            missing.addClassName("office-warning");
            all.add(missing);
        }
        all.add(
                Card.padded(text("office.record.summary"), summary(page)),
                new Card(text("office.record.subjects"), subjects(content.subjects())),
                Card.padded(text("office.record.traits"), traits(content.traits())),
                Card.padded(text("office.record.personal"), personal(content.pupil())));
        all.addClassName("office-content");
        return all;
    }

    private static Component summary(RecordPage.Page page) {
        RecordSnapshot.Summary summary = page.content().summary();
        Facts facts = new Facts()
                .fact(
                        text("office.record.overall"),
                        summary.overall() == null
                                ? text(
                                        page.assessment().basis() == Outcome.Basis.NOTHING_ASSESSED
                                                ? "office.row.result.nothing"
                                                : "office.row.result.none")
                                : summary.overall().term());
        if (!page.assessment().reasons().isEmpty()) {
            facts.fact(
                    "",
                    text(
                            "office.record.overall.reason",
                            String.join("; ", page.assessment().reasons())));
        }
        facts.fact(
                text("office.record.programme"),
                summary.overall() == null
                        ? null
                        : text(
                                summary.programmeCompleted()
                                        ? "office.record.programme.yes"
                                        : "office.record.programme.no"));
        facts.fact(text("office.record.reward"), summary.reward());
        facts.fact(text("office.record.homeroom-comment"), summary.homeroomComment());
        facts.fact(text("office.record.homeroom"), summary.homeroomTeacherName());
        facts.fact(
                text("office.record.absences"),
                summary.excusedAbsences() == null || summary.unexcusedAbsences() == null
                        ? null
                        : text("office.record.absences.value", summary.excusedAbsences(), summary.unexcusedAbsences()));
        if (summary.heightCm() != null && summary.weightKg() != null) {
            facts.fact(
                    text("office.record.body"),
                    text("office.record.body.value", summary.heightCm(), summary.weightKg()));
        }
        return facts;
    }

    private static Component subjects(List<RecordSnapshot.SubjectMarks> rows) {
        DataTable<RecordSnapshot.SubjectMarks> table = new DataTable<RecordSnapshot.SubjectMarks>(
                        text("office.record.subjects"))
                .column(text("office.record.subject"), row -> new Span(row.name()))
                .column(
                        text("office.record.level"),
                        row -> new Span(row.exempt() ? text("office.record.exempt") : dash(row.level())))
                .column(
                        text("office.record.mark"),
                        row -> new Span(
                                dash(row.mark() == null ? null : row.mark().toString())))
                .column(text("office.record.comment"), row -> new Span(dash(row.comment())))
                .column(text("office.record.teacher"), row -> new Span(dash(row.teacherName())));
        table.setRows(rows);
        return table;
    }

    private static Component traits(List<RecordSnapshot.TraitRow> rows) {
        Div groups = new Div();
        groups.addClassName("record-traits");
        for (TraitGroup group : TraitGroup.values()) {
            List<RecordSnapshot.TraitRow> own =
                    rows.stream().filter(row -> row.group() == group).toList();
            if (!own.isEmpty()) {
                Facts facts = new Facts();
                own.forEach(row -> facts.fact(row.name(), row.level()));
                groups.add(new Div(new H3(text("office.record.trait-group." + group)), facts));
            }
        }
        return groups;
    }

    private static Component personal(PupilInfo pupil) {
        return new Facts()
                .fact(text("office.record.pupil-code"), pupil.moetCode())
                .fact(
                        text("office.record.personal-id"),
                        Optional.ofNullable(pupil.personalId()).orElseGet(() -> text("office.record.none")))
                .fact(text("office.record.born"), Wording.date(pupil.birthDate()))
                .fact(text("office.record.gender"), pupil.gender())
                .fact(text("office.record.ethnicity"), pupil.ethnicity())
                .fact(text("office.record.nationality"), pupil.nationality())
                .fact(text("office.record.residence"), pupil.residence());
    }

    private static String dash(String value) {
        return value == null || value.isBlank() ? "–" : value;
    }
}
