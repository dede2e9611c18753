package vn.hocba.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.UnitKind;
import vn.hocba.shared.ReadModel;
import vn.hocba.shared.UtcTimes;

/** What the units above the schools see of transfers: which answers are overdue, and which pupils have not arrived as far as anybody knows. */
@Service
@ReadModel(of = {"request", "school"})
@Transactional(readOnly = true)
public class TransferBoard {

    /** The longest list; the oldest come first. */
    public static final int SHOWN = 200;

    private static final String OVERDUE =
            "select q.id, q.pupil_name, q.class_name, q.step, q.due_at, s.name as school, o.name as other_school,"
                    + " w.name as waits_for from record_request q join org_unit s on s.id = q.school_id"
                    + " left join org_unit o on o.id = q.other_unit_id left join org_unit w on w.id = q.waits_unit_id"
                    + " where %s and q.state = 'OPEN' and q.due_at < :now and q.kind in ('TRANSFER', 'RELOCATION')";
    private static final String CASES =
            "select c.request_id, c.pupil_name, c.class_name, s.name as school, c.went_to, c.left_on"
                    + " from arrival_case c join org_unit s on s.id = c.school_id"
                    + " where %s and c.closed_at is null order by c.left_on limit " + SHOWN;

    private final JdbcClient jdbc;
    private final Access access;
    private final SchoolDirectory directory;
    private final Clock clock;

    TransferBoard(JdbcClient jdbc, Access access, SchoolDirectory directory, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * A transfer to which a school has not answered in time.
     *
     * @param school where it was asked
     * @param otherSchool null where it is not in this database
     * @param waitsFor the school that has to answer
     */
    public record Overdue(
            String requestId,
            String pupilName,
            String className,
            String school,
            String otherSchool,
            String waitsFor,
            String step,
            Instant dueAt) {}

    /**
     * A pupil who went to another province.
     *
     * @param school the former one
     * @param wentTo school and Sở, in words; empty where nobody has kept it
     */
    public record Case(
            String requestId, String pupilName, String className, String school, String wentTo, LocalDate leftOn) {}

    /** Answers that are overdue at schools below the current user's unit, or about their pupils; the longest first. */
    public List<Overdue> overdue() {
        CurrentUser user = access.holding(Right.SEE_TRANSFERS_BELOW);
        if (isProvince(user)) {
            return jdbc.sql(OVERDUE.formatted("q.province_id = :unit") + " order by q.due_at limit " + SHOWN)
                    .param("unit", user.unitId())
                    .param("now", UtcTimes.bind(clock.instant()))
                    .query((row, n) -> overdue(row))
                    .list();
        }
        List<String> schools = schools(user);
        if (schools.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(List.of(
                                "q.school_id in (:schools)",
                                "q.other_unit_id in (:schools) and q.school_id not in (:schools)")
                        .stream()
                        .map(OVERDUE::formatted)
                        .collect(Collectors.joining(" union all ", "", " order by due_at limit " + SHOWN)))
                .param("schools", schools)
                .param("now", UtcTimes.bind(clock.instant()))
                .query((row, n) -> overdue(row))
                .list();
    }

    /** Pupils of schools below the current user's unit who left the province and of whom nobody has said what became of them; the longest first. */
    public List<Case> unconfirmed() {
        CurrentUser user = access.holding(Right.SEE_TRANSFERS_BELOW);
        if (isProvince(user)) {
            return cases("c.province_id = :of", user.unitId());
        }
        List<String> schools = schools(user);
        return schools.isEmpty() ? List.of() : cases("c.school_id in (:of)", schools);
    }

    private List<Case> cases(String which, Object of) {
        return jdbc.sql(CASES.formatted(which))
                .param("of", of)
                .query((row, n) -> new Case(
                        row.getString("request_id"),
                        row.getString("pupil_name"),
                        row.getString("class_name"),
                        row.getString("school"),
                        row.getString("went_to"),
                        row.getObject("left_on", LocalDate.class)))
                .list();
    }

    private boolean isProvince(CurrentUser user) {
        return directory.unit(user.unitId()).kind() == UnitKind.PROVINCE;
    }

    private List<String> schools(CurrentUser user) {
        return directory.schoolsUnder(user.unitPath()).stream().map(Unit::id).toList();
    }

    private static Overdue overdue(ResultSet row) throws SQLException {
        return new Overdue(
                row.getString("id"),
                row.getString("pupil_name"),
                row.getString("class_name"),
                row.getString("school"),
                row.getString("other_school"),
                row.getString("waits_for"),
                row.getString("step"),
                UtcTimes.read(row, "due_at"));
    }
}
