package vn.hocba.dossier.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;
import vn.hocba.dossier.CheckSignatures;
import vn.hocba.dossier.RecordPage;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.signing.DssJudge;
import vn.hocba.signing.LegalValue;
import vn.hocba.signing.PacketVerification.Report;
import vn.hocba.signing.RecordSignatures.Stored;
import vn.hocba.signing.Slot;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.DataTable;
import vn.hocba.ui.Wording;

/** Which signatures a record bears or bore, and whether they are valid. */
class RecordSigned extends Div {

    private static final long serialVersionUID = 1L;

    private final String recordId;
    private final transient CheckSignatures check;
    private final Div verdict = new Div();

    RecordSigned(RecordPage.Page page, CheckSignatures check, LegalValue legalValue) {
        this.recordId = page.recordId();
        this.check = check;
        addClassName("office-content");
        verdict.addClassName("office-content");
        verdict.getElement().setAttribute("role", "status");
        if (page.signatures().isEmpty()) {
            add(new Paragraph(text("office.record.signature.none")));
            return;
        }
        if (!legalValue.of(inForce(page.signatures()))) {
            add(marked("office-warning", text("steps.notice.no-legal-value")));
        }
        Report report = page.signed() ? check.quick(recordId) : null;
        DataTable<Stored> table = new DataTable<Stored>(text("office.record.tab.signatures"))
                .column(
                        text("office.record.signature.slot"),
                        signature -> new Span(slot(signature.slot(), page.content())))
                .column(text("office.record.signature.signer"), RecordSigned::signer)
                .column(
                        text("office.record.signature.time"),
                        signature -> new Span(Wording.moment(signature.signedAt())))
                .column(text("office.record.signature.serial"), RecordSigned::serial)
                .column(text("office.record.signature.state"), signature -> state(signature, report));
        table.setRows(page.signatures());
        if (report != null) {
            add(outcome(report));
        }
        add(new Card(text("office.record.tab.signatures"), table));
        if (report != null) {
            add(new Button(text("office.record.signature.full"), click -> judge()), verdict);
        }
    }

    /** Serial numbers of the certificates; those of every signature where none is in force. */
    private static List<String> inForce(List<Stored> signatures) {
        List<String> now = signatures.stream()
                .filter(signature -> signature.voidedAt() == null)
                .map(Stored::serial)
                .toList();
        return now.isEmpty() ? signatures.stream().map(Stored::serial).toList() : now;
    }

    /** With the subject where a teacher signed the own row. */
    private static String slot(Slot slot, RecordSnapshot content) {
        String kind = text("office.slot." + slot.kind());
        return content.subjects().stream()
                .filter(row -> row.id().equals(slot.rowId()))
                .findFirst()
                .map(row -> text("office.slot.row", kind, row.name()))
                .orElse(kind);
    }

    private static Component signer(Stored signature) {
        return new Span(
                signature.signerTitle().isBlank()
                        ? signature.signerName()
                        : signature.signerName() + " – " + signature.signerTitle());
    }

    private static Component serial(Stored signature) {
        Span serial = new Span(signature.serial());
        serial.addClassName("office-code");
        return serial;
    }

    private static Component state(Stored signature, Report report) {
        if (signature.voidedAt() != null) {
            Div state = new Div(
                    Badge.plain(text("office.record.signature.void-at", Wording.moment(signature.voidedAt()))),
                    new Paragraph(text("office.record.signature.void", signature.voidReason())));
            state.addClassName("record-void");
            return state;
        }
        boolean valid = report != null
                && report.signatures().stream()
                        .anyMatch(found -> found.slot().equals(signature.slot())
                                && found.serial().equalsIgnoreCase(signature.serial())
                                && found.valid());
        return valid
                ? Badge.ok(text("office.record.signature.valid"))
                : Badge.late(text("office.record.signature.invalid"));
    }

    private static Component outcome(Report report) {
        if (report.passed()) {
            return marked("office-good", text("office.record.signature.passed"));
        }
        UnorderedList problems = new UnorderedList();
        problems.addClassName("office-warning");
        report.findings()
                .forEach(finding -> problems.add(new ListItem(text(
                        "office.record.signature.problem",
                        finding.check(),
                        Texts.of(Wording.locale(), finding.key(), finding.args().toArray())))));
        return problems;
    }

    private void judge() {
        verdict.removeAll();
        try {
            List<DssJudge.Verdict> verdicts = check.full(recordId);
            List<DssJudge.Verdict> failed =
                    verdicts.stream().filter(v -> !v.passed()).toList();
            verdict.add(
                    failed.isEmpty()
                            ? marked("office-good", text("office.record.signature.full.passed", verdicts.size()))
                            : marked(
                                    "office-warning",
                                    text(
                                            "office.record.signature.full.failed",
                                            failed.size(),
                                            verdicts.size(),
                                            failed.stream()
                                                    .map(v -> v.indication() + " " + String.join(", ", v.errors()))
                                                    .collect(Collectors.joining("; ")))));
        } catch (Refused refused) {
            verdict.add(marked("office-warning", refused.text(Wording.locale())));
        }
    }

    private static Paragraph marked(String style, String words) {
        Paragraph paragraph = new Paragraph(words);
        paragraph.addClassName(style);
        return paragraph;
    }
}
