package vn.hocba.exemption;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.record.Undecided;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Requests;
import vn.hocba.shared.Texts;

/** As long as the principal has not decided whether a pupil is exempt from a subject, nobody signs. */
@Component
class UndecidedExemption implements Undecided {

    private final Requests requests;

    UndecidedExemption(Requests requests) {
        this.requests = requests;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> about(YearRecord record) {
        return requests.openOf(List.of(record.id())).stream()
                .filter(ExemptionRequest.TYPE::is)
                .findFirst()
                .map(open -> Texts.vi("exemption.undecided"));
    }
}
