package vn.hocba.workflow;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.record.YearRecords;
import vn.hocba.school.DutiesChanged;
import vn.hocba.shared.Ids;
import vn.hocba.shared.ReadModel;
import vn.hocba.shared.UtcTimes;

/**
 * Open work follows the duties (decision 39): what waits for one who has a duty no longer goes to who has it, record by record, each in a transaction of its own.
 * That a school has to be looked at is written with the change itself, so that nothing is forgotten when the server stops in between.
 */
@Component
@ReadModel(of = "school")
class WorkFollows {

    private static final Logger LOG = LoggerFactory.getLogger(WorkFollows.class);

    private static final String ASTRAY = "select distinct i.year_record_id from work_item i"
            + " left join teaching_assignment a on a.class_id = i.class_id and a.subject_code = i.part"
            + " left join staff s on s.id = a.staff_id and s.working = true"
            + " where i.school_id = :school and i.state = 'OPEN' and i.step = 'COMMENTS'"
            + " and coalesce(i.assignee_id, '-') <> coalesce(s.id, '-')"
            + " union select distinct i.year_record_id from work_item i join school_class c on c.id = i.class_id"
            + " left join staff s on s.id = c.homeroom_staff_id and s.working = true"
            + " where i.school_id = :school and i.state = 'OPEN' and i.step = 'HOMEROOM'"
            + " and coalesce(i.assignee_id, '-') <> coalesce(s.id, '-')";

    private final JdbcClient jdbc;
    private final YearRecords records;
    private final WorkHolders holders;
    private final Clock clock;
    private final TransactionTemplate transaction;

    WorkFollows(
            JdbcClient jdbc,
            YearRecords records,
            WorkHolders holders,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.records = records;
        this.holders = holders;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** In the transaction of the change. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(DutiesChanged changed) {
        jdbc.sql("delete from work_to_follow where school_id = ?")
                .param(changed.schoolId())
                .update();
        jdbc.sql("insert into work_to_follow (school_id, mark, asked_at) values (?, ?, ?)")
                .params(changed.schoolId(), Ids.next(), UtcTimes.bind(clock.instant()))
                .update();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void follow(DutiesChanged changed) {
        follow(changed.schoolId());
    }

    /** What was not done after its change, and what was not done because of an error. */
    @Scheduled(fixedDelay = 60_000)
    void again() {
        jdbc.sql("select school_id from work_to_follow order by asked_at")
                .query(String.class)
                .list()
                .forEach(this::follow);
    }

    private void follow(String schoolId) {
        List<String> marks = jdbc.sql("select mark from work_to_follow where school_id = ?")
                .param(schoolId)
                .query(String.class)
                .list();
        List<String> astray =
                jdbc.sql(ASTRAY).param("school", schoolId).query(String.class).list();
        boolean whole = true;
        for (String recordId : astray) {
            whole &= moved(recordId);
        }
        if (whole) {
            marks.forEach(mark -> transaction.executeWithoutResult(
                    status -> jdbc.sql("delete from work_to_follow where school_id = ? and mark = ?")
                            .params(schoolId, mark)
                            .update()));
        }
    }

    private boolean moved(String recordId) {
        try {
            transaction.executeWithoutResult(status -> holders.follow(records.lock(recordId)));
            return true;
        } catch (RuntimeException failure) {
            LOG.error("The work of record {} could not follow the duties; it is tried again", recordId, failure);
            return false;
        }
    }
}
