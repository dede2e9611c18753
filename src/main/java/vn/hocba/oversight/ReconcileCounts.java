package vn.hocba.oversight;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolYears;
import vn.hocba.shared.CheckedCounts;
import vn.hocba.shared.CountCheck;
import vn.hocba.shared.CountCheck.Scope;
import vn.hocba.shared.KeptCounts;

/**
 * Compares all counts that are kept with the rows that they count, at night, and puts right what differs: nothing should, so a difference is an error somewhere
 * and stands in the log. Only years that are not over: in the others nothing changes any more.
 */
@Component
public class ReconcileCounts {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileCounts.class);
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final List<CheckedCounts> counts;
    private final KeptCounts kept;
    private final SchoolDirectory directory;
    private final SchoolYears years;
    private final RunningYear running;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ReconcileCounts(
            List<CheckedCounts> counts,
            KeptCounts kept,
            SchoolDirectory directory,
            SchoolYears years,
            RunningYear running,
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.counts = counts;
        this.kept = kept;
        this.directory = directory;
        this.years = years;
        this.running = running;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What every node calls: the first one does it for all.
     *
     * @return whether this one did
     */
    @Scheduled(cron = "${hocba.progress.reconcile}", zone = "Asia/Ho_Chi_Minh")
    public boolean tonight() {
        Date today = Date.valueOf(LocalDate.now(clock.withZone(VIETNAM)));
        // The others wait for the row, and then find the day in it.
        boolean first = jdbc.sql("update count_check set checked_on = ? where checked_on < ?")
                        .params(today, today)
                        .update()
                == 1;
        if (first) {
            run();
        }
        return first;
    }

    /**
     * Goes through every school of every year that is not over.
     *
     * @return of how many tables and schools the counts were wrong
     */
    public int run() {
        return directory.provinces().stream().mapToInt(this::of).sum();
    }

    private int of(Unit province) {
        int wrong = 0;
        for (int year : years.under(province.path())) {
            if (!running.isOver(year, province.id(), province.id())) {
                for (Unit school : directory.everySchoolUnder(province.path())) {
                    wrong += correct(Scope.SCHOOL, province, school, year);
                }
                wrong += correct(Scope.PROVINCE, province, province, year);
            }
        }
        return wrong;
    }

    private int correct(Scope scope, Unit province, Unit unit, int year) {
        Map<String, Object> values =
                Map.of("province", province.code(), "code", unit.code(), "school", unit.id(), "year", year);
        int wrong = 0;
        for (CheckedCounts some : counts) {
            for (CountCheck check : some.checks()) {
                if (check.scope() == scope) {
                    String difference = transaction.execute(status -> kept.correct(check, values));
                    if (!difference.isEmpty()) {
                        LOG.error("Counts differed from what they count and were corrected: {}", difference);
                        wrong++;
                    }
                }
            }
        }
        return wrong;
    }
}
