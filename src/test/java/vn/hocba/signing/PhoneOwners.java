package vn.hocba.signing;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.signing.CertificateMaker.Made;
import vn.hocba.signing.CertificateMaker.Validity;
import vn.hocba.signing.session.KeyHolder;

/** Gives people certificates whose keys lie with their {@link Phone}. */
class PhoneOwners {

    private final Phone phone;
    private final AuthorityKeys authority;
    private final RegisteredCertificates register;
    private final SchoolDirectory directory;
    private final Session session;
    private final Clock clock;

    PhoneOwners(
            Phone phone,
            AuthorityKeys authority,
            RegisteredCertificates register,
            SchoolDirectory directory,
            Session session,
            Clock clock) {
        this.phone = phone;
        this.authority = authority;
        this.register = register;
        this.directory = directory;
        this.session = session;
        this.clock = clock;
    }

    /** Issued by the sandbox, and registered by the admin of the school; returns the serial number. */
    String give(CurrentUser admin, String staffId) {
        return give(admin, staffId, authority.get().issuing());
    }

    String give(CurrentUser admin, String staffId, Made issuer) {
        StaffInfo person = directory.staff(staffId);
        return registered(
                admin, KeyHolder.person(staffId), made(person.fullName(), "CCCD:" + person.personalId(), issuer));
    }

    /** The seal of a school, or the certificate of a Sở; registered by whose duty that is. */
    String giveUnit(CurrentUser responsible, String unitId) {
        Unit unit = directory.unit(unitId);
        return registered(
                responsible,
                KeyHolder.unit(unitId),
                made(unit.name(), "MST:" + unit.taxCode(), authority.get().issuing()));
    }

    private Made made(String name, String identifier, Made issuer) {
        Made made = CertificateMaker.holder(
                name, "Trường", identifier, Validity.starting(clock.instant(), Duration.ofDays(365)), issuer);
        phone.keep(made);
        return made;
    }

    private String registered(CurrentUser responsible, KeyHolder holder, Made made) {
        try {
            byte[] encoded = made.certificate().getEncoded();
            return session.as(responsible, () -> register.register(holder, Phone.NAME, encoded))
                    .serial();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate just made has an encoding", e);
        }
    }
}
