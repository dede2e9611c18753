package vn.hocba.submission;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.shared.Delivery;
import vn.hocba.shared.Texts;
import vn.hocba.shared.Unreachable;
import vn.hocba.submission.ProvinceGateway.Answer;

/** Sends a package to the province, and keeps what it answers. */
@Component
class SendPackage {

    private final SubmissionPackageRepository packages;
    private final SubmissionItemRepository items;
    private final ProvinceGateway gateway;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SendPackage(
            SubmissionPackageRepository packages,
            SubmissionItemRepository items,
            ProvinceGateway gateway,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.packages = packages;
        this.items = items;
        this.gateway = gateway;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Sends it, unless the school has given up a version in it.
     *
     * @throws RuntimeException when the province cannot be reached or something is broken there, or when its answers could not be kept; that is noted at the package
     */
    void send(String packageId) {
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
                .map(item -> new Answer(item.yearRecordId, false, null, false, List.of(reason)))
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
                item.answer(answer.accepted(), answer.receiptNo(), answer.late(), answer.reasons());
            }
        });
    }
}
