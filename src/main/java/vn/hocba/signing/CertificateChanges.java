package vn.hocba.signing;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.KeptCounts;

/** Says of a school that somebody can sign there, or cannot any more, in the transaction that registers or revokes the certificate. */
@Component
class CertificateChanges {

    private final CertificateRepository certificates;
    private final SchoolDirectory directory;
    private final KeptCounts counts;

    CertificateChanges(CertificateRepository certificates, SchoolDirectory directory, KeptCounts counts) {
        this.certificates = certificates;
        this.directory = directory;
        this.counts = counts;
    }

    @EventListener
    void registered(RegisteredCertificates.Registered registered) {
        changed(registered.serial());
    }

    @EventListener
    void revoked(SandboxAuthority.Revoked revoked) {
        changed(revoked.serial());
    }

    private void changed(String serial) {
        Certificate certificate = certificates.findBySerial(serial).orElseThrow();
        counts.changed(
                certificate.ownerKind == OwnerKind.PERSON
                        ? directory.staff(certificate.ownerId).schoolId()
                        : certificate.ownerId);
    }
}
