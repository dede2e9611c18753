package vn.hocba.receipt;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Service;
import vn.hocba.audit.AuditLog;
import vn.hocba.document.ReceiptFormat;
import vn.hocba.document.ReceiptList;
import vn.hocba.identity.Right;
import vn.hocba.identity.Session;
import vn.hocba.registry.ConfirmedList;
import vn.hocba.registry.ConfirmedLists;
import vn.hocba.registry.ReceiptListState;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Texts;
import vn.hocba.signing.SignedPacket;
import vn.hocba.signing.WholeDocument;
import vn.hocba.workflow.BatchJob.BatchRun;
import vn.hocba.workflow.ReceiptProcesses;
import vn.hocba.workflow.SigningStep;
import vn.hocba.workflow.ToSign;

/** The signature of the Sở on a list of receipts. */
@Service
class ListSignature implements SigningStep {

    static final String KIND = "sign-receipt-list";

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final OwnLists own;
    private final ConfirmedLists lists;
    private final ReceiptFormat format;
    private final ReceiptProcesses processes;
    private final Session session;
    private final AuditLog audit;

    ListSignature(
            OwnLists own,
            ConfirmedLists lists,
            ReceiptFormat format,
            ReceiptProcesses processes,
            Session session,
            AuditLog audit) {
        this.own = own;
        this.lists = lists;
        this.format = format;
        this.processes = processes;
        this.session = session;
        this.audit = audit;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ToSign prepare(BatchRun run, String listId, Instant signedAt) {
        own.get(listId, Right.SIGN_RECEIPTS);
        ConfirmedList list = lists.lock(listId);
        if (list.state() == ReceiptListState.SIGNED) {
            return ToSign.nothing(Texts.vi("receipt.already-signed"));
        }
        own.demandApproved(list, session.user());
        Unit province = own.province(Right.SIGN_RECEIPTS);
        return ToSign.of(
                0,
                format.write(content(list, province)),
                WholeDocument.RECEIPTS,
                signed -> keep(list, province, signed));
    }

    private static ReceiptList content(ConfirmedList list, Unit province) {
        return new ReceiptList(
                list.kind(),
                list.id(),
                province.code(),
                province.name(),
                province.taxCode(),
                list.schoolYear(),
                list.wave() == null ? null : list.wave().ordinal() + 1,
                list.from(),
                list.day(),
                list.total(),
                list.root(),
                list.approvedByName(),
                LocalDate.ofInstant(list.approvedAt(), ZONE));
    }

    private void keep(ConfirmedList list, Unit province, SignedPacket signed) {
        lists.keepSigned(
                list,
                signed.packet(),
                signed.serial(),
                province.taxCode(),
                session.user().displayName());
        audit.append(list.provinceId(), "receipts.signed", list.name() + ": " + list.total());
        processes.signed(list.id());
    }
}
