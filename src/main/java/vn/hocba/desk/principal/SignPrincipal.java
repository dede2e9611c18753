package vn.hocba.desk.principal;

import org.springframework.stereotype.Service;
import vn.hocba.desk.ClassSignature;
import vn.hocba.desk.ClassSigning;
import vn.hocba.desk.SignedPerson;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.YearRecord;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.signing.Slot;
import vn.hocba.workflow.Step;

/** The principal or a deputy approves records of a class by signing them. */
@Service
public class SignPrincipal extends ClassSignature {

    private final Access access;
    private final SchoolDirectory directory;
    private final SignedPerson person;

    SignPrincipal(ClassSigning signing, Access access, SchoolDirectory directory, SignedPerson person) {
        super(signing);
        this.access = access;
        this.directory = directory;
        this.person = person;
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
        return person.packetOf(record);
    }

    @Override
    protected String logged() {
        return "record.signed-principal";
    }
}
