package vn.hocba.school;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps how many pupils study at a school, for those who look at many schools. Counted anew when a transaction that changed it is about to commit, while the row
 * is held: of two at once the second counts what the first wrote.
 */
@Component
public class SchoolSizes {

    private static final Logger LOG = LoggerFactory.getLogger(SchoolSizes.class);

    private final EnrolmentRepository enrolments;
    private final JdbcClient jdbc;
    private final TransactionTemplate perSchool;

    SchoolSizes(EnrolmentRepository enrolments, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.enrolments = enrolments;
        this.jdbc = jdbc;
        this.perSchool = new TransactionTemplate(transactions);
    }

    private record Key(String schoolId, int schoolYear) {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::schoolId).thenComparing(Key::schoolYear);
    }

    /** Classes or pupils of a school have changed in this transaction, or are about to. */
    @SuppressWarnings("unchecked")
    void changed(String schoolId, int schoolYear) {
        Set<Key> changed = (Set<Key>) TransactionSynchronizationManager.getResource(this);
        if (changed == null) {
            changed = new TreeSet<>(Key.ORDER);
            TransactionSynchronizationManager.bindResource(this, changed);
            TransactionSynchronizationManager.registerSynchronization(new AtTheEnd(changed));
        }
        changed.add(new Key(schoolId, schoolYear));
    }

    /**
     * Compares what is kept with the enrolments, at night, and puts right what differs.
     *
     * @return at how many schools it was wrong
     */
    @Scheduled(cron = "${hocba.progress.reconcile}", zone = "Asia/Ho_Chi_Minh")
    public int reconcile() {
        List<Key> all = jdbc.sql(
                        "select school_id, school_year from school_size union select school_id, school_year from school_class"
                                + " order by 1, 2")
                .query((row, n) -> new Key(row.getString(1), row.getInt(2)))
                .list();
        int wrong = 0;
        for (Key school : all) {
            int difference = perSchool.execute(status -> count(school));
            if (difference != 0) {
                LOG.error(
                        "Size of school {} in {} was wrong by {} and was corrected",
                        school.schoolId(),
                        school.schoolYear(),
                        difference);
                wrong++;
            }
        }
        return wrong;
    }

    /** @return how many more there are than was known */
    private int count(Key school) {
        jdbc.sql("insert into school_size (school_id, school_year, studying) values (?, ?, 0)"
                        + " on duplicate key update studying = school_size.studying")
                .params(school.schoolId(), school.schoolYear())
                .update();
        int known = jdbc.sql("select studying from school_size where school_id = ? and school_year = ? for update")
                .params(school.schoolId(), school.schoolYear())
                .query(Integer.class)
                .single();
        int studying = jdbc.sql(
                        "select count(*) from enrolment where school_id = ? and school_year = ? and status = 'STUDYING'")
                .params(school.schoolId(), school.schoolYear())
                .query(Integer.class)
                .single();
        if (studying != known) {
            jdbc.sql("update school_size set studying = ? where school_id = ? and school_year = ?")
                    .params(studying, school.schoolId(), school.schoolYear())
                    .update();
        }
        return studying - known;
    }

    /** Before the counts of records, in the order of the keys: so that two transactions never wait for each other in a ring. */
    private final class AtTheEnd implements TransactionSynchronization, Ordered {

        private final Set<Key> changed;

        private AtTheEnd(Set<Key> changed) {
            this.changed = changed;
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE - 1;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(SchoolSizes.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(SchoolSizes.this, changed);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            enrolments.flush();
            changed.forEach(SchoolSizes.this::count);
            changed.clear();
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResource(SchoolSizes.this);
        }
    }
}
