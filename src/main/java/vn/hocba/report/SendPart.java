package vn.hocba.report;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.audit.AuditLog;
import vn.hocba.report.MinistryGateway.Parcel;
import vn.hocba.report.ReportedParts.Part;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Delivery;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.shared.Unreachable;

/** Sends the parts of a report to the ministry, one after the other. */
@Component
class SendPart {

    private final Reports reports;
    private final ReportedParts parts;
    private final MinistryGateway ministry;
    private final SchoolDirectory directory;
    private final AuditLog audit;
    private final TransactionTemplate separately;

    SendPart(
            Reports reports,
            ReportedParts parts,
            MinistryGateway ministry,
            SchoolDirectory directory,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.reports = reports;
        this.parts = parts;
        this.ministry = ministry;
        this.directory = directory;
        this.audit = audit;
        this.separately = new TransactionTemplate(transactions);
        this.separately.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Sends the next part and keeps its receipt. A failure is noted at the report and thrown on: the engine tries again.
     *
     * @return whether there is another part
     * @throws RuntimeException when the ministry cannot be reached, turns the part down, or its receipt is not of this part
     */
    boolean next(String reportId) {
        Optional<Part> next = parts.nextToSend(reportId);
        if (next.isEmpty()) {
            return false;
        }
        Part part = next.get();
        Report report = reports.get(reportId);
        MinistryReceipt receipt;
        try {
            receipt = receiptOf(
                    part,
                    ministry.send(new Parcel(
                            report.fileName(directory.unit(report.provinceId()).code(), part.partNo()),
                            part.hash(),
                            parts.content(part.id()))));
        } catch (RuntimeException failure) {
            String reason = failure instanceof Refused || failure instanceof Unreachable
                    ? failure.getMessage()
                    : Texts.vi("report.not-sent", failure.getClass().getSimpleName());
            separately.executeWithoutResult(status -> reports.get(reportId).failed(reason));
            throw failure;
        }
        parts.sent(part, receipt);
        report.sent();
        audit.append(
                report.provinceId(),
                "ministry-report.sent",
                report.name() + " " + part.partNo() + "/" + report.parts() + ": " + receipt.number());
        return parts.nextToSend(reportId).isPresent();
    }

    private static MinistryReceipt receiptOf(Part part, Delivery<MinistryReceipt> delivery) {
        if (delivery instanceof Delivery.TurnedDown<MinistryReceipt> turnedDown) {
            throw Refused.notNow("report.turned-down", turnedDown.reason());
        }
        MinistryReceipt receipt = ((Delivery.Answered<MinistryReceipt>) delivery).answer();
        if (!receipt.hash().equals(part.hash())) {
            throw new Unreachable("report.receipt.other-hash", receipt.number());
        }
        return receipt;
    }
}
