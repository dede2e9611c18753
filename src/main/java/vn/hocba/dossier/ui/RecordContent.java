package vn.hocba.dossier.ui;

import static vn.hocba.ui.Wording.text;
import static vn.hocba.ui.Wording.textOr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hocba.assessment.Outcome;
import vn.hocba.dossier.RecordPage;
import vn.hocba.record.Exempted;
import vn.hocba.record.Individually;
import vn.hocba.record.PartColumns;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordSnapshot.Conclusion;
import vn.hocba.record.Tt27View;
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
        all.addClassName("office-content");
        if (!page.whole()) {
            return inPart(all, page);
        }
        if (!page.signed() && !page.assessment().missing().isEmpty()) {
            Paragraph missing = new Paragraph(text(
                    "office.record.missing", String.join(", ", page.assessment().missing())));
            missing.addClassName("office-warning");
            all.add(missing);
        }
        all.add(
                Card.padded(text("office.record.summary"), summary(page)),
                new Card(text("office.record.subjects"), subjects(content)),
                Card.padded(text("office.record.traits"), groups(content)),
                Card.padded(text("office.record.personal"), personal(content.pupil())));
        return all;
    }

    /** What somebody fills in, or whom the record is about. */
    private static Component inPart(Div all, RecordPage.Page page) {
        RecordSnapshot content = page.content();
        all.add(new Paragraph(text("office.record.in-part")));
        if (!content.subjects().isEmpty()) {
            all.add(new Card(text("office.record.subjects"), subjects(content)));
        }
        all.add(Card.padded(text("office.record.personal"), personal(content.pupil())));
        return all;
    }

    private static Component summary(RecordPage.Page page) {
        RecordSnapshot content = page.content();
        Conclusion conclusion = content.conclusion();
        Facts facts = new Facts().fact(text("office.record.overall"), result(page));
        Individually.in(content)
                .ifPresent(individually -> facts.fact(text("office.record.assessed-ground"), individually.ground()));
        if (!page.assessment().reasons().isEmpty()) {
            facts.fact(
                    "",
                    text(
                            "office.record.overall.reason",
                            String.join("; ", page.assessment().reasons())));
        }
        facts.fact(
                text("office.record.programme"),
                conclusion.result() == null && !page.assessment().isConcluded()
                        ? null
                        : text(conclusion.completed() ? "office.record.programme.yes" : "office.record.programme.no"));
        facts.fact(text("office.record.reward"), conclusion.reward());
        if (Tt27View.isOf(content)) {
            Optional.ofNullable(Tt27View.of(content).rewardGround())
                    .ifPresent(ground -> facts.fact(text("office.record.reward-ground"), ground));
            ofTheClass(Tt27View.of(content), facts);
        } else {
            facts.fact(text("office.record.homeroom"), content.homeroom().name());
            content.classPart().ifPresent(part -> part.cells().stream()
                    .filter(cell -> cell.group().isEmpty())
                    .forEach(cell -> facts.fact(PartColumns.named(cell), cell.value())));
        }
        return facts;
    }

    private static String result(RecordPage.Page page) {
        String result = page.content().conclusion().result();
        if (result != null) {
            return page.regulation().term(result);
        }
        Optional<Individually> individually = Individually.in(page.content());
        if (individually.isPresent()) {
            return individually.get().words();
        }
        return text(
                page.assessment().basis() == Outcome.Basis.NOTHING_ASSESSED
                        ? "office.row.result.nothing"
                        : "office.row.result.none");
    }

    /** TT 27/2020 has the days of absence and the measures in pairs. */
    private static void ofTheClass(Tt27View version, Facts facts) {
        Tt27View.Summary summary = version.summary();
        if (summary.homeroomComment() != null || version.comments().isEmpty()) {
            facts.fact(text("office.record.homeroom-comment"), summary.homeroomComment());
        }
        facts.fact(text("office.record.homeroom"), summary.homeroomTeacherName());
        facts.fact(
                text("office.record.absences"),
                summary.excusedAbsences() == null || summary.unexcusedAbsences() == null
                        ? null
                        : text("office.record.absences.value", summary.excusedAbsences(), summary.unexcusedAbsences()));
        String body = Stream.of(
                        measure("office.record.height.value", summary.heightCm()),
                        measure("office.record.weight.value", summary.weightKg()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        if (!body.isEmpty()) {
            facts.fact(text("office.record.body"), body);
        }
    }

    private static Optional<String> measure(String key, BigDecimal value) {
        return Optional.ofNullable(Tt27View.words(value)).map(words -> text(key, words));
    }

    private static Component subjects(RecordSnapshot content) {
        DataTable<RecordSnapshot.Part> table = new DataTable<RecordSnapshot.Part>(text("office.record.subjects"))
                .column(text("office.record.subject"), RecordContent::subject);
        for (RecordSnapshot.Cell column : PartColumns.of(content)) {
            String key = "office.record.cell." + content.regulation() + "." + column.code();
            String symbol = "office.record.symbol." + content.regulation() + "." + column.code() + ".";
            table.column(textOr(key, PartColumns.named(column)), row -> {
                String value = row.value(column.code());
                return new Span(value == null ? dash(null) : textOr(symbol + value, dash(value)));
            });
        }
        table.column(text("office.record.teacher"), row -> new Span(dash(row.teacherName())));
        table.setRows(content.subjects());
        return table;
    }

    /** With why the pupil is exempt from it. */
    private static Component subject(RecordSnapshot.Part row) {
        Div subject = new Div(new Span(row.name()));
        Exempted.ground(row).ifPresent(ground -> {
            Div exempt = new Div(text("office.record.exempt", ground));
            exempt.addClassName("small-print");
            subject.add(exempt);
        });
        return subject;
    }

    private static Component groups(RecordSnapshot content) {
        Div groups = new Div();
        groups.addClassName("record-traits");
        content.classPart().ifPresent(part -> PartColumns.byGroup(part).forEach((group, cells) -> {
            if (!group.isEmpty()) {
                Facts facts = new Facts();
                cells.forEach(cell -> facts.fact(PartColumns.named(cell), cell.value()));
                String key = "office.record.group." + content.regulation() + "." + PartColumns.letters(cells.get(0));
                groups.add(new Div(new H3(textOr(key, group)), facts));
            }
        }));
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
