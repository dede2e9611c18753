package vn.hocba.inclusion;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.record.Undecided;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Requests;
import vn.hocba.shared.Texts;

/** As long as the principal has not decided what a pupil is measured by, nobody signs: a signed record is measured as it was. */
@Component
class UndecidedInclusion implements Undecided {

    private final Requests requests;

    UndecidedInclusion(Requests requests) {
        this.requests = requests;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> about(YearRecord record) {
        return requests.openOf(record.id(), InclusionRequest.TYPE).map(open -> Texts.vi("inclusion.undecided"));
    }
}
