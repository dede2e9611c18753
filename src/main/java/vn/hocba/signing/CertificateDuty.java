package vn.hocba.signing;

import org.springframework.stereotype.Component;
import vn.hocba.identity.Access;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.UnitKind;
import vn.hocba.shared.Refused;

/** Whose duty certificates are: those of a school and of its staff the admin's; that of a Sở its clerk's, those of its people each one's own. */
@Component
class CertificateDuty {

    private final SchoolDirectory directory;
    private final Access access;

    CertificateDuty(SchoolDirectory directory, Access access) {
        this.directory = directory;
        this.access = access;
    }

    /**
     * Demands that the current user gives out the owner's certificates and takes them back.
     *
     * @param ownerId staff id of a person, else unit id
     * @throws Refused when it is somebody else's duty
     */
    void demand(OwnerKind kind, String ownerId) {
        String unitId = kind == OwnerKind.PERSON ? directory.staff(ownerId).schoolId() : ownerId;
        if (directory.unit(unitId).kind() != UnitKind.PROVINCE) {
            access.at(unitId, Right.ISSUE_CERTIFICATES);
        } else if (kind != OwnerKind.PERSON) {
            access.at(unitId, Right.ISSUE_PROVINCE_CERTIFICATES);
        } else if (!ownerId.equals(
                access.at(unitId, Right.ISSUE_OWN_CERTIFICATE).staffId())) {
            throw Refused.notAllowed("signing.not-your-key");
        }
    }
}
