package vn.hocba.dossier.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import vn.hocba.document.ReceiptLeaf.Answered;
import vn.hocba.document.ReceiptLeaf.Frozen;
import vn.hocba.dossier.CheckFile;
import vn.hocba.dossier.CheckFile.Outcome;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolYear;
import vn.hocba.shared.Texts;
import vn.hocba.signing.ReceiptVerification;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.Facts;
import vn.hocba.ui.FileUpload;
import vn.hocba.ui.FormFile;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Notice;
import vn.hocba.ui.Screen;
import vn.hocba.ui.UploadWords;
import vn.hocba.ui.Wording;

/** Whoever is handed a record as a file sees here whether it is what it claims, and what it says. */
@Route(value = "kiem-tra-tep", layout = MainLayout.class)
@RolesAllowed({"PRINCIPAL", "CLERK", "SCHOOL_ADMIN", "PROVINCE"})
class CheckFileView extends Screen {

    private static final long serialVersionUID = 1L;

    private final transient CheckFile files;
    private final FileUpload upload =
            new FileUpload(new FileUpload.Limits(1, CheckFile.LARGEST, CheckFile.LARGEST), ".xml");
    private final Div result = new Div();

    CheckFileView(CheckFile files) {
        super("office.check.title");
        this.files = files;
        Button go = new Button(text("office.check.go"), click -> check());
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        upload.setI18n(words());
        upload.getElement().setAttribute("aria-label", text("office.check.file"));
        result.addClassName("office-content");
        result.getElement().setAttribute("aria-live", "polite");
        add(new Paragraph(text("office.check.intro")), upload, new Div(go), result);
    }

    private static UploadI18N words() {
        UploadI18N words = UploadWords.inCurrentLanguage();
        words.getAddFiles().setOne(text("office.check.file"));
        words.getError()
                .setTooManyFiles(text("office.check.one-file"))
                .setFileIsTooBig(text("office.check.too-big"))
                .setIncorrectFileType(text("office.check.bad-type"));
        return words;
    }

    private void check() {
        result.removeAll();
        if (upload.received().isEmpty()) {
            Notice.refused(text("office.check.no-file"));
        }
        for (FormFile file : upload.received()) {
            try {
                result.add(card(file.name(), files.check(file.content())));
            } catch (Refused refused) {
                Notice.refused(refused.text(Wording.locale()));
            }
        }
        upload.forgetAll();
    }

    private Component card(String name, Outcome outcome) {
        Div body = new Div();
        body.addClassName("card-body");
        if (!outcome.passed()) {
            UnorderedList problems = new UnorderedList();
            problems.addClassName("office-warning");
            outcome.findings()
                    .forEach(finding -> problems.add(new ListItem(text(
                            "office.record.signature.problem",
                            finding.check(),
                            Texts.of(
                                    Wording.locale(),
                                    finding.key(),
                                    finding.args().toArray())))));
            body.add(problems);
            return new Card(name, body).beside(Badge.late(text("office.check.refused")));
        }
        Facts facts = new Facts();
        if (outcome.packet() != null) {
            record(facts, outcome.packet().content());
        }
        if (outcome.receipt() == null) {
            facts.fact(text("office.check.effective"), text("office.check.no-receipt"));
        } else {
            receipt(facts, outcome.receipt());
        }
        body.add(facts);
        if (outcome.packet() != null) {
            outcome.packet()
                    .signatures()
                    .forEach(signature -> facts.fact(
                            text("office.slot." + signature.slot().kind()),
                            text("office.check.by-at", signature.signer(), moment(signature.signedAt()))));
            Anchor form = new Anchor(RecordFiles.checkedForm(files, outcome), text("office.record.pdf"));
            form.setTarget(AnchorTarget.BLANK);
            form.addClassName("button-link");
            body.add(new Div(form), new Paragraph(text("office.check.now")));
        }
        return new Card(name, body).beside(Badge.ok(text("office.check.passed")));
    }

    private static void record(Facts facts, RecordSnapshot content) {
        facts.fact(text("office.column.pupil"), content.pupil().fullName())
                .fact(text("office.check.birth-date"), date(content.pupil().birthDate()))
                .fact(
                        text("office.check.year"),
                        text(
                                "office.record.year",
                                content.className(),
                                new SchoolYear(content.schoolYear()).toString(),
                                content.issuer().schoolName()))
                .fact(text("office.record.code"), content.lookupCode());
    }

    private static void receipt(Facts facts, ReceiptVerification.Report report) {
        if (report.receipt().leaf() instanceof Frozen frozen) {
            facts.fact(text("office.check.effective"), date(frozen.effectiveOn()));
        } else if (report.receipt().leaf() instanceof Answered answered) {
            facts.fact(
                    text("office.check.answered"),
                    text(
                            answered.accepted() ? "office.check.answered.taken" : "office.check.answered.rejected",
                            answered.receiptNo(),
                            moment(answered.at())));
        }
        facts.fact(
                text("office.check.receipt"), text("office.check.by-at", report.signer(), moment(report.signedAt())));
    }
}
