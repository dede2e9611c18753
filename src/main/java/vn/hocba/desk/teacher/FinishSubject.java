package vn.hocba.desk.teacher;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.audit.AuditLog;
import vn.hocba.desk.SignedRows;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.ClassSheets;
import vn.hocba.record.Completeness;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.shared.Refused;
import vn.hocba.workflow.RecordProcesses;
import vn.hocba.workflow.Step;

/** «Hoàn tất»: the subject teacher hands on every row that is complete, and learns which are not and why. */
@Service
public class FinishSubject {

    private final Access access;
    private final ClassSheets sheets;
    private final YearRecords records;
    private final Completeness completeness;
    private final SignedRows rows;
    private final RecordProcesses processes;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    FinishSubject(
            Access access,
            ClassSheets sheets,
            YearRecords records,
            Completeness completeness,
            SignedRows rows,
            RecordProcesses processes,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.access = access;
        this.sheets = sheets;
        this.records = records;
        this.completeness = completeness;
        this.rows = rows;
        this.processes = processes;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * The outcome for a class.
     *
     * @param finished rows handed on now
     * @param incomplete rows that stay, each with the reason
     */
    public record Outcome(int finished, List<Incomplete> incomplete) {}

    /** A row that could not be finished. */
    public record Incomplete(String recordId, String pupilName, String reason) {}

    /**
     * Finishes the rows of a subject in a class that are complete; one transaction per record.
     *
     * @throws Refused when the regulation asks for a signature over each row: {@link SignRows} hands them on
     */
    public Outcome finish(String classId, String subjectCode) {
        int finished = 0;
        List<Incomplete> incomplete = new ArrayList<>();
        List<ClassSheets.SubjectRow> own = sheets.subject(classId, subjectCode);
        if (rows.areAsked(classId, subjectCode)) {
            throw Refused.notNow("steps.sign-rows.asked");
        }
        for (ClassSheets.SubjectRow row : own) {
            if (row.finished() || row.state() != Step.COMMENTS.state()) {
                continue;
            }
            try {
                transaction.executeWithoutResult(status -> finishRow(row.recordId(), subjectCode));
                finished++;
            } catch (Refused refused) {
                incomplete.add(new Incomplete(row.recordId(), row.pupilName(), refused.getMessage()));
            }
        }
        return new Outcome(finished, incomplete);
    }

    /**
     * Opens a finished row again, while the record still waits for other subjects.
     *
     * @throws Refused when the record has gone on to the homeroom teacher
     */
    public void reopen(String recordId, String subjectCode) {
        transaction.executeWithoutResult(status -> {
            YearRecord record = lockOwnRow(recordId, subjectCode);
            processes.reopenPart(record, Step.COMMENTS, subjectCode);
            records.setFinished(record, subjectCode, false);
            rows.opened(record, subjectCode);
            audit.append(recordId, "subject.reopened", subjectCode);
        });
    }

    private void finishRow(String recordId, String subjectCode) {
        YearRecord record = lockOwnRow(recordId, subjectCode);
        if (rows.isAsked(record, subjectCode)) {
            throw Refused.notNow("steps.sign-rows.asked");
        }
        List<String> missing = completeness.ofSubject(record, subjectCode);
        if (!missing.isEmpty()) {
            throw Refused.notNow("steps.incomplete", String.join(", ", missing));
        }
        records.setFinished(record, subjectCode, true);
        audit.append(recordId, "subject.finished", subjectCode);
        processes.finishPart(record, Step.COMMENTS, subjectCode);
    }

    private YearRecord lockOwnRow(String recordId, String subjectCode) {
        YearRecord record = records.lock(recordId);
        CurrentUser user = access.at(record.schoolId(), Right.FINISH_ROWS);
        if (!user.staffId().equals(record.part(subjectCode).staffId())) {
            throw Refused.notAllowed("record.not-your-row");
        }
        record.demand(Step.COMMENTS.state());
        return record;
    }
}
