package vn.hocba.oversight;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.record.RecordState;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.shared.UtcTimes;
import vn.hocba.workflow.Step;

/**
 * How far the schools of a jurisdiction are, and what holds them up: counts only, never a mark or a pupil. Intermediate units and the Sở see no names of
 * teachers either. A constant number of queries, whatever the number of schools.
 */
@Service
public class ProgressBoard {

    private static final Role[] READERS = {Role.SUPERVISOR, Role.PROVINCE, Role.PRINCIPAL, Role.SCHOOL_ADMIN};

    private static final String VALID =
            " c.revoked_at is null and c.not_before <= :now and c.not_after > :now and c.owner_kind = ";

    private final Access access;
    private final SchoolDirectory directory;
    private final JdbcClient jdbc;
    private final Clock clock;

    ProgressBoard(Access access, SchoolDirectory directory, JdbcClient jdbc, Clock clock) {
        this.access = access;
        this.directory = directory;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Why records do not move, beside that somebody has not got to them yet. */
    public enum Cause {
        /** A subject or a class without a teacher: the school admin has to assign one. */
        NO_TEACHER,
        /** The person who has to sign, or the school's seal, has no valid certificate. */
        NO_CERTIFICATE,
        /** The province did not accept the record, and it was not sent again yet. */
        REJECTED
    }

    /** The records of a school or a class by state. */
    public record Counts(Map<RecordState, Integer> byState) {

        public Counts {
            byState = Map.copyOf(byState);
        }

        public int at(RecordState... states) {
            int sum = 0;
            for (RecordState state : states) {
                sum += byState.getOrDefault(state, 0);
            }
            return sum;
        }

        public int total() {
            return byState.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Taken in by the province, also when it was taken back later. */
        public int accepted() {
            return at(RecordState.ACCEPTED, RecordState.FROZEN, RecordState.RETRACTED);
        }
    }

    /**
     * A school or a class.
     *
     * @param studying pupils who are studying; those without a record wait for the year to be opened
     * @param late records with a step whose due day has passed
     * @param stuck records held up, by cause
     */
    public record Line(
            String id, String name, int grade, int studying, Counts counts, int late, Map<Cause, Integer> stuck) {

        public int unopened() {
            return Math.max(0, studying - counts.total());
        }

        public int stuckTotal() {
            return stuck.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * Late work of one person, or of a whole step.
     *
     * @param person null for readers above the school, and where the work is nobody's in particular
     */
    public record Late(Step step, String person, int records, Instant dueSince) {}

    /** The schools of a jurisdiction; schoolYear is null while no school has classes. */
    public record Schools(Integer schoolYear, List<Line> schools) {}

    /** One school. */
    public record School(String schoolId, String name, Integer schoolYear, List<Line> classes, List<Late> late) {}

    /** The schools in the current user's jurisdiction, by name. */
    @Transactional(readOnly = true)
    public Schools schools() {
        CurrentUser user = access.holding(READERS);
        Scope scope = new Scope("u.path like :path", user.unitPath() + "%", "u.id", "u.name", "0");
        return latestYear(scope)
                .map(year -> new Schools(year, lines(scope, year)))
                .orElseGet(() -> new Schools(null, List.of()));
    }

    /**
     * The classes of one school, by grade and name, and who is late there.
     *
     * @throws Refused when the school is not in the current user's jurisdiction
     */
    @Transactional(readOnly = true)
    public School school(String schoolId) {
        access.holding(READERS);
        Unit school = unit(schoolId);
        CurrentUser user = access.over(school.path(), READERS);
        boolean ofTheSchool = user.unitId().equals(school.id());
        Scope scope = new Scope("u.path = :path", school.path(), "k.id", "k.name", "k.grade");
        Optional<Integer> year = latestYear(scope);
        return new School(
                school.id(),
                school.name(),
                year.orElse(null),
                year.map(known -> lines(scope, known)).orElse(List.of()),
                year.map(known -> late(school.id(), known, ofTheSchool)).orElse(List.of()));
    }

    /** Which units count, and what a line stands for: a school or a class. */
    private record Scope(String where, String path, String id, String name, String grade) {}

    private Unit unit(String id) {
        try {
            return directory.unit(id);
        } catch (EmptyResultDataAccessException none) {
            throw new Refused("oversight.no-such-school");
        }
    }

    private Optional<Integer> latestYear(Scope scope) {
        return Optional.ofNullable(
                jdbc.sql("select max(k.school_year) from school_class k join org_unit u on u.id = k.school_id where "
                                + scope.where())
                        .param("path", scope.path())
                        .query((row, n) -> row.getObject(1, Integer.class))
                        .list()
                        .get(0));
    }

    private List<Line> lines(Scope scope, int year) {
        Map<String, Map<RecordState, Integer>> states = new HashMap<>();
        bind(
                        "select " + scope.id() + ", r.state, count(*) from year_record r"
                                + " join school_class k on k.id = r.class_id join org_unit u on u.id = r.school_id"
                                + " where " + scope.where()
                                + " and r.school_year = :year and r.state <> 'LEFT' group by " + scope.id()
                                + ", r.state",
                        scope,
                        year)
                .query(row -> {
                    states.computeIfAbsent(row.getString(1), id -> new EnumMap<>(RecordState.class))
                            .put(RecordState.valueOf(row.getString(2)), row.getInt(3));
                });
        Map<String, Integer> late = counts(
                "select " + scope.id() + ", count(distinct i.year_record_id) from work_item i"
                        + " join school_class k on k.id = i.class_id join org_unit u on u.id = i.school_id where "
                        + scope.where()
                        + " and i.school_year = :year and i.state = 'OPEN' and i.due_at < :now group by "
                        + scope.id(),
                scope,
                year);
        Map<Cause, Map<String, Integer>> stuck = stuck(scope, year);
        List<Line> lines = new ArrayList<>();
        bind(
                        "select " + scope.id() + ", " + scope.name() + ", " + scope.grade()
                                + ", count(e.id) from org_unit u"
                                + " join school_class k on k.school_id = u.id and k.school_year = :year"
                                + " left join enrolment e on e.class_id = k.id and e.status = 'STUDYING' where "
                                + scope.where() + " group by " + scope.id() + ", " + scope.name()
                                + (scope.grade().equals("0") ? "" : ", " + scope.grade()) + " order by 3, 2",
                        scope,
                        year)
                .query(row -> {
                    String id = row.getString(1);
                    Map<Cause, Integer> causes = new EnumMap<>(Cause.class);
                    stuck.forEach((cause, byId) -> {
                        if (byId.containsKey(id)) {
                            causes.put(cause, byId.get(id));
                        }
                    });
                    lines.add(new Line(
                            id,
                            row.getString(2),
                            row.getInt(3),
                            row.getInt(4),
                            new Counts(states.getOrDefault(id, Map.of())),
                            late.getOrDefault(id, 0),
                            causes));
                });
        return lines;
    }

    private Map<Cause, Map<String, Integer>> stuck(Scope scope, int year) {
        String open = "select " + scope.id() + ", count(distinct i.year_record_id) from work_item i"
                + " join school_class k on k.id = i.class_id join org_unit u on u.id = i.school_id where "
                + scope.where() + " and i.school_year = :year and i.state = 'OPEN' and ";
        String group = " group by " + scope.id();
        Map<Cause, Map<String, Integer>> stuck = new LinkedHashMap<>();
        stuck.put(Cause.NO_TEACHER, counts(open + "i.role = 'SCHOOL_ADMIN'" + group, scope, year));
        stuck.put(
                Cause.NO_CERTIFICATE,
                counts(
                        open + "(i.step = 'HOMEROOM' and i.assignee_id is not null and not exists"
                                + " (select 1 from certificate c where c.owner_id = i.assignee_id and" + VALID
                                + "'PERSON')"
                                + " or i.step = 'PRINCIPAL' and not exists (select 1 from account a join certificate c on c.owner_id = a.staff_id"
                                + " where a.unit_id = i.school_id and a.active = true and a.roles like '%PRINCIPAL%' and"
                                + VALID + "'PERSON')"
                                + " or i.step in ('SEAL', 'SUBMIT') and not exists (select 1 from certificate c where c.owner_id = i.school_id and"
                                + VALID + "'ORGANISATION'))" + group,
                        scope,
                        year));
        stuck.put(
                Cause.REJECTED,
                counts(
                        "select " + scope.id() + ", count(distinct r.id) from year_record r"
                                + " join submission_item s on s.year_record_id = r.id and s.state = 'REJECTED'"
                                + " join school_class k on k.id = r.class_id join org_unit u on u.id = r.school_id where "
                                + scope.where()
                                + " and r.school_year = :year and r.state not in ('SUBMITTED', 'ACCEPTED', 'FROZEN', 'RETRACTED', 'LEFT')"
                                + group,
                        scope,
                        year));
        return stuck;
    }

    private List<Late> late(String schoolId, int year, boolean withNames) {
        String person = withNames ? "p.full_name" : "cast(null as char)";
        return jdbc.sql("select i.step, " + person
                        + ", count(distinct i.year_record_id), min(i.due_at) from work_item i"
                        + " left join staff p on p.id = i.assignee_id"
                        + " where i.school_id = :school and i.school_year = :year and i.state = 'OPEN' and i.due_at < :now"
                        + " group by i.step" + (withNames ? ", p.full_name, i.assignee_id" : "")
                        + " order by 3 desc, 1")
                .param("school", schoolId)
                .param("year", year)
                .param("now", UtcTimes.bind(clock.instant()))
                .query((row, n) -> new Late(
                        Step.valueOf(row.getString(1)), row.getString(2), row.getInt(3), UtcTimes.read(row, 4)))
                .list();
    }

    private Map<String, Integer> counts(String sql, Scope scope, int year) {
        Map<String, Integer> counts = new HashMap<>();
        bind(sql, scope, year).query(row -> {
            counts.put(row.getString(1), row.getInt(2));
        });
        return counts;
    }

    private JdbcClient.StatementSpec bind(String sql, Scope scope, int year) {
        return jdbc.sql(sql)
                .param("path", scope.path())
                .param("year", year)
                .param("now", UtcTimes.bind(clock.instant()));
    }
}
