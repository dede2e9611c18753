package vn.hocba.identity;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who may sign as a principal. */
@Repository
@Transactional(readOnly = true)
public class Principals {

    private final JdbcClient jdbc;

    Principals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids of the staff of a school who have an open account with the role. */
    public Set<String> staffAt(String schoolId) {
        return Set.copyOf(jdbc.sql(
                        "select distinct staff_id from account where unit_id = ? and principal = true and active = true"
                                + " and staff_id is not null")
                .param(schoolId)
                .query(String.class)
                .list());
    }
}
