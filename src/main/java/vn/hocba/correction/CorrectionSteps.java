package vn.hocba.correction;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Request;
import vn.hocba.request.Requests;
import vn.hocba.submission.VersionAccepted;

/** What the model {@code processes/correction.bpmn} calls, and what ends its wait. */
@Component("corrections")
@Transactional(propagation = Propagation.MANDATORY)
public class CorrectionSteps {

    private final Requests requests;
    private final YearRecords records;
    private final NewVersion versions;

    CorrectionSteps(Requests requests, YearRecords records, NewVersion versions) {
        this.requests = requests;
        this.records = records;
        this.versions = versions;
    }

    /** The principal has approved: the record is made anew. */
    public void begin(String requestId) {
        Request request = requests.get(requestId);
        YearRecord record = records.lock(request.yearRecordId());
        Set<String> subjects = new TreeSet<>(CorrectionKind.partsOf(requests, request));
        subjects.remove(CorrectionRules.HOMEROOM);
        subjects.remove(CorrectionRules.PERSONAL);
        versions.begin(record, subjects, request.reason(), request.askedByName());
    }

    /** It was taken back after it had begun. */
    public void giveUp(String requestId) {
        Request request = requests.get(requestId);
        YearRecord record = records.lock(request.yearRecordId());
        versions.giveUp(record, request.reason());
    }

    /** The province has taken the replacement. */
    @EventListener
    public void on(VersionAccepted accepted) {
        requests.openOf(accepted.recordId(), CorrectionKind.KIND)
                .filter(request -> CorrectionKind.REWORK.equals(request.step()))
                .ifPresent(request -> requests.tell(request, "hocba.replaced"));
    }
}
