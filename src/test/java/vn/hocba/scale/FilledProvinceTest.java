package vn.hocba.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.oversight.ReconcileCounts;
import vn.hocba.workflow.Inbox;
import vn.hocba.workflow.Step;

/** What the benches and the plans are measured on is what it says it is. */
// A database of its own: it counts all that is there.
@SpringBootTest(properties = "hocba.test.school=filled-province")
@ActiveProfiles("test")
@DirtiesContext
class FilledProvinceTest {

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Inbox inbox;

    @Autowired
    Session session;

    @Autowired
    ReconcileCounts reconcile;

    @Test
    void growsBySchoolsAndLeavesThePeopleOfTheFirstTheirShare() {
        FilledProvince province = new FilledProvince(dataSource);
        province.grow(2);
        assertThat(count("work_item where state = 'OPEN'")).isEqualTo(2 * FilledProvince.OPEN_PER_SCHOOL);
        int before = session.as(province.person(Role.TEACHER), inbox::count);

        province.grow(5);

        assertThat(count("work_item where state = 'OPEN'")).isEqualTo(5 * FilledProvince.OPEN_PER_SCHOOL);
        assertThat(count("work_item")).isEqualTo(5 * FilledProvince.ITEMS_PER_SCHOOL);
        assertThat(count("receipt")).isEqualTo(5 * FilledProvince.PUPILS_PER_SCHOOL);
        assertThat(count("registered_record")).isEqualTo(5 * FilledProvince.PUPILS_PER_SCHOOL);
        assertThat(session.as(province.person(Role.TEACHER), inbox::count))
                .isEqualTo(before)
                .isEqualTo(10 * FilledProvince.PUPILS);
        assertThat(session.as(province.person(Role.PRINCIPAL), inbox::groups))
                .extracting(Inbox.Group::step, Inbox.Group::open)
                .containsOnly(tuple(Step.PRINCIPAL, FilledProvince.PUPILS));
        countsAreThoseOfTheRecords(province);
    }

    /** A school that has no records has the counts of one that has them. */
    private void countsAreThoseOfTheRecords(FilledProvince province) {
        reconcile.run();

        province.growCounts(6);

        for (String table : List.of("school_size", "school_progress", "homeroom_progress")) {
            assertThat(countsOf(table, "u00006"))
                    .as(table)
                    .isNotEmpty()
                    .isEqualTo(countsOf(table, province.firstSchool()));
        }
    }

    private Map<String, Object> countsOf(String table, String school) {
        Map<String, Object> counts = jdbc.sql("select * from " + table + " where school_id = ?")
                .param(school)
                .query()
                .singleRow();
        counts.keySet().removeIf(column -> column.toLowerCase(Locale.ROOT).matches("school_id|holder_id"));
        return counts;
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }
}
