package vn.hocba.lookup.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.hocba.assessment.Curriculum.TraitGroup;
import vn.hocba.lookup.FoundYear;
import vn.hocba.lookup.FoundYear.Content;
import vn.hocba.lookup.LookUp;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordSnapshot.SubjectMarks;
import vn.hocba.record.RecordSnapshot.Summary;
import vn.hocba.record.RecordSnapshot.TraitRow;
import vn.hocba.registry.Originals.Original;
import vn.hocba.registry.Withdrawals;
import vn.hocba.school.SchoolDirectory.PupilInfo;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.SchoolYear;
import vn.hocba.signing.PacketVerification.SignatureView;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.Facts;
import vn.hocba.ui.Line;

/** One year of a record as a visitor reads it: state first, then what the signed packet says, then who signed it. */
class FoundYearPage extends Div {

    private static final long serialVersionUID = 1L;

    FoundYearPage(LookUp lookUp, FoundYear year) {
        addClassName("lookup-year");
        add(head(year));
        if (year.content() == Content.SHOWN) {
            RecordSnapshot snapshot = year.snapshot();
            add(downloads(lookUp, year));
            if (!year.supplements().isEmpty()) {
                add(new FoundSupplements(lookUp, year));
            }
            add(pupil(snapshot.pupil()), subjects(snapshot.subjects()));
            traits(snapshot.traits()).forEach(this::add);
            add(summary(snapshot));
        }
        if (!year.signatures().isEmpty()) {
            add(signatures(year.signatures()));
        }
    }

    private static Component head(FoundYear year) {
        Original original = year.original();
        Span state = original.state().isFinal() && original.state().isInForce()
                ? Badge.ok(text(original.state().key()))
                : year.content() == Content.OUT_OF_EFFECT
                        ? Badge.returned(text(original.state().key()))
                        : Badge.soon(text(original.state().key()));
        Facts facts = new Facts()
                .fact(text("lookup.school"), original.schoolName())
                .fact(text("lookup.class-label"), original.className())
                .fact(text("lookup.year-label"), new SchoolYear(original.schoolYear()).toString())
                .fact(text("lookup.received"), moment(original.receivedAt()))
                .fact(text("lookup.effective"), effective(original));
        Div body = new Div(facts);
        body.addClassName("card-body");
        switch (year.content()) {
            case SHOWN -> {
                if (!year.supplements().isEmpty()) {
                    body.add(warning(text(
                            "lookup.supplemented.explain", year.supplements().size())));
                }
            }
            case HIDDEN -> body.add(warning(text("lookup.hidden")));
            case OUT_OF_EFFECT -> {
                if (original.withdrawn() != null) {
                    withdrawn(facts, original.withdrawn());
                }
                body.add(warning(text("lookup.out-of-effect")));
            }
            case BROKEN -> body.add(warning(text("lookup.broken")));
        }
        String title = year.snapshot() == null
                ? text("lookup.record")
                : year.snapshot().pupil().fullName();
        return year.supplements().isEmpty()
                ? new Card(title, body).beside(state)
                : new Card(title, body).beside(Badge.soon(text("lookup.supplemented")), state);
    }

    private static void withdrawn(Facts facts, Withdrawals.Ground ground) {
        facts.fact(text("lookup.withdrawn-on"), date(ground.on()))
                .fact(text("lookup.withdrawn-by"), ground.authority());
        if (ground.decisionNo() != null) {
            facts.fact(text("lookup.decision"), ground.decisionNo());
        }
    }

    private static String effective(Original original) {
        return original.effectiveOn() == null ? text("lookup.effective.not-yet") : date(original.effectiveOn());
    }

    private static Component warning(String explanation) {
        Paragraph words = new Paragraph(explanation);
        words.addClassName("lookup-warning");
        return words;
    }

    /** The handlers live in the visitor's session and die with it: their addresses are of no use to anyone else. */
    private static Component downloads(LookUp lookUp, FoundYear year) {
        String name = "hoc-ba-" + year.original().schoolYear() + "-"
                + (year.original().schoolYear() + 1) + "-lop-" + year.original().className();
        Div downloads = new Div(
                download("lookup.download.pdf", name + ".pdf", "application/pdf", () -> lookUp.printedForm(year)),
                download("lookup.download.xml", name + ".xml", "application/xml", () -> lookUp.packet(year)));
        downloads.addClassName("lookup-downloads");
        return downloads;
    }

