package vn.hocba.receipt;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.identity.Right;
import vn.hocba.identity.Session;
import vn.hocba.registry.ConfirmedList;
import vn.hocba.registry.ConfirmedLists;
import vn.hocba.registry.ReceiptListState;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.shared.UnitId;
import vn.hocba.signing.SigningSessions;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.signing.session.Entered;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.workflow.Batches;

/** The clerk of the Sở signs a list of receipts that a leader has approved, with the certificate of the Sở. */
@Service
public class SignList {

    private final OwnLists own;
    private final ConfirmedLists lists;
    private final SigningSessions sessions;
    private final Batches batches;
    private final Session session;
    private final TransactionTemplate transaction;

    SignList(
            OwnLists own,
            ConfirmedLists lists,
            SigningSessions sessions,
            Batches batches,
            Session session,
            PlatformTransactionManager transactions) {
        this.own = own;
        this.lists = lists;
        this.sessions = sessions;
        this.batches = batches;
        this.session = session;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What the current user is asked to sign: the certificate is that of the Sở. */
    public Confirmation asks() {
        return sessions.asks(KeyHolder.unit(own.province(Right.SIGN_RECEIPTS).id()));
    }

    /**
     * Starts signing.
     *
     * @param entered to confirm; a wrong PIN changes nothing
     * @return the batch's id
     * @throws Refused when it is signed, no leader has approved it, or the current user has, the key cannot be used, or the current user is not the clerk of its Sở
     */
    public String sign(String listId, Entered entered) {
        try (entered) {
            Unit province = own.province(Right.SIGN_RECEIPTS);
            ConfirmedList list = own.get(listId, Right.SIGN_RECEIPTS);
            if (list.state() != ReceiptListState.WAITING) {
                throw Refused.notNow("receipt.already-signed");
            }
            own.demandApproved(list, session.user());
            String batchId = batches.start(
                    new Batches.Order(ListSignature.KIND, new UnitId(province.id()), null, listId, List.of(listId)),
                    sessions.open(KeyHolder.unit(province.id()), entered));
            transaction.executeWithoutResult(status -> lists.signedBy(list, batchId));
            return batchId;
        }
    }
}
