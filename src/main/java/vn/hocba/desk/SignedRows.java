package vn.hocba.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Regulation;
import vn.hocba.record.RecordPart;
import vn.hocba.record.Regulations;
import vn.hocba.record.YearRecord;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Assignment;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.signing.RecordSignatures;
import vn.hocba.signing.RecordSignatures.Stored;
import vn.hocba.signing.Slot;
import vn.hocba.signing.VoidSignatures;

/** Which rows their teachers sign, and which of a record are signed: whether a row has a signature of its own, the regulation says. */
@Component
public class SignedRows {

    private final Regulations regulations;
    private final RecordSignatures signatures;
    private final VoidSignatures voided;
    private final SchoolDirectory directory;

    SignedRows(Regulations regulations, RecordSignatures signatures, VoidSignatures voided, SchoolDirectory directory) {
        this.voided = voided;
        this.regulations = regulations;
        this.signatures = signatures;
        this.directory = directory;
    }

    /** Whether the teacher of a subject signs the rows of a class, instead of saying «Hoàn tất». */
    public boolean areAsked(String classId, String subjectCode) {
        return areAsked(directory.classById(classId), subjectCode);
    }

    private boolean areAsked(ClassInfo info, String subjectCode) {
        return regulations
                .of(info)
                .asksRowSignature(new Contents(info.grade(), Map.of(subjectCode, Map.of())), subjectCode);
    }

    /** Staff of a school who sign rows in a school year. */
    public Set<String> signers(String schoolId, int schoolYear) {
        Map<String, List<Assignment>> taught = directory.assignments(schoolId, schoolYear);
        return directory.classes(schoolId, schoolYear).stream()
                .flatMap(info -> taught.getOrDefault(info.id(), List.of()).stream()
                        .filter(assignment -> areAsked(info, assignment.subjectCode()))
                        .map(Assignment::staffId))
                .collect(Collectors.toSet());
    }

    /** Whether this record asks for a signature over the row. */
    public boolean isAsked(YearRecord record, String subjectCode) {
        return regulations.of(record).asksRowSignature(record.contents(), subjectCode);
    }

    /** A row that is open again has no signature any more. */
    public void opened(YearRecord record, String subjectCode) {
        voided.of(record, List.of(subjectCode), Texts.vi("steps.sign-rows.opened"));
    }

    /** @throws Refused when a row is not signed that has to be, with its subject and its teacher */
    void demandAll(YearRecord record) {
        Regulation regulation = regulations.of(record);
        Contents contents = record.contents();
        Set<Slot> signed = signatures.of(record.id(), record.versionNo()).stream()
                .map(Stored::slot)
                .collect(Collectors.toSet());
        List<String> missing = regulation.signatures(contents).stream()
                .filter(asked -> asked.part() != null && !signed.contains(Slot.of(asked)))
                .map(asked -> named(regulation, record, asked.part()))
                .toList();
        if (!missing.isEmpty()) {
            throw Refused.notNow("steps.sign-rows.missing", String.join("; ", missing));
        }
    }

    private String named(Regulation regulation, YearRecord record, String subjectCode) {
        String subject = regulation.demandPart(record.grade(), subjectCode).name();
        RecordPart row = record.part(subjectCode);
        return row.staffId() == null
                ? subject
                : subject + " (" + directory.staff(row.staffId()).fullName() + ")";
    }
}
