package vn.hocba.signing;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.FreeWords;

/**
 * Approves certificates that do not carry their holder's CCCD: those of Ban Cơ yếu may name an official mailbox instead (domain §7.2).
 */
@Service
public class CertificateMappings {

    private final CertificateMappingRepository mappings;
    private final SchoolDirectory directory;
    private final Access access;
    private final AuditLog audit;
    private final Clock clock;

    CertificateMappings(
            CertificateMappingRepository mappings,
            SchoolDirectory directory,
            Access access,
            AuditLog audit,
            Clock clock) {
        this.mappings = mappings;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Lets a certificate stand for a member of staff; approving twice changes nothing.
     *
     * @param serial of the certificate, hexadecimal
     * @param reason why it is this person's
     * @throws vn.hocba.shared.Refused unless the caller is admin of the person's school, and when the reason has letters that the printed form lacks
     */
    @Transactional
    public void approve(String serial, String staffId, String reason) {
        CurrentUser user = access.at(directory.staff(staffId).schoolId(), Right.CONFIRM_CERTIFICATES);
        if (mappings.existsBySerialAndOwnerId(serial, staffId)) {
            return;
        }
        String words = FreeWords.line(reason);
        CertificateMapping mapping = new CertificateMapping();
        mapping.serial = serial;
        mapping.ownerId = staffId;
        mapping.reason = words;
        mapping.approvedBy = user.username();
        mapping.approvedAt = clock.instant();
        mappings.save(mapping);
        audit.append(staffId, "signing.mapping-approved", serial + ": " + words);
    }

    /** Whether the certificate was approved for this person. */
    @Transactional(readOnly = true)
    public boolean isApproved(String serial, String staffId) {
        return mappings.existsBySerialAndOwnerId(serial, staffId);
    }

    /** Whether the certificate was approved for a person who has one of these CCCD. */
    @Transactional(readOnly = true)
    public boolean isApprovedForOneOf(String serial, java.util.Set<String> personalIds) {
        return mappings.findBySerial(serial).stream()
                .map(mapping -> directory.staff(mapping.ownerId).personalId())
                .anyMatch(id -> id != null && personalIds.contains(id));
    }
}
