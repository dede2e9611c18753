package vn.hocba.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hocba.document.SnapshotBuilder;
import vn.hocba.record.RecordSnapshot.Part;

class RecordChangesTest {

    @Test
    void aSubjectThatIsCalledOtherwiseSinceHasNotChanged() {
        RecordSnapshot now = SnapshotBuilder.aRecord().build();
        RecordSnapshot before = calledOtherwise(now);

        assertThat(RecordChanges.between(before, now, KnownRegulations.all().byCode(now.regulation())))
                .isEmpty();
    }

    private static RecordSnapshot calledOtherwise(RecordSnapshot of) {
        List<Part> parts = of.parts().stream()
                .map(part -> part.isSubject()
                        ? new Part(
                                part.id(),
                                part.code(),
                                part.kind(),
                                "Môn " + part.code(),
                                part.teacherId(),
                                part.teacherName(),
                                part.cells())
                        : part)
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
                of.regulation(),
                parts,
                of.homeroom(),
                of.conclusion());
    }
}
