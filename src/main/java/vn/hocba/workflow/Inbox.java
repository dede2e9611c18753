package vn.hocba.workflow;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Power;
import vn.hocba.identity.Right;
import vn.hocba.identity.Session;
import vn.hocba.shared.ReadModel;
import vn.hocba.shared.UtcTimes;

/** The current user's work, read from the work items alone: groups the way people think, returned work apart. */
@Service
@Transactional(readOnly = true)
@ReadModel(of = {"school", "record"})
public class Inbox {

    /**
     * What is the person's own, and what is anybody's who has the role at the school: two statements that each find an index, where one with «or» would read the
     * open work of all schools.
     */
    private static final List<String> MINE = List.of(
            " i.assignee_id = :staff and i.state = 'OPEN' ",
            " i.school_id = :school and i.state = 'OPEN' and i.assignee_id is null and i.role in (:roles) ");

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
     * @param room the combined class that the class is taught in; null for none
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
            String room,
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
        List<Waiting> waiting = bind(
                        union(
                                "select i.step, i.part, i.class_id, count(*) as open_items, min(i.due_at) as due_at,"
                                        + " sum(case when i.return_reason is null then 0 else 1 end) as returned,"
                                        + " sum(case when i.role = 'SCHOOL_ADMIN' then 1 else 0 end) as unassigned from work_item i where",
                                "group by i.step, i.part, i.class_id"),
                        session.user())
                .query((row, n) -> new Waiting(
                        new Place(
                                Step.valueOf(row.getString("step")), row.getString("part"), row.getString("class_id")),
                        row.getInt("open_items"),
                        row.getInt("returned"),
                        row.getInt("unassigned"),
                        UtcTimes.read(row, "due_at")))
                .list();
        if (waiting.isEmpty()) {
            return List.of();
        }
        Map<Place, Waiting> open = waiting.stream().collect(Collectors.toMap(Waiting::place, w -> w, Waiting::with));
        Map<String, Named> classes = classes(open.keySet());
        Map<Place, Integer> totals = totals(open.keySet());
        CurrentUser user = session.user();
        return open.values().stream()
                .map(w -> group(w, classes.get(w.place().classId()), totals.getOrDefault(w.place(), 0)))
                .filter(group -> group.step() != Step.PRINCIPAL
                        || Right.SIGN_FOR_SCHOOL.isOf(user, group.grade(), group.className()))
                .sorted(Comparator.comparing(Group::step)
                        .thenComparing(Group::grade)
                        .thenComparing(Group::className)
                        .thenComparing(Group::part))
                .toList();
    }

    /** What others answer for and the current user teaches beside them, and may enter: open rows by class and subject. */
    public List<Group> beside() {
        return jdbc.sql(
                        "select i.part, i.class_id, c.name, c.grade, c.room, count(*) as open_items, min(i.due_at) as due_at"
                                + " from co_teacher t join work_item i on i.class_id = t.class_id and i.part = t.subject_code"
                                + " join school_class c on c.id = t.class_id"
                                + " where t.staff_id = :staff and i.step = 'COMMENTS' and i.state = 'OPEN'"
                                + " and (i.assignee_id is null or i.assignee_id <> :staff)"
                                + " group by i.part, i.class_id, c.name, c.grade, c.room order by 4, 3, 1")
                .param("staff", Objects.requireNonNullElse(session.user().staffId(), ""))
                .query((row, n) -> new Group(
                        Step.COMMENTS,
                        row.getString("part"),
                        row.getString("class_id"),
                        row.getString("name"),
                        row.getInt("grade"),
                        row.getString("room"),
                        row.getInt("open_items"),
                        row.getInt("open_items"),
                        0,
                        0,
                        UtcTimes.read(row, "due_at")))
                .list();
    }

    private record Place(Step step, String part, String classId) {}

    private record Named(String id, String name, int grade, String room) {}

    private record Waiting(Place place, int open, int returned, int unassigned, Instant due) {

        private Waiting with(Waiting other) {
            return new Waiting(
                    place,
                    open + other.open,
                    returned + other.returned,
                    unassigned + other.unassigned,
                    due.isBefore(other.due) ? due : other.due);
        }
    }

    private static Group group(Waiting waiting, Named inClass, int total) {
        return new Group(
                waiting.place().step(),
                waiting.place().part(),
                inClass.id(),
                inClass.name(),
                inClass.grade(),
                inClass.room(),
                waiting.open(),
                Math.max(waiting.open(), total),
                waiting.returned(),
                waiting.unassigned(),
                waiting.due());
    }

    private Map<String, Named> classes(Set<Place> places) {
        return jdbc
                .sql("select id, name, grade, room from school_class where id in (:classes)")
                .param("classes", ids(places))
                .query(Named.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Named::id, named -> named));
    }

    private Map<Place, Integer> totals(Set<Place> places) {
        Map<Place, Integer> totals = new HashMap<>();
        jdbc.sql(
                        "select step, part, class_id, count(distinct year_record_id) as records from work_item where class_id in (:classes)"
                                + " and step in (:steps) and state <> 'GONE' group by step, part, class_id")
                .param("classes", ids(places))
                .param(
                        "steps",
                        places.stream()
                                .map(place -> place.step().name())
                                .distinct()
                                .toList())
                .query(row -> {
                    totals.put(
                            new Place(
                                    Step.valueOf(row.getString("step")),
                                    row.getString("part"),
                                    row.getString("class_id")),
                            row.getInt("records"));
                });
        return totals;
    }

    private static List<String> ids(Set<Place> places) {
        return places.stream().map(Place::classId).distinct().toList();
    }

    /** What was sent back to the current user, latest first; at most 100. */
    public List<Returned> returned() {
        return bind(
                        union(
                                        "select i.step, i.part, i.year_record_id, p.full_name, i.class_id, c.name, i.return_reason,"
                                                + " i.returned_by, i.returned_at, i.due_at, r.ordinal"
                                                + " from work_item i join school_class c on c.id = i.class_id"
                                                + " join year_record r on r.id = i.year_record_id join pupil p on p.id = r.pupil_id where",
                                        "and i.return_reason is not null")
                                + " order by 9 desc, 6, 11 limit 100",
                        session.user())
                .query((row, n) -> new Returned(
                        Step.valueOf(row.getString("step")),
                        row.getString("part"),
                        row.getString("year_record_id"),
                        row.getString("full_name"),
                        row.getString("class_id"),
                        row.getString("name"),
                        row.getString("return_reason"),
                        row.getString("returned_by"),
                        UtcTimes.read(row, "returned_at"),
                        UtcTimes.read(row, "due_at")))
                .list();
    }

    /** How many records wait for the current user. */
    public int count() {
        CurrentUser user = session.user();
        if (user.delegation() != null && !user.delegation().isForAll()) {
            return groups().stream().mapToInt(Group::open).sum();
        }
        return bind(union("select count(*) from work_item i where", ""), session.user())
                .query(Integer.class)
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** The records of a class that wait at a step for the current user, in the order of the class list. */
    public List<String> waiting(Step step, String part, String classId) {
        return bind(
                        union(
                                        "select i.year_record_id, r.ordinal from work_item i join year_record r on r.id = i.year_record_id where",
                                        "and i.step = :step and i.part = :part and i.class_id = :class")
                                + " order by 2",
                        session.user())
                .param("step", step.name())
                .param("part", part)
                .param("class", classId)
                .query((row, n) -> row.getString("year_record_id"))
                .list();
    }

    private static String union(String select, String rest) {
        return MINE.stream().map(mine -> select + mine + rest).collect(Collectors.joining(" union all "));
    }

    private JdbcClient.StatementSpec bind(String sql, CurrentUser user) {
        List<String> roles = user.worksAs(Power.SIGN_RECORDS);
        return jdbc.sql(sql)
                .param("staff", user.staffId() == null ? "" : user.staffId())
                .param("school", user.unitId())
                .param("roles", roles);
    }
}
