package vn.hocba.receipt;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.identity.Session;
import vn.hocba.registry.ConfirmedList;
import vn.hocba.registry.ConfirmedLists;
import vn.hocba.registry.ReceiptListState;
import vn.hocba.shared.Refused;

/** A leader of the Sở approves a list of receipts; only then its clerk applies the certificate of the Sở. */
@Service
public class ApproveList {

    private final OwnLists own;
    private final ConfirmedLists lists;
    private final Session session;
    private final AuditLog audit;

    ApproveList(OwnLists own, ConfirmedLists lists, Session session, AuditLog audit) {
        this.own = own;
        this.lists = lists;
        this.session = session;
        this.audit = audit;
    }

    /**
     * Approves it.
     *
     * @throws Refused when it was approved or signed already, is not made ready yet, or the current user is no leader of its Sở
     */
    @Transactional
    public void approve(String listId) {
        own.get(listId, Right.APPROVE_RECEIPTS);
        ConfirmedList list = lists.lock(listId);
        if (list.state() != ReceiptListState.WAITING || list.approvedBy() != null) {
            throw Refused.notNow("receipt.already-approved");
        }
        CurrentUser leader = session.user();
        lists.approve(listId, leader.username(), leader.displayName());
        audit.append(list.provinceId(), "receipts.approved", list.name());
    }
}
