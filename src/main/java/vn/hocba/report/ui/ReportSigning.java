package vn.hocba.report.ui;

import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.report.ApproveReport;
import vn.hocba.report.ProvinceCertificate;
import vn.hocba.report.ProvinceCertificate.Holder;
import vn.hocba.report.ReportBoard.Standing;
import vn.hocba.report.SignReport;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolYear;
import vn.hocba.signing.ui.SigningDialog;
import vn.hocba.ui.Badge;
import vn.hocba.ui.BatchProgress;
import vn.hocba.ui.Facts;
import vn.hocba.ui.NewPinDialog;
import vn.hocba.ui.Notice;
import vn.hocba.ui.ReasonDialog;
import vn.hocba.ui.ToBeSigned;
import vn.hocba.ui.Wording;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.ui.FollowedBatch;

/** What the Sở does about a report that waits: a leader approves it, the clerk signs it, or sees to the certificate first. */
final class ReportSigning {

    private final ApproveReport approval;
    private final SignReport signReport;
    private final ProvinceCertificate certificate;
    private final Batches batches;
    private final CurrentUser user;
    private final Runnable changed;

    /** @param changed called when something was done, so that it shows */
    ReportSigning(
            ReportActs acts, ProvinceCertificate certificate, Batches batches, CurrentUser user, Runnable changed) {
        this.approval = acts.approval();
        this.user = user;
        this.signReport = acts.signing();
        this.certificate = certificate;
        this.batches = batches;
        this.changed = changed;
    }

    Holder holder() {
        return certificate.get();
    }

    /**
     * Adds it to the body of the report's card.
     *
     * @param title what is signed
     */
    void draw(Div body, Facts facts, String title, Standing report, int schoolYear, Holder holder) {
        facts.fact(text("report.certificate"), certificateState(holder));
        if (!report.parts().isEmpty()) {
            facts.fact(
                    text("report.signed"),
                    text("report.of", report.signed(), report.parts().size()));
        }
        Optional<Batches.Progress> batch = ownBatch(report);
        batch.filter(own -> !own.isComplete())
                .ifPresent(own -> body.add(new BatchProgress(() -> followed(own.batchId()), changed)));
        if (batch.filter(ReportSigning::goesOn).isPresent()) {
            return;
        }
        if (report.approvedBy() == null) {
            body.add(
                    Right.APPROVE_REPORTS.isOf(user)
                            ? primary(text("report.approve"), () -> approve(report))
                            : new Paragraph(text("report.waits-for-leader")));
        } else {
            facts.fact(
                    text("report.approved-by"), text("report.by-at", report.approvedBy(), moment(report.approvedAt())));
        }
        if (!Right.SEND_REPORTS.isOf(user)) {
            if (report.approvedBy() != null) {
                body.add(new Paragraph(text("report.waits-for-clerk")));
            }
            return;
        }
        switch (holder.state()) {
            case VALID -> {
                if (report.approvedBy() == null) {
                    return;
                }
                Div actions = new Div(
                        primary(
                                text(report.signed() == 0 ? "report.sign" : "report.sign.rest"),
                                () -> askToSign(title, report, schoolYear, holder)),
                        new Button(text("report.certificate.revoke"), click -> askToRevoke(holder)));
                actions.addClassName("report-actions");
                body.add(actions);
            }
            case NO_TAX_CODE -> body.add(new Paragraph(text("report.certificate.no-tax-code.next")));
            case MISSING, REVOKED, EXPIRED ->
                body.add(primary(text("report.certificate.issue"), () -> askToIssue(holder)));
        }
    }

    private void approve(Standing report) {
        try {
            approval.approve(report.reportId());
            Notice.done(text("report.approved"));
        } catch (Refused refused) {
            Notice.refused(refused.text(Wording.locale()));
        }
        changed.run();
    }

    private void askToSign(String title, Standing report, int schoolYear, Holder holder) {
        SigningDialog.open(
                signReport.asks(),
                ToBeSigned.reportOf(report.records()),
                text("report.sign.what", title, new SchoolYear(schoolYear)),
                holder.owner(),
                entered -> {
                    signReport.sign(report.reportId(), entered);
                    changed.run();
                });
    }

    private void askToIssue(Holder holder) {
        new NewPinDialog(
                        text("report.certificate.issue.for", holder.owner()),
                        text("report.certificate.issue.note"),
                        text("report.certificate.issue"),
                        pin -> {
                            certificate.issue(pin);
                            Notice.done(text("report.certificate.issued", holder.owner()));
                            changed.run();
                        })
                .open();
    }

    private void askToRevoke(Holder holder) {
        new ReasonDialog(
                        text("report.certificate.revoke.for", holder.owner()),
                        text("report.certificate.revoke.note"),
                        ProvinceCertificate.SHORTEST_REASON,
                        text("report.certificate.revoke"),
                        reason -> {
                            certificate.revoke(reason);
                            Notice.done(text("report.certificate.revoked-now", holder.owner()));
                            changed.run();
                        })
                .open();
    }

    /** The batch that signs, where the person at the screen started it. */
    private Optional<Batches.Progress> ownBatch(Standing report) {
        return batches.latest().stream()
                .filter(batch -> batch.batchId().equals(report.batchId()))
                .findFirst();
    }

    /** Whether nobody has to enter anything here. */
    private static boolean goesOn(Batches.Progress batch) {
        BatchProgress.State state = FollowedBatch.state(batch);
        return state == BatchProgress.State.RUNNING || state == BatchProgress.State.WAITING;
    }

    private BatchProgress.Progress followed(String batchId) {
        return FollowedBatch.of(batches.progress(batchId), part -> text("report.part"));
    }

    private static Component certificateState(Holder holder) {
        return switch (holder.state()) {
            case VALID -> Badge.ok(text("report.certificate.valid", moment(holder.notAfter())));
            case EXPIRED -> Badge.late(text("report.certificate.expired"));
            case REVOKED -> Badge.late(text("report.certificate.revoked"));
            case MISSING -> Badge.soon(text("report.certificate.missing"));
            case NO_TAX_CODE -> Badge.late(text("report.certificate.no-tax-code"));
        };
    }

    static Button primary(String words, Runnable action) {
        Button button = new Button(words, click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }
}
