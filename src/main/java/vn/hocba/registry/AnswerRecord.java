package vn.hocba.registry;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.document.ClassPackage;
import vn.hocba.record.YearRecords;
import vn.hocba.registry.IntakeRules.Verdict;
import vn.hocba.registry.RegisteredCounts.Kind;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Sha256;
import vn.hocba.shared.Texts;
import vn.hocba.signing.PacketVerification;
import vn.hocba.signing.PacketVerification.Finding;
import vn.hocba.signing.PacketVerification.Report;
import vn.hocba.signing.PacketVerification.Stage;

/** Answers one record of a package, in a transaction of its own: takes its version in, or says why not. */
@Component
class AnswerRecord {

    private final PacketVerification verification;
    private final YearRecords records;
    private final IntakeRules rules;
    private final TakenVersions versions;
    private final IssueReceipt receipts;
    private final TransactionTemplate transaction;

    AnswerRecord(
            PacketVerification verification,
            YearRecords records,
            IntakeRules rules,
            TakenVersions versions,
            IssueReceipt receipts,
            PlatformTransactionManager transactions) {
        this.verification = verification;
        this.records = records;
        this.rules = rules;
        this.versions = versions;
        this.receipts = receipts;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** From here on every record has its own answer: whatever goes wrong at one of them does not turn down the package. */
    ProvinceReceipt of(Sender sender, ClassPackage.Item item) {
        try {
            return answer(sender, item);
        } catch (Refused notOfThePackage) {
            throw new IllegalStateException(
                    "record " + item.yearRecordId() + " could not be answered", notOfThePackage);
        }
    }

    private ProvinceReceipt answer(Sender sender, ClassPackage.Item item) {
        String hash = Sha256.of(item.packet());
        // The school is part of the key: nobody can have another school's packet answered before that school sends it.
        String key =
                String.join(":", sender.school().code(), item.yearRecordId(), Integer.toString(item.versionNo()), hash);
        Optional<ProvinceReceipt> known = receipts.known(key);
        if (known.isPresent()) {
            return known.get();
        }
        Report report = verification.verify(item.packet(), Stage.RELEASED, sender.signers());
        try {
            return Objects.requireNonNull(transaction.execute(status -> decide(sender, item, hash, key, report)));
        } catch (DataIntegrityViolationException sentTwiceAtOnce) {
            return receipts.known(key).orElseThrow(() -> sentTwiceAtOnce);
        }
    }

    private ProvinceReceipt decide(Sender sender, ClassPackage.Item item, String hash, String key, Report report) {
        // First of all, so that a version is either taken before its record is frozen, or finds it frozen. A record of
        // another database has no lock here.
        records.lockAll(List.of(item.yearRecordId()));
        String number = receipts.nextNumber();
        Verdict verdict = report.passed() && !sender.signers().isRight(report.actingFor(), report.signatures())
                ? Verdict.no(List.of(Texts.vi(
                        "registry.reject.capacity",
                        report.actingFor().name(),
                        report.actingFor().title())))
                : report.passed()
                        ? rules.of(sender, item, report.content())
                        : Verdict.no(report.findings().stream()
                                .map(AnswerRecord::reason)
                                .distinct()
                                .toList());
        Map<Kind, Integer> changes = verdict.place() != null
                ? versions.take(
                        report.content(), item.packet(), hash, sender.signers().of(report), verdict.place())
                : Map.of();
        // What came too late may come once more as it is: that it was late then is no answer for good.
        ProvinceReceipt receipt =
                receipts.issue(number, verdict.late() ? key + ":" + number : key, sender, item, report, verdict);
        versions.count(changes);
        return receipt;
    }

    private static String reason(Finding finding) {
        return Texts.vi(finding.key(), finding.args().toArray());
    }
}
