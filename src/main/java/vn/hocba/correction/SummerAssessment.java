package vn.hocba.correction;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.Curriculum;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.CutOffEnded;
import vn.hocba.cutoff.Unconfirmed;
import vn.hocba.record.OverallAssessment;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Request;
import vn.hocba.request.RequestEnded;
import vn.hocba.request.RequestState;
import vn.hocba.request.Requests;
import vn.hocba.shared.Texts;
import vn.hocba.submission.VersionAccepted;
import vn.hocba.transfer.TransferRequest;
import vn.hocba.workflow.CutOffProcesses;
import vn.hocba.workflow.OwnTransaction;

/**
 * What the model {@code processes/supplementary-assessment.bpmn} calls. After the first cut-off the records of pupils who have not completed the class programme
 * are made anew: the failed subjects reopen for their teachers, then come the signatures; the second cut-off ends it (TT 27/2020 Điều 11, CV 1396 annex).
 */
@Component("summerAssessment")
@Transactional(propagation = Propagation.MANDATORY)
public class SummerAssessment {

    private static final Logger LOG = LoggerFactory.getLogger(SummerAssessment.class);
    private static final int CHUNK = 50;

    private final Unconfirmed unconfirmed;
    private final YearRecords records;
    private final OverallAssessment assessment;
    private final Curriculum curriculum;
    private final Requests requests;
    private final NewVersion versions;
    private final CutOffProcesses processes;
    private final OwnTransaction perRecord;

    SummerAssessment(
            Unconfirmed unconfirmed,
            YearRecords records,
            OverallAssessment assessment,
            Curriculum curriculum,
            Requests requests,
            NewVersion versions,
            CutOffProcesses processes,
            OwnTransaction perRecord) {
        this.unconfirmed = unconfirmed;
        this.records = records;
        this.assessment = assessment;
        this.curriculum = curriculum;
        this.requests = requests;
        this.versions = versions;
        this.processes = processes;
        this.perRecord = perRecord;
    }

    /** Starts after the first wave. */
    @EventListener
    public void on(CutOffEnded over) {
        if (over.wave() == Wave.FIRST && !over.isOfWindow()) {
            processes.startSupplementaryAssessment(over.key());
        }
    }

    /** Who comes late is not forgotten: a record that is accepted without the programme completed, after the list was made, is on it. */
    @EventListener
    public void on(VersionAccepted accepted) {
        YearRecord record = records.get(accepted.recordId());
        if (!Boolean.TRUE.equals(record.programmeCompleted()) && !record.hadSupplementaryAssessment()) {
            unconfirmed.acceptedLate(record).ifPresent(processes::startSupplementaryAssessment);
        }
    }

    /** A record that had an open request when the summer began is opened as soon as that has ended, unless a corrected version has said what the summer brought. */
    @EventListener
    public void on(RequestEnded ended) {
        if (ended.yearRecordId() != null) {
            boolean replaced = CorrectionRequest.TYPE.name().equals(ended.kind()) && ended.how() == RequestState.DONE;
            unconfirmed.requestEnded(ended.yearRecordId(), replaced).ifPresent(processes::startSupplementaryAssessment);
        }
    }

    /**
     * Opens the next records.
     *
     * @param key of the cut-off's process
     * @return whether there may be more
     */
    public boolean openNext(String key) {
        List<String> next = unconfirmed.next(key, CHUNK);
        if (processes.hasSummerFailed(key)) {
            next.forEach(record -> openAlone(key, record));
        } else {
            open(key, next);
        }
        return !next.isEmpty();
    }

    /** After a chunk has failed: the record on which it failed says why to the Sở, and the others are opened. */
    private void openAlone(String key, String record) {
        try {
            perRecord.run(() -> open(key, List.of(record)));
        } catch (RuntimeException failure) {
            LOG.error("Record {} could not be opened for supplementary assessment", record, failure);
            perRecord.run(() -> unconfirmed.failed(key, record, failure));
        }
    }

    private void open(String key, List<String> next) {
        // Whoever changes school is assessed where the year was issued: that waits for no transfer.
        Set<String> busy = requests.openOf(next).stream()
                .filter(open -> !TransferRequest.NAME.equals(open.kind()))
                .map(Request::yearRecordId)
                .collect(Collectors.toSet());
        unconfirmed.taken(key, next.stream().filter(id -> !busy.contains(id)).toList());
        unconfirmed.putOff(key, List.copyOf(busy));
        for (YearRecord record : records.lockAll(next)) {
            boolean completed = Boolean.TRUE.equals(record.programmeCompleted());
            // What a plan of the pupil's own says was decided by it; no level of the regulation was missed.
            if (!record.assessedBy().hasResult()) {
                continue;
            }
            if (!completed
                    && (record.state() == RecordState.ACCEPTED || record.state().isInWork())) {
                records.openSupplementaryAssessment(record);
            }
            // Where the school is at work on the record already, that work can say what the summer brought; where it
            // has been done since, it has said so.
            if (record.state() == RecordState.ACCEPTED && !completed && !busy.contains(record.id())) {
                Set<String> failed = assessment.failedSubjects(record);
                versions.begin(record, failed, reason(failed), Texts.vi("correction.summer.by"));
            }
        }
    }

    private String reason(Set<String> failed) {
        String names =
                failed.stream().map(code -> curriculum.subject(code).name()).collect(Collectors.joining(", "));
        return failed.isEmpty() ? Texts.vi("correction.summer.traits") : Texts.vi("correction.summer.subjects", names);
    }
}
