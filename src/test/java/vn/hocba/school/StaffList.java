package vn.hocba.school;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says of a member of staff what an import of the list of staff would, with all that follows from it. */
public class StaffList {

    private final StaffAfterImport after;
    private final JdbcClient jdbc;

    StaffList(StaffAfterImport after, JdbcClient jdbc) {
        this.after = after;
        this.jdbc = jdbc;
    }

    /** Does not work at the school any more: the account is closed, the duties are nobody's. */
    public void leaves(String schoolId, String staffId) {
        write(staffId, false);
        after.follow(schoolId, new ImportPlan());
    }

    /** Works there again. */
    public void returns(String schoolId, String staffId) {
        write(staffId, true);
        ImportPlan plan = new ImportPlan();
        plan.returning(Set.of(staffId));
        after.follow(schoolId, plan);
    }

    private void write(String staffId, boolean working) {
        jdbc.sql("update staff set working = ? where id = ?")
                .params(working, staffId)
                .update();
    }
}
