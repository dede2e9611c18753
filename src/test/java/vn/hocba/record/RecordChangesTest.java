package vn.hocba.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hocba.document.SnapshotBuilder;
import vn.hocba.record.RecordSnapshot.SubjectMarks;

class RecordChangesTest {

    @Test
    void aSubjectThatIsCalledOtherwiseSinceHasNotChanged() {
        RecordSnapshot now = SnapshotBuilder.aRecord().build();
        RecordSnapshot before = calledOtherwise(now);

        assertThat(RecordChanges.between(before, now)).isEmpty();
    }

    private static RecordSnapshot calledOtherwise(RecordSnapshot of) {
        List<SubjectMarks> subjects = of.subjects().stream()
                .map(row -> new SubjectMarks(
                        row.id(),
                        row.code(),
                        "Môn " + row.code(),
                        row.level(),
                        row.mark(),
                        row.exempt(),
                        row.comment(),
                        row.teacherId(),
                        row.teacherName()))
                .toList();
        return new RecordSnapshot(
                of.lookupCode(),
                of.yearRecordId(),
                of.versionNo(),
                of.level(),
                of.schoolYear(),
                of.grade(),
                of.className(),
                of.createdOn(),
                of.issuer(),
                of.pupil(),
                subjects,
                of.traits(),
                of.summary());
    }
}
