package vn.hocba.submission;

import java.util.List;
import org.springframework.stereotype.Service;
import vn.hocba.identity.Access;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.ClassId;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;
import vn.hocba.shared.UnitId;
import vn.hocba.signing.SigningSessions;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.signing.session.Entered;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.SingleSignature;

/** The clerk packs what is sealed of a class, signs the package with the school's certificate and hands it over for sending. */
@Service
public class SubmitClass {

    private final Access access;
    private final SchoolDirectory directory;
    private final PackagePreview preview;
    private final SigningSessions sessions;
    private final SingleSignature signature;
    private final Batches batches;

    SubmitClass(
            Access access,
            SchoolDirectory directory,
            PackagePreview preview,
            SigningSessions sessions,
            SingleSignature signature,
            Batches batches) {
        this.access = access;
        this.directory = directory;
        this.preview = preview;
        this.sessions = sessions;
        this.signature = signature;
        this.batches = batches;
    }

    /** What the current user is asked to sign a package of the class. */
    public Confirmation asks(String classId) {
        return sessions.asks(KeyHolder.unit(own(classId).schoolId()));
    }

    /**
     * Packs and signs everything that waits; sending follows by itself, with the receipts after it. Where the holder of the certificate confirms elsewhere, a batch
     * waits for that: the package holds then exactly what waited when it was asked for, or it is passed over.
     *
     * @param entered to confirm; a wrong PIN changes nothing
     * @return the id that the package has, or will have
     * @throws Refused when nothing waits, the key cannot be used, the user has asked for such a package already, or the current user is not a clerk of the school
     */
    public String submit(String classId, Entered entered) {
        try (entered) {
            ClassInfo info = own(classId);
            if (preview.of(classId).waiting().isEmpty()) {
                throw Refused.notNow("submission.nothing-waits", info.name());
            }
            if (isAsked(classId)) {
                throw Refused.notNow("submission.signature-waits", info.name());
            }
            String packageId = Ids.next();
            signature.sign(
                    new Batches.Order(
                            SignPackage.KIND,
                            new UnitId(info.schoolId()),
                            new ClassId(info.id()),
                            null,
                            List.of(packageId)),
                    sessions.open(KeyHolder.unit(info.schoolId()), entered));
            return packageId;
        }
    }

    private boolean isAsked(String classId) {
        return batches.latest().stream()
                .anyMatch(batch ->
                        batch.kind().equals(SignPackage.KIND) && classId.equals(batch.classId()) && batch.isUnderWay());
    }

    private ClassInfo own(String classId) {
        ClassInfo info = directory.classById(classId);
        access.at(info.schoolId(), Right.SUBMIT);
        return info;
    }
}
