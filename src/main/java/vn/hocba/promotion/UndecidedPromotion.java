package vn.hocba.promotion;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.record.Undecided;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Requests;
import vn.hocba.shared.Texts;

/** As long as a question about promotion lies with the principal, nobody signs over it: it is decided, or taken back where a result has answered it. */
@Component
class UndecidedPromotion implements Undecided {

    private final Requests requests;

    UndecidedPromotion(Requests requests) {
        this.requests = requests;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> about(YearRecord record) {
        return requests.openOf(record.id(), PromotionRequest.TYPE).map(open -> Texts.vi("promotion.undecided"));
    }
}
