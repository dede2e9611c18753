package vn.hocba.dossier;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocba.document.SignatureLine;
import vn.hocba.document.Supplement;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.registry.FreezeReceipts;
import vn.hocba.registry.FreezeReceipts.Standing;
import vn.hocba.registry.Supplements;
import vn.hocba.request.Requests;
import vn.hocba.shared.Texts;
import vn.hocba.signing.LegalValue;
import vn.hocba.supplement.SupplementRequest;

/** What stands on a printed form beside its content: since when it is in effect; in the margin that it has no effect yet, what was added to it, and that its signatures have no legal value. */
@Component
class RecordNotice {

    private final Requests requests;
    private final FreezeReceipts receipts;
    private final Supplements supplements;
    private final LegalValue legalValue;

    RecordNotice(Requests requests, FreezeReceipts receipts, Supplements supplements, LegalValue legalValue) {
        this.requests = requests;
        this.receipts = receipts;
        this.supplements = supplements;
        this.legalValue = legalValue;
    }

    /** What was added to it, oldest first: printed as its annex. */
    List<Supplement> beside(YearRecord record) {
        return supplements.beside(record.id());
    }

    /** Since when the year is in effect and who says so; null where it is not frozen. */
    String effect(YearRecord record) {
        return record.state() == RecordState.FROZEN
                ? receipts.ofRecord(record.id()).map(Standing::words).orElse(null)
                : null;
    }

    /** Null where there is nothing to say. */
    String of(YearRecord record, List<SignatureLine> signatures) {
        List<String> words = new ArrayList<>();
        if (record.state() != RecordState.FROZEN) {
            words.add(Texts.vi("steps.notice.not-frozen", record.state().term()));
        } else {
            int supplements = requests.done(record.id(), SupplementRequest.TYPE);
            if (supplements > 0) {
                words.add(Texts.vi("steps.notice.supplemented", supplements));
            }
        }
        if (!hasLegalValue(signatures)) {
            words.add(Texts.vi("steps.notice.no-legal-value"));
        }
        return words.isEmpty() ? null : String.join(". ", words);
    }

    private boolean hasLegalValue(List<SignatureLine> signatures) {
        return signatures.isEmpty()
                ? legalValue.everywhere()
                : legalValue.of(signatures.stream().map(SignatureLine::serial).toList());
    }
}