    static Component download(String key, String fileName, String type, Supplier<byte[]> content) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    try {
                        byte[] bytes = content.get();
                        return new DownloadResponse(new ByteArrayInputStream(bytes), fileName, type, bytes.length);
                    } catch (Refused refused) {
                        return DownloadResponse.error(HttpStatusCode.CONFLICT, refused.getMessage());
                    }
                }),
                AttachmentType.DOWNLOAD,
                text(key));
        link.addClassName("lookup-download");
        return link;
    }

    private static Component pupil(PupilInfo pupil) {
        Facts facts = new Facts()
                .fact(text("lookup.pupil.name"), pupil.fullName())
                .fact(text("lookup.pupil.gender"), pupil.gender())
                .fact(text("lookup.pupil.birth-date"), date(pupil.birthDate()))
                .fact(text("lookup.pupil.ethnicity"), pupil.ethnicity())
                .fact(text("lookup.pupil.nationality"), pupil.nationality())
                .fact(text("lookup.pupil.birth-place"), pupil.birthPlace())
                .fact(text("lookup.pupil.home-town"), pupil.homeTown())
                .fact(text("lookup.pupil.residence"), pupil.residence())
                .fact(text("lookup.pupil.father"), pupil.fatherName())
                .fact(text("lookup.pupil.mother"), pupil.motherName());
        if (pupil.guardianName() != null && !pupil.guardianName().isBlank()) {
            facts.fact(text("lookup.pupil.guardian"), pupil.guardianName());
        }
        return Card.padded(text("lookup.pupil"), facts);
    }

    private static Component subjects(List<SubjectMarks> rows) {
        List<String> heads = List.of(
                text("lookup.subjects.name"),
                text("lookup.subjects.level"),
                text("lookup.subjects.mark"),
                text("lookup.subjects.comment"));
        List<List<String>> lines = rows.stream()
                .map(row -> List.of(
                        row.name(),
                        row.exempt() ? text("lookup.exempt") : level("lookup.subject-level.", row.level()),
                        row.mark() == null ? "–" : row.mark().toString(),
                        row.comment() == null ? "–" : row.comment()))
                .toList();
        return new Card(text("lookup.subjects"), new StackedTable(heads, lines));
    }

    private static List<Component> traits(List<TraitRow> traits) {
        Map<TraitGroup, List<TraitRow>> groups = traits.stream().collect(Collectors.groupingBy(TraitRow::group));
        List<Component> cards = new ArrayList<>();
        for (TraitGroup group : TraitGroup.values()) {
            if (groups.containsKey(group)) {
                Facts facts = new Facts();
                groups.get(group).forEach(row -> facts.fact(row.name(), level("lookup.trait-level.", row.level())));
                cards.add(Card.padded(text("lookup.traits." + group), facts));
            }
        }
        return cards;
    }

    private static Component summary(RecordSnapshot snapshot) {
        Summary summary = snapshot.summary();
        Facts facts = new Facts()
                .fact(
                        text("lookup.summary.overall"),
                        summary.overall() == null ? null : text("assessment.result." + summary.overall()))
                .fact(text("lookup.summary.comment"), summary.homeroomComment())
                .fact(
                        text("lookup.summary.absences"),
                        text(
                                "lookup.summary.absences.value",
                                orZero(summary.excusedAbsences()),
                                orZero(summary.unexcusedAbsences())))
                .fact(text("lookup.summary.reward"), summary.reward())
                .fact(
                        text(
                                SchoolLevel.endsWith(snapshot.grade())
                                        ? "lookup.summary.completed.primary"
                                        : "lookup.summary.completed"),
                        summary.overall() == null
                                ? null
                                : text(summary.programmeCompleted() ? "lookup.yes" : "lookup.no"));
        if (summary.promoted() != null) {
            facts.fact(
                    text("lookup.summary.promoted"),
                    text(summary.promoted() ? "lookup.summary.promoted.yes" : "lookup.summary.promoted.no"));
        }
        return Card.padded(text("lookup.summary"), facts);
    }

    private static int orZero(Integer days) {
        return days == null ? 0 : days;
    }

    private static Component signatures(List<SignatureView> signatures) {
        Card card = new Card(text("lookup.signatures"));
        if (signatures.stream().allMatch(SignatureView::valid)) {
            card.add(new Line(text("lookup.signatures.all-valid")));
        }
        signatures.forEach(signature -> card.add(new Line(
                        text("lookup.slot." + signature.slot().kind()) + " · " + signature.signer(),
                        signature.valid()
                                ? Badge.ok(text("lookup.signatures.valid"))
                                : Badge.returned(text("lookup.signatures.invalid")))
                .note(note(signature))));
        return card;
    }

    private static String note(SignatureView signature) {
        String serial = text("lookup.signatures.serial", signature.serial());
        return signature.signedAt() == null
                ? serial
                : text("lookup.signatures.at", moment(signature.signedAt())) + " · " + serial;
    }

    private static String level(String keys, String level) {
        return level == null ? "–" : text(keys + level);
    }
}
