package vn.hocba.desk.clerk;

import org.springframework.stereotype.Service;
import vn.hocba.desk.ClassSignature;
import vn.hocba.desk.ClassSigning;
import vn.hocba.desk.SignedPerson;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.YearRecord;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.RecordId;
import vn.hocba.shared.Refused;
import vn.hocba.shared.StaffId;
import vn.hocba.signing.RecordSignatures;
import vn.hocba.signing.Slot;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.workflow.Step;

/** Whoever keeps the seal applies it: only to what was signed for the school (NĐ 30/2020 Điều 32), and not over the own signature as its head or deputy. */
@Service
public class SealClass extends ClassSignature {

    private final Access access;
    private final SchoolDirectory directory;
    private final SignedPerson person;
    private final RecordSignatures signatures;

    SealClass(
            ClassSigning signing,
            Access access,
            SchoolDirectory directory,
            SignedPerson person,
            RecordSignatures signatures) {
        super(signing);
        this.access = access;
        this.directory = directory;
        this.person = person;
        this.signatures = signatures;
    }

    @Override
    public String kind() {
        return "seal";
    }

    @Override
    protected Step step() {
        return Step.SEAL;
    }

    @Override
    protected CurrentUser signer(String schoolId, String classId, String part) {
        return access.at(schoolId, Right.SEAL);
    }

    @Override
    protected KeyHolder holder(String schoolId, CurrentUser signer) {
        return KeyHolder.unit(schoolId);
    }

    @Override
    protected Slot slot(String part) {
        return Slot.SEAL;
    }

    @Override
    protected byte[] packet(YearRecord record, Act act) {
        if (signatures.hasSigned(
                new RecordId(record.id()),
                record.versionNo(),
                Slot.PRINCIPAL,
                new StaffId(act.signer().staffId()))) {
            throw Refused.notAllowed("steps.seal.same-person");
        }
        return person.packetOf(record);
    }

    @Override
    protected SignedAs signedAs(YearRecord record, CurrentUser signer) {
        return new SignedAs(directory.unit(record.schoolId()).name(), "");
    }

    @Override
    protected String logged() {
        return "record.sealed";
    }
}
