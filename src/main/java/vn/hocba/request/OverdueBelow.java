package vn.hocba.request;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.identity.Role;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.ReadModel;
import vn.hocba.shared.UtcTimes;

/** What commune or Phòng sees of the requests of its schools: which ones a school has not answered in time, without whom they are about. */
@Service
@ReadModel(of = "school")
@Transactional(readOnly = true)
public class OverdueBelow {

    /** The longest list; the oldest come first. */
    public static final int SHOWN = 200;

    private final JdbcClient jdbc;
    private final Access access;
    private final SchoolDirectory directory;
    private final Clock clock;

    OverdueBelow(JdbcClient jdbc, Access access, SchoolDirectory directory, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * A request that was not answered in time.
     *
     * @param school that has to answer
     * @param kind as in {@link RequestBoard.Row}
     */
    public record Late(String school, String kind, String className, String step, Role waitsRole, Instant dueAt) {}

    /** What schools below the current user's unit have not answered; the longest first. */
    public List<Late> late() {
        CurrentUser user = access.holding(Right.SEE_OVERDUE_BELOW);
        List<String> schools =
                directory.schoolsUnder(user.unitPath()).stream().map(Unit::id).toList();
        if (schools.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select s.name as school, q.kind, q.class_name, q.step, q.waits_role, q.due_at"
                        + " from record_request q join org_unit s on s.id = q.waits_unit_id"
                        + " where q.waits_unit_id in (:schools) and q.state = 'OPEN' and q.due_at < :now"
                        + " order by q.due_at limit " + SHOWN)
                .param("schools", schools)
                .param("now", UtcTimes.bind(clock.instant()))
                .query((row, n) -> new Late(
                        row.getString("school"),
                        row.getString("kind"),
                        row.getString("class_name"),
                        row.getString("step"),
                        Role.valueOf(row.getString("waits_role")),
                        UtcTimes.read(row, "due_at")))
                .list();
    }
}
