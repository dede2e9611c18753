package vn.hocba.desk.teacher;

import java.util.List;
import org.springframework.stereotype.Service;
import vn.hocba.desk.ClassSignature;
import vn.hocba.desk.ClassSigning;
import vn.hocba.document.PacketFormat;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.Completeness;
import vn.hocba.record.OverallAssessment;
import vn.hocba.record.Snapshots;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Refused;
import vn.hocba.signing.Slot;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.signing.session.Entered;
import vn.hocba.workflow.Step;

/** The homeroom teacher signs the own class in one go: the result is fixed, the packet made, the first slot filled. */
@Service
public class SignHomeroom extends ClassSignature {

    private final Access access;
    private final SchoolDirectory directory;
    private final YearRecords records;
    private final Completeness completeness;
    private final OverallAssessment assessment;
    private final Snapshots snapshots;
    private final PacketFormat format;

    SignHomeroom(
            ClassSigning signing,
            Access access,
            SchoolDirectory directory,
            YearRecords records,
            Completeness completeness,
            OverallAssessment assessment,
            Snapshots snapshots,
            PacketFormat format) {
        super(signing);
        this.access = access;
        this.directory = directory;
        this.records = records;
        this.completeness = completeness;
        this.assessment = assessment;
        this.snapshots = snapshots;
        this.format = format;
    }

    /**
     * Asks as {@link #asks(String)} for several classes that the same person leads.
     *
     * @param classIds of one school; at least one
     */
    public Confirmation asks(List<String> classIds) {
        return asksPart(classIds, WHOLE);
    }

    /**
     * Starts as {@link #start(String, List, Entered)} for several classes that the same person leads, all with one confirmation.
     *
     * @param classIds of one school; at least one
     */
    public String start(List<String> classIds, List<String> chosen, Entered entered) {
        return startPart(classIds, WHOLE, chosen, entered);
    }

    @Override
    public String kind() {
        return "sign-homeroom";
    }

    @Override
    protected Step step() {
        return Step.HOMEROOM;
    }

    @Override
    protected CurrentUser signer(String schoolId, String classId, String part) {
        CurrentUser user = access.at(schoolId, Right.SIGN_HOMEROOM);
        if (!directory.classById(classId).isLedBy(user.staffId())) {
            throw Refused.notAllowed("record.not-your-class");
        }
        return user;
    }

    @Override
    protected Slot slot(String part) {
        return Slot.HOMEROOM;
    }

    @Override
    protected byte[] packet(YearRecord record, Act act) {
        List<String> missing = completeness.ofHomeroom(record);
        if (!missing.isEmpty()) {
            throw Refused.notNow("steps.incomplete", String.join(", ", missing));
        }
        records.fixAssessment(record, assessment.of(record));
        return format.packet(snapshots.of(record, act.signedAt()));
    }

    @Override
    protected Bears bears() {
        return Bears.ROWS;
    }

    @Override
    protected String logged() {
        return "record.signed-homeroom";
    }
}
