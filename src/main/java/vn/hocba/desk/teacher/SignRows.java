package vn.hocba.desk.teacher;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import vn.hocba.assessment.Signature;
import vn.hocba.assessment.Signature.Signer;
import vn.hocba.desk.ClassSignature;
import vn.hocba.desk.ClassSigning;
import vn.hocba.desk.SignedRows;
import vn.hocba.document.PacketFormat;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.ClassSheets;
import vn.hocba.record.Completeness;
import vn.hocba.record.Snapshots;
import vn.hocba.record.YearRecord;
import vn.hocba.shared.Refused;
import vn.hocba.signing.Slot;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.signing.session.Entered;
import vn.hocba.workflow.Step;

/**
 * «Ký dòng»: where the regulation asks for it, the subject teacher hands on the own rows by signing them, of several classes with one confirmation. The
 * signature waits beside the record until the homeroom teacher begins the packet.
 */
@Service
public class SignRows extends ClassSignature {

    private final Access access;
    private final SignedRows rows;
    private final ClassSheets sheets;
    private final Completeness completeness;
    private final Snapshots snapshots;
    private final PacketFormat format;

    SignRows(
            ClassSigning signing,
            Access access,
            SignedRows rows,
            ClassSheets sheets,
            Completeness completeness,
            Snapshots snapshots,
            PacketFormat format) {
        super(signing);
        this.access = access;
        this.rows = rows;
        this.sheets = sheets;
        this.completeness = completeness;
        this.snapshots = snapshots;
        this.format = format;
    }

    /**
     * What can be signed now.
     *
     * @param complete records whose rows are
     * @param incomplete rows that stay, each with the reason
     */
    public record Open(List<String> complete, List<FinishSubject.Incomplete> incomplete) {}

    /** Whether the rows of a subject are signed in a class; where they are not, «Hoàn tất» hands them on. */
    public boolean isAsked(String classId, String subjectCode) {
        return rows.areAsked(classId, subjectCode);
    }

    /**
     * The current user's rows of a subject that wait to be signed.
     *
     * @throws Refused when the user does not teach it in one of the classes
     */
    public Open open(String subjectCode, List<String> classIds) {
        List<String> complete = new ArrayList<>();
        List<FinishSubject.Incomplete> incomplete = new ArrayList<>();
        for (String classId : classIds) {
            for (ClassSheets.SubjectRow row : sheets.subject(classId, subjectCode)) {
                if (row.finished() || row.state() != Step.COMMENTS.state()) {
                    continue;
                }
                if (row.missing().isEmpty()) {
                    complete.add(row.recordId());
                } else {
                    incomplete.add(new FinishSubject.Incomplete(
                            row.recordId(),
                            row.pupilName(),
                            lacking(row.missing()).getMessage()));
                }
            }
        }
        return new Open(complete, incomplete);
    }

    /**
     * What the current user is asked to sign the rows of a subject.
     *
     * @throws Refused as {@link #start(String, List, List, Entered)}
     */
    public Confirmation asks(String subjectCode, List<String> classIds) {
        return asksPart(classIds, subjectCode);
    }

    /**
     * Starts signing the rows of a subject.
     *
     * @param classIds in which the current user teaches it; at least one
     * @param chosen records of these classes; empty for all that wait
     * @param entered to confirm, once for all; a wrong PIN signs nothing
     * @return the batch's id
     * @throws Refused when the rows are not signed there, nothing waits, or the certificate cannot be used
     */
    public String start(String subjectCode, List<String> classIds, List<String> chosen, Entered entered) {
        return startPart(classIds, subjectCode, chosen, entered);
    }

    @Override
    public String kind() {
        return "sign-rows";
    }

    @Override
    protected Step step() {
        return Step.COMMENTS;
    }

    @Override
    protected CurrentUser signer(String schoolId, String classId, String part) {
        CurrentUser user = access.at(schoolId, Right.FINISH_ROWS);
        if (!rows.areAsked(classId, part)) {
            throw Refused.notNow("steps.sign-rows.not-asked");
        }
        return user;
    }

    @Override
    protected Slot slot(String part) {
        return Slot.of(new Signature(Signer.SUBJECT_TEACHER, part));
    }

    @Override
    protected byte[] packet(YearRecord record, Act act) {
        if (!act.signer().staffId().equals(record.part(act.part()).staffId())) {
            throw Refused.notAllowed("record.not-your-row");
        }
        if (!rows.isAsked(record, act.part())) {
            throw Refused.notNow("steps.sign-rows.not-asked");
        }
        List<String> missing = completeness.ofSubject(record, act.part());
        if (!missing.isEmpty()) {
            throw lacking(missing);
        }
        return format.packet(snapshots.of(record, act.signedAt()));
    }

    private static Refused lacking(List<String> missing) {
        return Refused.notNow("steps.incomplete", String.join(", ", missing));
    }

    @Override
    protected Bears bears() {
        return Bears.NOTHING;
    }

    @Override
    protected String logged() {
        return "subject.signed";
    }
}
