package vn.hocba.receipt;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.registry.HashLists;

/** What the model {@code processes/receipt-list.bpmn} calls, in the engine's own transaction. Each piece is a job of its own: after a crash the engine goes on with the one that was not done. */
@Component("receiptList")
@Transactional(propagation = Propagation.MANDATORY)
class ReceiptSteps {

    private final HashLists hashing;

    ReceiptSteps(HashLists hashing) {
        this.hashing = hashing;
    }

    /**
     * Hashes the next piece.
     *
     * @return the state of the list then, by its name
     */
    public String hashNext(String listId) {
        return hashing.next(listId).name();
    }
}
