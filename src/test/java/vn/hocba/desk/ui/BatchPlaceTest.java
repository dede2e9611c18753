package vn.hocba.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.ui.ToBeSigned;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;

class BatchPlaceTest {

    @Test
    void whoGoesOnWithRowsIsAskedForRowsAndNotForRecords() {
        assertThat(BatchPlace.toBeSigned(left("sign-rows"))).isEqualTo(ToBeSigned.rows(3));
        assertThat(BatchPlace.toBeSigned(left("sign-principal"))).isEqualTo(ToBeSigned.records(3));
    }

    private static Batches.Progress left(String kind) {
        return new Batches.Progress(
                "b", kind, null, BatchState.INTERRUPTED, 5, 3, 2, 0, 0, 0, null, new Confirmation.Pin(), List.of());
    }
}
