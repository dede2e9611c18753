package vn.hocba.workflow;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.shared.UtcTimes;

/** The current user's work, read from the work items alone: groups the way people think, returned work apart. */
@Service
@Transactional(readOnly = true)
public class Inbox {

    private static final String MINE =
            " i.state = 'OPEN' and (i.assignee_id = :staff or (i.assignee_id is null and i.school_id = :school and i.role in (:roles))) ";

    private final JdbcClient jdbc;
    private final Session session;

    Inbox(JdbcClient jdbc, Session session) {
        this.jdbc = jdbc;
        this.session = session;
    }

    /**
     * Work of one class, step and part.
     *
     * @param part a subject's code; «-» where the step has one part
     * @param open records that wait for this person
     * @param total records of the class that have come to this step
     * @param returned how many of the open ones were sent back
     * @param unassigned how many of the open ones have no teacher; they wait for the school admin to name one
     */
    public record Group(
            Step step,
            String part,
            String classId,
            String className,
            int grade,
            int open,
            int total,
            int returned,
            int unassigned,
            Instant due) {}

    /** Work that was sent back, with the reason; it is shown first. */
    public record Returned(
            Step step,
            String part,
            String recordId,
            String pupilName,
            String classId,
            String className,
            String reason,
            String by,
            Instant at,
            Instant due) {}

    /** Everything that waits for the current user, by step, grade and class. */
    public List<Group> groups() {
        CurrentUser user = session.user();
        Map<String, Integer> totals = new LinkedHashMap<>();
        List<Group> open = bind(
                        "select i.step, i.part, i.class_id, c.name, c.grade, count(*), min(i.due_at),"
                                + " sum(case when i.return_reason is null then 0 else 1 end),"
                                + " sum(case when i.role = 'SCHOOL_ADMIN' then 1 else 0 end)"
                                + " from work_item i join school_class c on c.id = i.class_id where" + MINE
                                + "group by i.step, i.part, i.class_id, c.name, c.grade",
                        user)
                .query((row, n) -> new Group(
                        Step.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(6),
                        row.getInt(8),
                        row.getInt(9),
                        UtcTimes.read(row, 7)))
                .list();
        if (open.isEmpty()) {
            return open;
        }
        jdbc.sql(
                        "select step, part, class_id, count(distinct year_record_id) from work_item where class_id in (:classes) and state <> 'GONE'"
                                + " group by step, part, class_id")
                .param("classes", open.stream().map(Group::classId).distinct().toList())
                .query(row -> {
                    totals.put(row.getString(1) + row.getString(2) + row.getString(3), row.getInt(4));
                });
        return open.stream()
                .map(g -> new Group(
                        g.step(),
                        g.part(),
                        g.classId(),
                        g.className(),
                        g.grade(),
                        g.open(),
                        Math.max(g.open(), totals.getOrDefault(g.step() + g.part() + g.classId(), 0)),
                        g.returned(),
                        g.unassigned(),
                        g.due()))
                .sorted(Comparator.comparing(Group::step)
                        .thenComparing(Group::grade)
                        .thenComparing(Group::className)
                        .thenComparing(Group::part))
                .toList();
    }

    /** What was sent back to the current user, latest first; at most 100. */
    public List<Returned> returned() {
        return bind(
                        "select i.step, i.part, i.year_record_id, p.full_name, i.class_id, c.name, i.return_reason, i.returned_by, i.returned_at, i.due_at"
                                + " from work_item i join school_class c on c.id = i.class_id join year_record r on r.id = i.year_record_id"
                                + " join pupil p on p.id = r.pupil_id where" + MINE
                                + "and i.return_reason is not null order by i.returned_at desc, c.name, r.ordinal limit 100",
                        session.user())
                .query((row, n) -> new Returned(
                        Step.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        UtcTimes.read(row, 9),
                        UtcTimes.read(row, 10)))
                .list();
    }

    /** How many records wait for the current user. */
    public int count() {
        return bind("select count(*) from work_item i where" + MINE, session.user())
                .query(Integer.class)
                .single();
    }

    /** The records of a class that wait at a step for the current user, in the order of the class list. */
    public List<String> waiting(Step step, String part, String classId) {
        return bind(
                        "select i.year_record_id from work_item i join year_record r on r.id = i.year_record_id where"
                                + MINE
                                + "and i.step = :step and i.part = :part and i.class_id = :class order by r.ordinal",
                        session.user())
                .param("step", step.name())
                .param("part", part)
                .param("class", classId)
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec bind(String sql, CurrentUser user) {
        List<String> roles = user.roles().stream().map(Role::name).toList();
        return jdbc.sql(sql)
                .param("staff", user.staffId() == null ? "" : user.staffId())
                .param("school", user.unitId())
                .param("roles", roles);
    }
}
