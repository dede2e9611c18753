package vn.hocba.desk.principal;

import org.springframework.stereotype.Service;
import vn.hocba.desk.ClassSignature;
import vn.hocba.desk.ClassSigning;
import vn.hocba.desk.SignedPerson;
import vn.hocba.document.ActingFor;
import vn.hocba.document.PacketFormat;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.identity.RoleGrants;
import vn.hocba.identity.RoleGrants.Grant;
import vn.hocba.record.YearRecord;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.Refused;
import vn.hocba.shared.StaffId;
import vn.hocba.shared.UnitId;
import vn.hocba.signing.Slot;
import vn.hocba.workflow.Step;

/** The principal or a deputy approves records of a class by signing them. */
@Service
public class SignPrincipal extends ClassSignature {

    private final Access access;
    private final SchoolDirectory directory;
    private final SignedPerson person;
    private final RoleGrants grants;
    private final PacketFormat format;

    SignPrincipal(
            ClassSigning signing,
            Access access,
            SchoolDirectory directory,
            SignedPerson person,
            RoleGrants grants,
            PacketFormat format) {
        super(signing);
        this.access = access;
        this.directory = directory;
        this.person = person;
        this.grants = grants;
        this.format = format;
    }

    @Override
    public String kind() {
        return "sign-principal";
    }

    @Override
    protected Step step() {
        return Step.PRINCIPAL;
    }

    @Override
    protected CurrentUser signer(String schoolId, String classId, String part) {
        ClassInfo info = directory.classById(classId);
        return access.at(schoolId, Right.SIGN_FOR_SCHOOL, info.grade(), info.name());
    }

    @Override
    protected Slot slot(String part) {
        return Slot.PRINCIPAL;
    }

    @Override
    protected byte[] packet(YearRecord record, Act act) {
        return format.signedFor(person.packetOf(record), actingFor(record, act));
    }

    /** The office at the time that the signature names: the intake will ask for the same. */
    private ActingFor actingFor(YearRecord record, Act act) {
        Grant grant = grants.actingAt(
                        new UnitId(record.schoolId()), new StaffId(act.signer().staffId()), act.signedAt())
                .orElseThrow(() -> Refused.notAllowed("steps.no-office"));
        return new ActingFor(
                act.signer().displayName(), grant.capacity(), grant.capacity().title(), grant.decisionNo());
    }

    @Override
    protected String logged() {
        return "record.signed-principal";
    }
}
