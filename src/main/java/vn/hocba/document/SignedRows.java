package vn.hocba.document;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hocba.assessment.Regulation;
import vn.hocba.assessment.Signature;
import vn.hocba.assessment.Signature.Signer;
import vn.hocba.record.RecordSnapshot;

/** Which rows of a version take their teacher's signature: those that the regulation names and that have a teacher. */
public final class SignedRows {

    private SignedRows() {}

    /** In the order of the form. */
    public static List<RecordSnapshot.Part> of(RecordSnapshot version, Regulation regulation) {
        Set<String> asked = regulation.signatures(version.contents()).stream()
                .filter(signature -> signature.signer() == Signer.SUBJECT_TEACHER)
                .map(Signature::part)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return version.subjects().stream()
                .filter(row -> asked.contains(row.code()) && row.teacherId() != null)
                .toList();
    }
}
