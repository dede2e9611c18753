package vn.hocba.submission;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.audit.AuditLog;
import vn.hocba.record.PacketStore;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.shared.Delivery;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.shared.Unreachable;
import vn.hocba.signing.RecordSignatures;
import vn.hocba.submission.ProvinceGateway.Answer;
import vn.hocba.workflow.OwnTransaction;
import vn.hocba.workflow.RecordProcesses;

/**
 * What the model {@code processes/submission.bpmn} calls: sends a package and brings its receipts to the records. Both may be called again at any time: what
 * is done already is not done twice.
 */
@Component("submissionOutbox")
public class SubmissionOutbox {

    private static final Logger LOG = LoggerFactory.getLogger(SubmissionOutbox.class);
    private static final int RETURN_REASON_LENGTH = 1000;
    private static final String OTHER_VERSION = "submission.other-version";

    private final SubmissionPackageRepository packages;
    private final SubmissionItemRepository items;
    private final ProvinceGateway gateway;
    private final YearRecords records;
    private final PacketStore packets;
    private final RecordSignatures signatures;
    private final RecordProcesses processes;
    private final AuditLog audit;
    private final ObjectProvider<BeforeReturn> beforeReturn;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final OwnTransaction perRecord;
    private final TransactionTemplate transaction;

    SubmissionOutbox(
            SubmissionPackageRepository packages,
            SubmissionItemRepository items,
            ProvinceGateway gateway,
            YearRecords records,
            PacketStore packets,
            RecordSignatures signatures,
            RecordProcesses processes,
            AuditLog audit,
            ObjectProvider<BeforeReturn> beforeReturn,
            ApplicationEventPublisher events,
            Clock clock,
            OwnTransaction perRecord,
            PlatformTransactionManager transactions) {
        this.packages = packages;
        this.items = items;
        this.gateway = gateway;
        this.records = records;
        this.packets = packets;
        this.signatures = signatures;
        this.processes = processes;
        this.audit = audit;
        this.beforeReturn = beforeReturn;
        this.events = events;
        this.clock = clock;
        this.perRecord = perRecord;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Sends a package and keeps the answers, unless the school has given up a version in it: then nothing is sent. A failure is noted at the package, which stays READY, and thrown on: the engine tries again.
     *
     * @throws RuntimeException when the province cannot be reached or something is broken there, or when its answers could not be kept
     */
    public void send(String packageId) {
        SubmissionPackage pack = packages.findById(packageId).orElseThrow();
        if (pack.state != PackageState.READY) {
            return;
        }
        if (items.countGivenUp(packageId) > 0) {
            // The province would take a version in that the school has given up: what is left is packed again.
            doNotSend(packageId);
            return;
        }
        List<Answer> answers = noting(packageId, "submission.broken", () -> ask(pack));
        noting(packageId, "submission.not-kept", () -> {
            keep(packageId, answers);
            return null;
        });
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
                perRecord.run(() -> deliver(item.id()));
            } catch (RuntimeException e) {
                LOG.error("Receipt {} could not be delivered; it will be tried again", item.receiptNo, e);
                failed++;
                why = e instanceof Refused refused && refused.key().equals(OTHER_VERSION) ? " " + e.getMessage() : why;
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

    private List<Answer> ask(SubmissionPackage pack) {
        Delivery<List<Answer>> delivery = gateway.send(pack.content);
        if (delivery instanceof Delivery.TurnedDown<List<Answer>> turnedDown) {
            // No receipt: only then do the records go back to the clerk.
            return refusedAsAWhole(pack.id(), turnedDown.reason());
        }
        List<Answer> answers = ((Delivery.Answered<List<Answer>>) delivery).answer();
        demandComplete(pack.id(), answers);
        return answers;
    }

    private void doNotSend(String packageId) {
        transaction.executeWithoutResult(status -> {
            packages.findById(packageId).orElseThrow().givenUp();
            items.findByPackageId(packageId).forEach(item -> item.notSent(Texts.vi("submission.given-up")));
        });
    }

    private List<Answer> refusedAsAWhole(String packageId, String reason) {
        return items.findByPackageId(packageId).stream()
                .map(item -> new Answer(item.yearRecordId, false, null, List.of(reason)))
                .toList();
    }

    private <T> T noting(String packageId, String errorKey, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            String error = failure instanceof Unreachable
                    ? Texts.vi("submission.outage", failure.getMessage())
                    : Texts.vi(errorKey, failure.getClass().getSimpleName());
            transaction.executeWithoutResult(
                    status -> packages.findById(packageId).orElseThrow().notSent(error, clock.instant()));
            throw failure;
        }
    }

    /** A receipt that has no number is none: its record would go back to the clerk as if the package had been turned down. */
    private void demandComplete(String packageId, List<Answer> answers) {
        Set<String> answered = answers.stream()
                .filter(answer -> answer.receiptNo() != null)
                .map(Answer::yearRecordId)
                .collect(Collectors.toSet());
        if (!items.findByPackageId(packageId).stream().allMatch(item -> answered.contains(item.yearRecordId))) {
            throw new IllegalStateException("the province has not answered every record of package " + packageId);
        }
    }

    private void keep(String packageId, List<Answer> answers) {
        Map<String, Answer> byRecord =
                answers.stream().collect(Collectors.toMap(Answer::yearRecordId, Function.identity()));
        transaction.executeWithoutResult(status -> {
            packages.findById(packageId).orElseThrow().answered(clock.instant());
            for (SubmissionItem item : items.findByPackageId(packageId)) {
                Answer answer = byRecord.get(item.yearRecordId);
                item.answer(answer.accepted(), answer.receiptNo(), answer.reasons());
            }
        });
    }

    private void deliver(String itemId) {
        SubmissionItem item = items.findById(itemId).orElseThrow();
        YearRecord record = records.lock(item.yearRecordId);
        boolean sent = item.accepted != null;
        boolean accepted = Boolean.TRUE.equals(item.accepted);
        // Only a package that was refused as a whole, or not sent, has no receipts.
        boolean whole = item.receiptNo == null;
        String by = by(item);
        String reasons = item.reasons.length() <= RETURN_REASON_LENGTH
                ? item.reasons
                : item.reasons.substring(0, RETURN_REASON_LENGTH);
        boolean fits = record.versionNo() == item.versionNo;
        if (accepted && !fits) {
            throw Refused.notNow(OTHER_VERSION, item.versionNo, record.versionNo());
        }
        boolean ended = fits
                && !accepted
                && record.state() == RecordState.SUBMITTED
                && beforeReturn.stream().anyMatch(process -> process.ends(record));
        boolean waited = fits
                && !ended
                && (whole
                        ? processes.packageBack(record, sent, reasons, by)
                        : processes.receiptArrived(record, accepted, accepted ? null : reasons, by));
        if (waited && !whole && !accepted) {
            packets.voidCurrent(record.id());
            signatures.voidAll(record.id(), record.versionNo(), reasons);
        }
        if (waited && accepted) {
            packets.replaceFormer(record.id());
            events.publishEvent(new VersionAccepted(record.id(), record.versionNo()));
        }
        if (waited || ended) {
            audit.append(
                    record.id(),
                    sent ? accepted ? "submission.accepted" : "submission.rejected" : "submission.not-sent",
                    accepted ? by : by + "\n" + item.reasons);
        }
        if (sent) {
            item.state = accepted ? SubmissionItem.State.ACCEPTED : SubmissionItem.State.REJECTED;
        } else {
            item.state = SubmissionItem.State.NOT_SENT;
        }
    }

    private static String by(SubmissionItem item) {
        if (item.accepted == null) {
            return Texts.vi("submission.by-system");
        }
        return item.receiptNo == null
                ? Texts.vi("submission.by-province")
                : Texts.vi("submission.by-receipt", item.receiptNo);
    }
}
