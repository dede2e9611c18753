package vn.hocba.lookup.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.hocba.lookup.FoundYear;
import vn.hocba.lookup.FoundYear.Content;
import vn.hocba.lookup.LookUp;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.registry.FreezeReceipts.Standing;
import vn.hocba.registry.FreezeReceipts.State;
import vn.hocba.registry.Originals.Original;
import vn.hocba.registry.Withdrawals;
import vn.hocba.school.SchoolDirectory.PupilInfo;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolYear;
import vn.hocba.signing.PacketVerification.SignatureView;
import vn.hocba.signing.Slot;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.Facts;
import vn.hocba.ui.Line;

/** One year of a record as a visitor reads it: state first, then what the signed packet says, then who signed it. */
class FoundYearPage extends Div {

    private static final long serialVersionUID = 1L;

    /**
     * @param petition with which a visitor writes to the school
     * @param show called with the year record that a visitor wants to see instead
     */
    FoundYearPage(LookUp lookUp, FoundYear year, Component petition, Consumer<String> show) {
        addClassName("lookup-year");
        add(head(year));
        year.replacement()
                .ifPresent(instead -> add(new Button(text("lookup.replacement.show"), click -> show.accept(instead))));
        if (year.content() == Content.SHOWN) {
            RecordSnapshot snapshot = year.snapshot();
            add(downloads(lookUp, year));
            if (!year.supplements().isEmpty()) {
                add(new FoundSupplements(lookUp, year));
            }
            add(pupil(snapshot.pupil()));
            new FoundContent(snapshot, lookUp.regulation(year)).cards().forEach(this::add);
        }
        if (!year.signatures().isEmpty()) {
            add(signatures(year));
        }
        add(petition);
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
        year.receipt().ifPresent(receipt -> facts.fact(text("lookup.receipt"), receipt(receipt)));
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
                body.add(warning(text(
                        year.replacement().isPresent()
                                ? "lookup.replacement"
                                : isDecided(original) ? "lookup.retracted" : "lookup.out-of-effect")));
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
            facts.fact(text("lookup.decision"), ground.decisionNo())
                    .fact(text("lookup.withdrawn-reason"), ground.reason());
        }
    }

    /** By decision of the Sở, which gives its reason for everybody to read; a school's own stays with the school. */
    private static boolean isDecided(Original original) {
        return original.withdrawn() != null && original.withdrawn().decisionNo() != null;
    }

    private static String receipt(Standing receipt) {
        return receipt.state() == State.SIGNED
                ? text("lookup.receipt.SIGNED", receipt.signer(), moment(receipt.signedAt()))
                : text("lookup.receipt." + receipt.state());
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
        if (year.receipt().filter(receipt -> receipt.state() == State.SIGNED).isPresent()) {
            downloads.add(download(
                    "lookup.download.receipt",
                    name + "-bien-nhan.xml",
                    "application/xml",
                    () -> lookUp.packetWithReceipt(year)));
        }
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

    private static Component signatures(FoundYear year) {
        List<SignatureView> signatures = year.signatures();
        Card card = new Card(text("lookup.signatures"));
        if (signatures.stream().allMatch(SignatureView::valid)) {
            card.add(new Line(text("lookup.signatures.all-valid")));
        }
        signatures.forEach(signature -> card.add(new Line(
                        slot(signature.slot(), year.snapshot()) + " · " + signature.signer(),
                        signature.valid()
                                ? Badge.ok(text("lookup.signatures.valid"))
                                : Badge.returned(text("lookup.signatures.invalid")))
                .note(note(signature))));
        return card;
    }

    /** With the subject where a teacher signed the own row. */
    private static String slot(Slot slot, RecordSnapshot snapshot) {
        String kind = text("lookup.slot." + slot.kind());
        return Optional.ofNullable(snapshot).stream()
                .flatMap(content -> content.subjects().stream())
                .filter(row -> row.id().equals(slot.rowId()))
                .findFirst()
                .map(row -> text("lookup.slot.row", kind, row.name()))
                .orElse(kind);
    }

    private static String note(SignatureView signature) {
        String serial = text("lookup.signatures.serial", signature.serial());
        return signature.signedAt() == null
                ? serial
                : text("lookup.signatures.at", moment(signature.signedAt())) + " · " + serial;
    }
}
