package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.fixture.OldDatabase;

/** An installation whose Sở had one account goes on with it: that account holds all three roles until others are given. */
class ProvinceRolesMigrationTest {

    private static final String OFFICER = "0190aaaa0000000000000000000000b1";
    private static final String MISPLACED = "0190aaaa0000000000000000000000b2";

    private final OldDatabase database = new OldDatabase("province-roles");
    private final JdbcClient jdbc = database.jdbc();

    private void account(String id, String unit) {
        jdbc.sql(
                        "insert into account (id, row_version, username, display_name, title, roles, unit_id, unit_path, active)"
                                + " values (?, 0, ?, 'Phạm Thanh Bình', 'Chuyên viên', 'PROVINCE', ?, '/so/', true)")
                .params(id, id, unit)
                .update();
    }

    private void request(String id, String kind, String step) {
        jdbc.sql(
                        "insert into record_request (id, row_version, kind, year_record_id, pupil_name, class_name, school_year, school_id,"
                                + " state, step, waits_role, waits_unit_id, reason, details, asked_by, asked_by_name, asked_at)"
                                + " values (?, 0, ?, 'r', 'Em', '3A', 2025, 's', 'OPEN', ?, 'PROVINCE', 'so', 'r', '{}', 'gv', 'Cô',"
                                + " current_timestamp)")
                .params(id, kind, step)
                .update();
    }

    @Test
    void theAccountOfASoHoldsAllThreeRolesAndWhatWaitedForItWaitsForThem() {
        database.migrateTo("44");
        jdbc.sql("set referential_integrity false").update();
        for (String kind : new String[] {"PROVINCE", "SCHOOL"}) {
            jdbc.sql("insert into org_unit (id, row_version, code, kind, name, path, valid_from)"
                            + " values (?, 0, ?, ?, 'Đơn vị', '/so/', current_date)")
                    .params(kind.equals("PROVINCE") ? "so" : "truong", kind, kind)
                    .update();
        }
        account(OFFICER, "so");
        account(MISPLACED, "truong");
        request("a", "SUPPLEMENT", "DECIDE");
        request("b", "SUPPLEMENT", "SEAL_PROVINCE");
        request("c", "RETRACTION", "ORDER");

        database.migrateTo("45");

        assertThat(one("select roles from account where id = ?", OFFICER))
                .isEqualTo("PROVINCE,PROVINCE_CLERK,PROVINCE_LEADER,PROVINCE_OFFICER");
        assertThat(one("select staff_id from account where id = ?", OFFICER)).isEqualTo(OFFICER);
        assertThat(one("select roles from account where id = ?", MISPLACED)).isEqualTo("PROVINCE");
        assertThat(jdbc.sql("select role from role_grant where staff_id = ? and held_until is null order by role")
                        .param(OFFICER)
                        .query(String.class)
                        .list())
                .containsExactly("PROVINCE_CLERK", "PROVINCE_LEADER", "PROVINCE_OFFICER");
        assertThat(one("select full_name from staff where school_id = ?", "so")).isEqualTo("Phạm Thanh Bình");
        assertThat(one("select waits_role from record_request where id = ?", "a"))
                .isEqualTo("PROVINCE_LEADER");
        assertThat(one("select waits_role from record_request where id = ?", "b"))
                .isEqualTo("PROVINCE_CLERK");
        assertThat(one("select waits_role from record_request where id = ?", "c"))
                .isEqualTo("PROVINCE_LEADER");
    }

    private String one(String sql, String id) {
        return jdbc.sql(sql).param(id).query(String.class).single();
    }
}
