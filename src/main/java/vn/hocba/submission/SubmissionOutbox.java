package vn.hocba.submission;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.workflow.OwnTransaction;

/**
 * What the model {@code processes/submission.bpmn} calls: sends a package and brings its receipts to the records. Both may be called again at any time: what
 * is done already is not done twice.
 */
@Component("submissionOutbox")
public class SubmissionOutbox {

    private static final Logger LOG = LoggerFactory.getLogger(SubmissionOutbox.class);

    private final SendPackage send;
    private final DeliverReceipt receipt;
    private final SubmissionPackageRepository packages;
    private final SubmissionItemRepository items;
    private final OwnTransaction perRecord;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SubmissionOutbox(
            SendPackage send,
            DeliverReceipt receipt,
            SubmissionPackageRepository packages,
            SubmissionItemRepository items,
            OwnTransaction perRecord,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.send = send;
        this.receipt = receipt;
        this.packages = packages;
        this.items = items;
        this.perRecord = perRecord;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Sends a package and keeps the answers, unless the school has given up a version in it: then nothing is sent. A failure is noted at the package, which stays READY, and thrown on: the engine tries again.
     *
     * @throws RuntimeException when the province cannot be reached or something is broken there, or when its answers could not be kept
     */
    public void send(String packageId) {
        send.send(packageId);
    }

    /**
     * Brings every record its answer, one transaction each; a rejected record goes back to the homeroom teacher with the reasons, and what was signed is
     * void. Of a package that was refused as a whole, or not sent, the records go back to the clerk, as they are. Where one fails, the others still get theirs.
     *
     * @throws IllegalStateException when a record could not be told: the engine tries again
     */
    public void deliverReceipts(String packageId) {
        int failed = 0;
        String why = "";
        for (SubmissionItem item : items.findByPackageId(packageId)) {
            if (item.state != SubmissionItem.State.WAITING) {
                continue;
            }
            try {
                perRecord.run(() -> receipt.deliver(item.id()));
            } catch (RuntimeException e) {
                LOG.error("Receipt {} could not be delivered; it will be tried again", item.receiptNo, e);
                failed++;
                why = e instanceof Refused refused && refused.key().equals(DeliverReceipt.OTHER_VERSION)
                        ? " " + e.getMessage()
                        : why;
            }
        }
        if (failed > 0) {
            String error = Texts.vi("submission.not-delivered", failed) + why;
            transaction.executeWithoutResult(
                    status -> packages.findById(packageId).orElseThrow().notDelivered(error, clock.instant()));
            throw new IllegalStateException(failed + " receipts of package " + packageId + " could not be delivered");
        }
        transaction.executeWithoutResult(
                status -> packages.findById(packageId).orElseThrow().delivered());
    }
}
