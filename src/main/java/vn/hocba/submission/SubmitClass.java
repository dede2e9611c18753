package vn.hocba.submission;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.audit.AuditLog;
import vn.hocba.document.ClassPackage;
import vn.hocba.document.PackageFormat;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.record.PacketStore;
import vn.hocba.record.PacketStore.CurrentPacket;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Sha256;
import vn.hocba.signing.PacketSigning;
import vn.hocba.signing.SigningSessions;
import vn.hocba.signing.WholeDocument;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.signing.session.Entered;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.signing.session.SigningSession;
import vn.hocba.workflow.RecordProcesses;
import vn.hocba.workflow.Step;
import vn.hocba.workflow.SubmissionProcesses;

/** The clerk packs what is sealed of a class, signs the package with the school's certificate and hands it over for sending. */
@Service
public class SubmitClass {

    private final Access access;
    private final SchoolDirectory directory;
    private final YearRecords records;
    private final PacketStore packets;
    private final PackageFormat format;
    private final PacketSigning signing;
    private final SigningSessions sessions;
    private final RecordProcesses processes;
    private final SubmissionProcesses submissions;
    private final SubmissionPackageRepository packages;
    private final SubmissionItemRepository items;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SubmitClass(
            Access access,
            SchoolDirectory directory,
            YearRecords records,
            PacketStore packets,
            PackageFormat format,
            PacketSigning signing,
            SigningSessions sessions,
            RecordProcesses processes,
            SubmissionProcesses submissions,
            SubmissionPackageRepository packages,
            SubmissionItemRepository items,
            AuditLog audit,
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.access = access;
        this.directory = directory;
        this.records = records;
        this.packets = packets;
        this.format = format;
        this.signing = signing;
        this.sessions = sessions;
        this.processes = processes;
        this.submissions = submissions;
        this.packages = packages;
        this.items = items;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A record that waits to be submitted. */
    public record Waiting(String recordId, int ordinal, String pupilName, int versionNo) {}

    /**
     * What a package of the class would hold.
     *
     * @param waiting in the order of the class list
     * @param total records of the class, whatever their state
     */
    public record Preview(String classId, String className, List<Waiting> waiting, int total) {}

    /**
     * What waits to be submitted.
     *
     * @throws Refused unless the current user is a clerk of the school
     */
    public Preview preview(String classId) {
        ClassInfo info = own(classId);
        List<Waiting> waiting = jdbc.sql(
                        "select r.id, r.ordinal, p.full_name, r.version_no from year_record r"
                                + " join pupil p on p.id = r.pupil_id where r.class_id = :class and r.state = :state order by r.ordinal")
                .param("class", classId)
                .param("state", Step.SUBMIT.state().name())
                .query((row, n) -> new Waiting(row.getString(1), row.getInt(2), row.getString(3), row.getInt(4)))
                .list();
        int total = jdbc.sql("select count(*) from year_record where class_id = ?")
                .param(classId)
                .query(Integer.class)
                .single();
        return new Preview(classId, info.name(), waiting, total);
    }

    /** What the current user is asked to sign a package of the class. */
    public Confirmation asks(String classId) {
        return sessions.asks(KeyHolder.unit(own(classId).schoolId()));
    }

    /**
     * Packs and signs everything that waits; sending follows by itself, with the receipts after it.
     *
     * @param entered to confirm with the school's certificate; a wrong PIN changes nothing
     * @return the package's id
     * @throws Refused when nothing waits, the key cannot be used, or the current user is not a clerk of the school
     */
    public String submit(String classId, Entered entered) {
        ClassInfo info = own(classId);
        List<String> waiting =
                preview(classId).waiting().stream().map(Waiting::recordId).toList();
        if (waiting.isEmpty()) {
            throw Refused.notNow("submission.nothing-waits", info.name());
        }
        try (SigningSession seal = sessions.open(KeyHolder.unit(info.schoolId()), entered)) {
            return Objects.requireNonNull(transaction.execute(status -> pack(info, waiting, seal)));
        }
    }

    /**
     * Sends a package at once that could not be sent so far.
     *
     * @throws Refused when it waits for nothing any more, or the current user is not a clerk of the school
     */
    public void sendAgain(String packageId) {
        transaction.executeWithoutResult(status -> {
            SubmissionPackage pack =
                    packages.findById(packageId).orElseThrow(() -> Refused.notFound("submission.unknown-package"));
            access.at(pack.schoolId, Role.CLERK);
            if (!submissions.tryAgain(packageId)) {
                throw Refused.notNow("submission.already-answered");
            }
            audit.append(packageId, "submission.sent-again", null);
        });
    }

    private ClassInfo own(String classId) {
        ClassInfo info = directory.classById(classId);
        access.at(info.schoolId(), Role.CLERK);
        return info;
    }

    private String pack(ClassInfo info, List<String> waiting, SigningSession seal) {
        CurrentUser user = access.at(info.schoolId(), Role.CLERK);
        // Locked by id as the freeze does, so that neither waits for the other in a ring; packed in the order of the
        // class list.
        Map<String, YearRecord> byId =
                records.lockAll(waiting).stream().collect(Collectors.toMap(YearRecord::id, Function.identity()));
        List<YearRecord> locked = waiting.stream().map(byId::get).toList();
        locked.forEach(record -> record.demand(Step.SUBMIT.state()));
        Map<String, CurrentPacket> current = packets.currentOf(waiting).stream()
                .collect(Collectors.toMap(CurrentPacket::yearRecordId, Function.identity()));
        SubmissionPackage pack = new SubmissionPackage(info, user.username(), clock.instant());
        ClassPackage content = new ClassPackage(
                pack.id(),
                directory.unit(info.schoolId()).code(),
                info.name(),
                info.schoolYear(),
                locked.stream().map(record -> item(record, current)).toList());
        pack.content =
                signing.sign(format.write(content), WholeDocument.PACKAGE, seal).packet();
        pack.contentHash = Sha256.of(pack.content);
        packages.save(pack);
        for (YearRecord record : locked) {
            items.save(new SubmissionItem(pack.id(), record.id(), record.versionNo()));
            processes.complete(record, Step.SUBMIT);
            audit.append(record.id(), "submission.submitted", pack.id());
        }
        submissions.start(pack.id());
        return pack.id();
    }

    private static ClassPackage.Item item(YearRecord record, Map<String, CurrentPacket> current) {
        CurrentPacket packet = current.get(record.id());
        if (packet == null) {
            throw Refused.notFound("record.no-packet");
        }
        return new ClassPackage.Item(record.id(), packet.versionNo(), packet.packet());
    }
}
