package vn.hocba.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.hocba.document.SnapshotBuilder;

class RecordChangesTest {

    @Test
    void aSubjectThatIsCalledOtherwiseSinceHasNotChanged() {
        RecordSnapshot now = SnapshotBuilder.aRecord().build();
        RecordSnapshot before = calledOtherwise(now);

        assertThat(RecordChanges.between(before, now, KnownRegulations.all().byCode(now.regulation())))
                .isEmpty();
    }

    private static RecordSnapshot calledOtherwise(RecordSnapshot of) {
        return ChangedSnapshots.with(
                of,
                of.parts().stream()
                        .map(part -> part.isSubject() ? ChangedSnapshots.called(part, "Môn " + part.code()) : part)
                        .toList());
    }
}
