package vn.hocba.oversight;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.hocba.identity.Principals;
import vn.hocba.oversight.ProgressBoard.Cause;
import vn.hocba.oversight.ProgressBoard.Counts;
import vn.hocba.oversight.ProgressBoard.Late;
import vn.hocba.oversight.ProgressBoard.Line;
import vn.hocba.record.RecordState;
import vn.hocba.shared.ReadModel;
import vn.hocba.shared.UtcTimes;
import vn.hocba.signing.CertificatesAtSchool;
import vn.hocba.workflow.Step;

/** The classes of one school, from its records and their open work. */
@Repository
@ReadModel(of = {"school", "record", "workflow"})
class ClassLines {

    /** Records that stand alike, per class. */
    private static final String RECORDS =
            "select class_id, state, rejected, teacherless, late, holder_id, count(*) as records from (select r.id, r.class_id, r.state, r.rejected,"
                    + " max(case when i.role = 'SCHOOL_ADMIN' then 1 else 0 end) as teacherless,"
                    + " max(case when i.due_at < :now then 1 else 0 end) as late,"
                    + " max(case when i.step = 'HOMEROOM' then i.assignee_id end) as holder_id from year_record r"
                    + " left join work_item i on i.year_record_id = r.id and i.state = 'OPEN'"
                    + " where r.school_id = :school and r.school_year = :year and r.state <> 'LEFT'"
                    + " group by r.id, r.class_id, r.state, r.rejected) record"
                    + " group by class_id, state, rejected, teacherless, late, holder_id";

    private final CertificatesAtSchool certificates;
    private final Principals principals;
    private final JdbcClient jdbc;
    private final Clock clock;

    ClassLines(CertificatesAtSchool certificates, Principals principals, JdbcClient jdbc, Clock clock) {
        this.certificates = certificates;
        this.principals = principals;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the records of a class come to. */
    private static final class Sums {

        private final Map<RecordState, Integer> states = new EnumMap<>(RecordState.class);
        private final Map<Cause, Integer> stuck = new EnumMap<>(Cause.class);
        private int late;
        private int stuckTotal;

        private void add(Alike alike, boolean certified) {
            states.merge(alike.state, alike.records, Integer::sum);
            late += alike.late ? alike.records : 0;
            if (alike.teacherless) {
                stuck.merge(Cause.NO_TEACHER, alike.records, Integer::sum);
            }
            if (!certified) {
                stuck.merge(Cause.NO_CERTIFICATE, alike.records, Integer::sum);
            }
            if (alike.rejected) {
                stuck.merge(Cause.REJECTED, alike.records, Integer::sum);
            }
            stuckTotal += alike.teacherless || !certified || alike.rejected ? alike.records : 0;
        }
    }

    private record Alike(
            String classId,
            RecordState state,
            boolean rejected,
            boolean teacherless,
            boolean late,
            String holderId,
            int records) {}

    /** The classes, by grade and name. */
    List<Line> of(String schoolId, int year) {
        Instant now = clock.instant();
        Set<String> certified = certificates.valid(schoolId, now);
        boolean principal = principals.staffAt(schoolId).stream().anyMatch(certified::contains);
        Map<String, Sums> classes = new HashMap<>();
        jdbc.sql(RECORDS)
                .param("school", schoolId)
                .param("year", year)
                .param("now", UtcTimes.bind(now))
                .query((row, n) -> new Alike(
                        row.getString("class_id"),
                        RecordState.valueOf(row.getString("state")),
                        row.getBoolean("rejected"),
                        row.getInt("teacherless") == 1,
                        row.getInt("late") == 1,
                        row.getString("holder_id"),
                        row.getInt("records")))
                .list()
                .forEach(alike -> {
                    boolean canSign =
                            switch (alike.state()) {
                                case HOMEROOM -> alike.holderId() == null || certified.contains(alike.holderId());
                                case PRINCIPAL -> principal;
                                case SEALING, RELEASED -> certified.contains(schoolId);
                                default -> true;
                            };
                    classes.computeIfAbsent(alike.classId(), id -> new Sums()).add(alike, canSign);
                });
        List<Line> lines = new ArrayList<>();
        jdbc.sql(
                        "select k.id, k.name, k.site, k.grade, count(e.id) as studying from school_class k"
                                + " left join enrolment e on e.class_id = k.id and e.status = 'STUDYING'"
                                + " where k.school_id = ? and k.school_year = ? group by k.id, k.name, k.site, k.grade order by 4, 2")
                .params(schoolId, year)
                .query(row -> {
                    Sums sums = classes.getOrDefault(row.getString("id"), new Sums());
                    lines.add(new Line(
                            row.getString("id"),
                            named(row.getString("name"), row.getString("site")),
                            row.getInt("grade"),
                            row.getInt("studying"),
                            new Counts(sums.states),
                            sums.late,
                            sums.stuck,
                            sums.stuckTotal));
                });
        return lines;
    }

    /** With the place of the school where it is taught, if there are several. */
    private static String named(String name, String site) {
        return site == null ? name : name + " · " + site;
    }

    /** Who is late, most records first. */
    List<Late> late(String schoolId, int year, boolean withNames) {
        String person = withNames ? "p.full_name" : "cast(null as char) as full_name";
        return jdbc.sql("select i.step, " + person
                        + ", count(distinct i.year_record_id) as records, min(i.due_at) as due_since from work_item i"
                        + " left join staff p on p.id = i.assignee_id"
                        + " where i.school_id = :school and i.school_year = :year and i.state = 'OPEN' and i.due_at < :now"
                        + " group by i.step" + (withNames ? ", p.full_name, i.assignee_id" : "")
                        + " order by 3 desc, 1")
                .param("school", schoolId)
                .param("year", year)
                .param("now", UtcTimes.bind(clock.instant()))
                .query((row, n) -> new Late(
                        Step.valueOf(row.getString("step")),
                        row.getString("full_name"),
                        row.getInt("records"),
                        UtcTimes.read(row, "due_since")))
                .list();
    }
}
