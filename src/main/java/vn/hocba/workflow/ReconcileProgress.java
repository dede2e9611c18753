package vn.hocba.workflow;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.calendar.Milestone;
import vn.hocba.record.RecordState;
import vn.hocba.workflow.ProgressCounts.SchoolKey;
import vn.hocba.workflow.ProgressCounts.Sums;

/**
 * Compares the counts of the boards with the rows they count, at night, one school after the other, and puts right what differs. Nothing should: a difference
 * is an error somewhere, and stands in the log.
 */
@Component
public class ReconcileProgress {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileProgress.class);

    private static final String ROWS =
            "select state, rejected, milestone, teacherless, holder_id, count(*) from (select r.id, r.state, r.rejected,"
                    + " min(i.milestone) as milestone, max(case when i.role = 'SCHOOL_ADMIN' then 1 else 0 end) as teacherless,"
                    + " max(case when i.step = 'HOMEROOM' then i.assignee_id end) as holder_id from year_record r"
                    + " left join work_item i on i.year_record_id = r.id and i.state = 'OPEN'"
                    + " where r.school_id = ? and r.school_year = ? and r.state <> 'LEFT' group by r.id, r.state, r.rejected) record"
                    + " group by state, rejected, milestone, teacherless, holder_id";

    private final ProgressCounts counts;
    private final JdbcClient jdbc;
    private final TransactionTemplate perSchool;

    ReconcileProgress(ProgressCounts counts, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.counts = counts;
        this.jdbc = jdbc;
        this.perSchool = new TransactionTemplate(transactions);
    }

    /**
     * Goes through every school and year.
     *
     * @return of how many the counts were wrong
     */
    @Scheduled(cron = "${hocba.progress.reconcile}", zone = "Asia/Ho_Chi_Minh")
    public int run() {
        int wrong = 0;
        for (SchoolKey school : schools()) {
            String difference = perSchool.execute(status -> of(school));
            if (!difference.isEmpty()) {
                LOG.error(
                        "Counts of school {} in {} differed from its records and were corrected: {}",
                        school.schoolId(),
                        school.schoolYear(),
                        difference);
                wrong++;
            }
        }
        return wrong;
    }

    private List<SchoolKey> schools() {
        return jdbc.sql(
                        "select school_id, school_year from school_progress union select school_id, school_year from year_record"
                                + " order by 1, 2")
                .query((row, n) -> new SchoolKey(row.getString(1), row.getInt(2)))
                .list();
    }

    /** While the row is held nobody who has changed a record can commit: what is counted and what is known belong together. */
    private String of(SchoolKey school) {
        counts.hold(school);
        Sums expected = new Sums();
        jdbc.sql(ROWS).params(school.schoolId(), school.schoolYear()).query(row -> {
            String milestone = row.getString(3);
            expected.add(
                    new Standing(
                            school.schoolId(),
                            school.schoolYear(),
                            RecordState.valueOf(row.getString(1)),
                            row.getBoolean(2),
                            milestone == null ? null : Milestone.valueOf(milestone),
                            row.getInt(4) == 1,
                            row.getString(5)),
                    row.getInt(6));
        });
        return counts.correct(school, expected);
    }
}
