package vn.hocba.registry;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.audit.AuditLog;
import vn.hocba.document.ClassPackage;
import vn.hocba.document.PackageFormat;
import vn.hocba.document.PacketFormat;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.YearRecords;
import vn.hocba.registry.RegisteredCounts.Kind;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.UnitKind;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Sha256;
import vn.hocba.shared.Texts;
import vn.hocba.signing.PacketVerification;
import vn.hocba.signing.PacketVerification.Finding;
import vn.hocba.signing.PacketVerification.Report;
import vn.hocba.signing.PacketVerification.Stage;

/**
 * Takes the package of a class into the province's database. Nobody is signed in here: the school's signature over the package says who sends it. Every
 * record is answered on its own, in a transaction of its own, and the same packet sent again gets the same answer without any effect.
 */
@Service
public class Intake {

    private static final int LONGEST_ID = 32;

    /** Of a name in a list. */
    private static final int LONGEST_NAME = 150;

    private final PackageFormat packages;
    private final PacketFormat packets;
    private final PacketVerification verification;
    private final SchoolDirectory directory;
    private final SignatoryDirectory signers;
    private final IntakeRules rules;
    private final ReceiptNumbers numbers;
    private final RegisteredRecordRepository registered;
    private final YearRecords records;
    private final IssuedReceiptRepository receipts;
    private final IntakeCounts counts;
    private final RegisteredCounts versionCounts;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Intake(
            PackageFormat packages,
            PacketFormat packets,
            PacketVerification verification,
            SchoolDirectory directory,
            SignatoryDirectory signers,
            IntakeRules rules,
            ReceiptNumbers numbers,
            RegisteredRecordRepository registered,
            YearRecords records,
            IssuedReceiptRepository receipts,
            IntakeCounts counts,
            RegisteredCounts versionCounts,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.packages = packages;
        this.packets = packets;
        this.verification = verification;
        this.directory = directory;
        this.signers = signers;
        this.rules = rules;
        this.numbers = numbers;
        this.registered = registered;
        this.records = records;
        this.receipts = receipts;
        this.counts = counts;
        this.versionCounts = versionCounts;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Takes a package in.
     *
     * @param content the signed package, exactly as the school sent it
     * @return a receipt for each record, in the order of the package
     * @throws Refused when the package as a whole is not acceptable: not readable, of an unknown school, not signed by that school; nothing is stored
     */
    public List<ProvinceReceipt> receive(byte[] content) {
        ClassPackage pack = packages.read(content);
        Unit school = directory
                .unitByCode(pack.schoolCode())
                .filter(unit -> unit.kind() == UnitKind.SCHOOL && unit.taxCode() != null)
                .orElseThrow(() -> Refused.notFound("registry.unknown-school", pack.schoolCode()));
        verification.verifyPackage(content, school.taxCode()).stream()
                .findFirst()
                .ifPresent(finding -> {
                    throw Refused.invalid(finding.key(), finding.args().toArray());
                });
        demandEachOnce(pack);
        demandShortIds(pack);
        Sender sender = new Sender(
                school,
                directory
                        .provinceOf(school.id())
                        .orElseThrow(() -> Refused.notFound("registry.unknown-school", school.code()))
                        .code(),
                pack.id(),
                pack.schoolYear(),
                pack.className(),
                signers.of(school, pack.schoolYear(), pack.className())
                        .orElseThrow(
                                () -> Refused.notFound("registry.unknown-class", pack.className(), school.name())));
        numbers.prepare();
        return pack.items().stream().map(item -> answerOnly(sender, item)).toList();
    }

    /** From here on every record has its own answer: whatever goes wrong at one of them does not turn down the package. */
    private ProvinceReceipt answerOnly(Sender sender, ClassPackage.Item item) {
        try {
            return answer(sender, item);
        } catch (Refused notOfThePackage) {
            throw new IllegalStateException(
                    "record " + item.yearRecordId() + " could not be answered", notOfThePackage);
        }
    }

    /** The schema allows longer ones than a receipt can name. */
    private static void demandShortIds(ClassPackage pack) {
        if (!Stream.concat(Stream.of(pack.id()), pack.items().stream().map(ClassPackage.Item::yearRecordId))
                .allMatch(id -> id.length() <= LONGEST_ID)) {
            throw Refused.invalid("registry.long-id", LONGEST_ID);
        }
    }

    private static void demandEachOnce(ClassPackage pack) {
        Set<String> seen = new HashSet<>();
        if (!pack.items().stream().allMatch(item -> seen.add(item.yearRecordId()))) {
            throw Refused.invalid("registry.twice-in-package");
        }
    }

    private ProvinceReceipt answer(Sender sender, ClassPackage.Item item) {
        String hash = Sha256.of(item.packet());
        // The school is part of the key: nobody can have another school's packet answered before that school sends it.
        String key =
                String.join(":", sender.school().code(), item.yearRecordId(), Integer.toString(item.versionNo()), hash);
        Optional<ProvinceReceipt> known = receipts.findByIdempotencyKey(key).map(IssuedReceipt::toReceipt);
        if (known.isPresent()) {
            return known.get();
        }
        Report report = verification.verify(
                item.packet(), Stage.RELEASED, sender.signatories().expected());
        try {
            return Objects.requireNonNull(transaction.execute(
                    status -> decide(sender, item, hash, key, report).toReceipt()));
        } catch (DataIntegrityViolationException sentTwiceAtOnce) {
            return receipts.findByIdempotencyKey(key)
                    .map(IssuedReceipt::toReceipt)
                    .orElseThrow(() -> sentTwiceAtOnce);
        }
    }

    private IssuedReceipt decide(Sender sender, ClassPackage.Item item, String hash, String key, Report report) {
        // First of all, so that a version is either taken before its record is frozen, or finds it frozen. A record of
        // another database has no lock here.
        records.lockAll(List.of(item.yearRecordId()));
        String number = numbers.next();
        List<String> reasons = report.passed()
                ? rules.objections(sender, item, report.content())
                : report.findings().stream().map(Intake::reason).distinct().toList();
        Map<Kind, Integer> versions = reasons.isEmpty()
                ? register(report.content(), item.packet(), hash, signers.write(sender.signatories()))
                : Map.of();
        List<IssuedReceipt> earlier = receipts.findByYearRecordIdAndSchoolCodeAndLatestTrue(
                item.yearRecordId(), sender.school().code());
        earlier.forEach(one -> one.latest = false);
        IssuedReceipt receipt = new IssuedReceipt();
        receipt.receiptNo = number;
        receipt.idempotencyKey = key;
        receipt.packageId = sender.packageId();
        receipt.provinceCode = sender.provinceCode();
        receipt.schoolCode = sender.school().code();
        receipt.schoolName = sender.school().name();
        receipt.schoolYear = sender.schoolYear();
        receipt.className = sender.className();
        String name = pupilName(item.packet(), report);
        receipt.pupilName = name == null || name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
        receipt.yearRecordId = item.yearRecordId();
        receipt.versionNo = item.versionNo();
        receipt.latest = true;
        receipt.accepted = reasons.isEmpty();
        receipt.setReasons(reasons);
        receipt.at = clock.instant();
        audit.append(
                item.yearRecordId(),
                receipt.accepted ? "registry.accepted" : "registry.rejected",
                String.join("\n", number, String.join("\n", reasons)).strip());
        receipts.saveAndFlush(receipt);
        counts.answered(receipt, earlier);
        versionCounts.change(versions);
        return receipt;
    }

    /** @return by how much the counts of versions change */
    private Map<Kind, Integer> register(RecordSnapshot content, byte[] packet, String hash, String signatories) {
        Map<Kind, Integer> changes = new HashMap<>();
        registered.findByYearRecordId(content.yearRecordId()).stream()
                .filter(version -> version.state.mayBecome(RegisteredState.REPLACED))
                .forEach(version -> {
                    changes.merge(Kind.of(version), -1, Integer::sum);
                    version.become(RegisteredState.REPLACED);
                });
        RegisteredRecord taken =
                registered.save(new RegisteredRecord(content, packet, hash, signatories, clock.instant()));
        changes.merge(Kind.of(taken), 1, Integer::sum);
        return changes;
    }

    /** For the list of what was rejected a name will do that nobody has vouched for. */
    private String pupilName(byte[] packet, Report report) {
        if (report.content() != null) {
            return report.content().pupil().fullName();
        }
        try {
            return packets.read(packet).pupil().fullName();
        } catch (Refused notReadable) {
            return null;
        }
    }

    private static String reason(Finding finding) {
        return Texts.vi(finding.key(), finding.args().toArray());
    }
}
