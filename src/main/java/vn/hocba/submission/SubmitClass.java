package vn.hocba.submission;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.Refused;
import vn.hocba.signing.SigningSessions;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.signing.session.Entered;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.signing.session.SigningSession;
import vn.hocba.submission.PackagePreview.Waiting;
import vn.hocba.workflow.Step;

/** The clerk packs what is sealed of a class, signs the package with the school's certificate and hands it over for sending. */
@Service
public class SubmitClass {

    private final Access access;
    private final SchoolDirectory directory;
    private final PackagePreview preview;
    private final YearRecords records;
    private final SigningSessions sessions;
    private final PackClass pack;
    private final HandOver handOver;
    private final TransactionTemplate transaction;

    SubmitClass(
            Access access,
            SchoolDirectory directory,
            PackagePreview preview,
            YearRecords records,
            SigningSessions sessions,
            PackClass pack,
            HandOver handOver,
            PlatformTransactionManager transactions) {
        this.access = access;
        this.directory = directory;
        this.preview = preview;
        this.records = records;
        this.sessions = sessions;
        this.pack = pack;
        this.handOver = handOver;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What the current user is asked to sign a package of the class. */
    public Confirmation asks(String classId) {
        return sessions.asks(KeyHolder.unit(own(classId).schoolId()));
    }

    /**
     * Packs and signs everything that waits; sending follows by itself, with the receipts after it.
     *
     * @param pin of the school's certificate; a wrong one changes nothing
     * @return the package's id
     * @throws Refused when nothing waits, the key cannot be used, or the current user is not a clerk of the school
     */
    public String submit(String classId, Entered entered) {
        ClassInfo info = own(classId);
        List<String> waiting =
                preview.of(classId).waiting().stream().map(Waiting::recordId).toList();
        if (waiting.isEmpty()) {
            throw Refused.notNow("submission.nothing-waits", info.name());
        }
        try (SigningSession seal = sessions.open(KeyHolder.unit(info.schoolId()), entered)) {
            return Objects.requireNonNull(transaction.execute(status -> submit(info, waiting, seal)));
        }
    }

    private ClassInfo own(String classId) {
        ClassInfo info = directory.classById(classId);
        access.at(info.schoolId(), Role.CLERK);
        return info;
    }

    private String submit(ClassInfo info, List<String> waiting, SigningSession seal) {
        CurrentUser user = access.at(info.schoolId(), Role.CLERK);
        // Locked by id as the freeze does, so that neither waits for the other in a ring; packed in the order of the
        // class list.
        Map<String, YearRecord> byId =
                records.lockAll(waiting).stream().collect(Collectors.toMap(YearRecord::id, Function.identity()));
        List<YearRecord> locked = waiting.stream().map(byId::get).toList();
        locked.forEach(record -> record.demand(Step.SUBMIT.state()));
        SubmissionPackage signed = pack.signed(info, user, locked, seal);
        handOver.forSending(signed, locked);
        return signed.id();
    }
}
