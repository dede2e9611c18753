package vn.hocba.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

/** Says whether the counts of the boards are what the rows say, in words of its own: nothing here is shared with what keeps the counts. */
public final class CountsCheck {

    private static final String OPEN =
            "exists (select 1 from work_item i where i.year_record_id = r.id and i.state = 'OPEN'";
    private static final Map<String, String> CONDITIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("commenting", "r.state = 'COMMENTING'"),
            Map.entry("homeroom", "r.state = 'HOMEROOM'"),
            Map.entry("principal", "r.state = 'PRINCIPAL'"),
            Map.entry("sealing", "r.state = 'SEALING'"),
            Map.entry("released", "r.state = 'RELEASED'"),
            Map.entry("submitted", "r.state = 'SUBMITTED'"),
            Map.entry("accepted", "r.state = 'ACCEPTED'"),
            Map.entry("frozen", "r.state = 'FROZEN'"),
            Map.entry("retracted", "r.state = 'RETRACTED'"),
            Map.entry("due_comments", OPEN + " and i.milestone = 'COMMENTS')"),
            Map.entry("due_homeroom", OPEN + " and i.milestone = 'HOMEROOM')"),
            Map.entry("due_principal", OPEN + " and i.milestone = 'PRINCIPAL')"),
            Map.entry("due_seal", OPEN + " and i.milestone = 'SEAL')"),
            Map.entry("due_submit", OPEN + " and i.milestone = 'SUBMIT')"),
            Map.entry("due_summer_assessment", OPEN + " and i.milestone = 'SUMMER_ASSESSMENT')"),
            Map.entry("no_teacher", OPEN + " and i.role = 'SCHOOL_ADMIN')"),
            Map.entry("rejected", "r.rejected = true"),
            Map.entry("rejected_no_teacher", "r.rejected = true and " + OPEN + " and i.role = 'SCHOOL_ADMIN')"),
            Map.entry("rejected_principal", "r.rejected = true and r.state = 'PRINCIPAL'"),
            Map.entry("rejected_seal", "r.rejected = true and r.state in ('SEALING', 'RELEASED')")));

    private CountsCheck() {}

    /** Every school of the database. */
    public static void everySchool(JdbcClient jdbc) {
        jdbc.sql("select distinct school_id from year_record union select school_id from school_progress")
                .query(String.class)
                .list()
                .forEach(school -> ofSchool(jdbc, school));
    }

    /** In the middle of a transaction: what it would count at its end is counted now. */
    public static void asIfCommitted(JdbcClient jdbc, String schoolId) {
        assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                .isTrue();
        TransactionSynchronizationUtils.triggerBeforeCommit(false);
        ofSchool(jdbc, schoolId);
    }

    /** One school: records by year, and those that wait for each homeroom teacher. */
    public static void ofSchool(JdbcClient jdbc, String schoolId) {
        List<Integer> years = jdbc.sql("select school_year from year_record where school_id = ? union"
                        + " select school_year from school_progress where school_id = ?")
                .params(schoolId, schoolId)
                .query(Integer.class)
                .list();
        for (int year : years) {
            Map<String, Object> expected = jdbc.sql(
                            CONDITIONS.entrySet().stream()
                                    .map(entry -> "cast(coalesce(sum(case when " + entry.getValue()
                                            + " then 1 else 0 end), 0) as signed) as " + entry.getKey())
                                    .collect(
                                            Collectors.joining(
                                                    ", ",
                                                    "select ",
                                                    " from year_record r where r.school_id = ? and r.school_year = ? and r.state <> 'LEFT'")))
                    .params(schoolId, year)
                    .query()
                    .singleRow();
            Map<String, Object> kept = jdbc.sql(CONDITIONS.keySet().stream()
                            .map(column -> "cast(coalesce(sum(" + column + "), 0) as signed) as " + column)
                            .collect(Collectors.joining(
                                    ", ", "select ", " from school_progress where school_id = ? and school_year = ?")))
                    .params(schoolId, year)
                    .query()
                    .singleRow();
            assertThat(kept).as("counts of " + schoolId + " in " + year).isEqualTo(expected);
            assertThat(jdbc.sql(
                                    "select holder_id, cast(records as signed) as records, cast(rejected as signed) as rejected from homeroom_progress where school_id = ? and school_year = ?"
                                            + " and (records <> 0 or rejected <> 0) order by holder_id")
                            .params(schoolId, year)
                            .query()
                            .listOfRows())
                    .as("homeroom teachers of " + schoolId + " in " + year)
                    .isEqualTo(jdbc.sql("select i.assignee_id as holder_id, cast(count(*) as signed) as records,"
                                    + " cast(sum(case when r.rejected = true then 1 else 0 end) as signed) as rejected from work_item i"
                                    + " join year_record r on r.id = i.year_record_id where i.state = 'OPEN' and i.step = 'HOMEROOM'"
                                    + " and i.assignee_id is not null and r.school_id = ? and r.school_year = ? and r.state <> 'LEFT'"
                                    + " group by i.assignee_id order by i.assignee_id")
                            .params(schoolId, year)
                            .query()
                            .listOfRows());
        }
    }
}
