package vn.hocba.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.shared.Ids;
import vn.hocba.shared.PupilId;
import vn.hocba.shared.SchoolLevel;

/** Where pupils have studied: «Quá trình học tập», of the lists of the schools here and of what is known of years elsewhere. Nothing in it is made up. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class StudyHistory {

    /** A row that comes from the lists and has no place beside it. */
    private static final String LISTED = "LISTED";

    /** What the school was called when the school year ended: there is a row for each time of it, and one of them holds on a day. */
    private static final String NAME_OF_THE_YEAR = " left join unit_term n on n.unit_id = u.id"
            + " and (n.starts_on is null or n.starts_on <= cast(concat(e.school_year + 1, '-05-31') as date))"
            + " and (n.ends_on is null or n.ends_on > cast(concat(e.school_year + 1, '-05-31') as date))";

    private final JdbcClient jdbc;

    StudyHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whence it is known that a pupil studied elsewhere. */
    public enum Origin {
        /** The former school's hand-over says it. */
        HANDED_OVER,
        /** It was noted when the pupil came. */
        ARRIVAL,
        /** The school has entered it. */
        ENTERED
    }

    /** A school year in a class of a school here. */
    public record Year(int schoolYear, String className, String schoolId, String schoolName) {}

    /**
     * A year at a school.
     *
     * @param className null where it is not known
     * @param registerNo số đăng bộ; null where nobody has said it
     * @param enteredOn ngày nhập học, chuyển đến; null where nobody has said it
     */
    public record Row(int schoolYear, String className, String schoolName, String registerNo, LocalDate enteredOn) {}

    private record Found(Row row, String schoolId, String origin, int grade, boolean left) {

        boolean isAt(Year year) {
            return year.schoolId().equals(schoolId) && row.schoolYear() == year.schoolYear();
        }
    }

    /**
     * The years of a level until one of them, oldest first, and that one last.
     *
     * @param year the last one, in whose class the pupil is
     */
    @Transactional(readOnly = true)
    public List<Row> until(String pupilId, SchoolLevel level, Year year) {
        List<Found> found = found(pupilId, level, year.schoolYear());
        Optional<Row> entered =
                found.stream().filter(one -> one.isAt(year)).map(Found::row).findFirst();
        Map<String, Row> rows = new LinkedHashMap<>();
        found.stream()
                .filter(one -> !one.isAt(year))
                .sorted(Comparator.comparingInt((Found one) -> one.row().schoolYear())
                        .thenComparing(one -> !one.left())
                        .thenComparing(one -> one.row().enteredOn(), Comparator.nullsFirst(Comparator.naturalOrder())))
                .forEach(one ->
                        rows.putIfAbsent(one.row().schoolYear() + one.row().schoolName(), one.row()));
        List<Row> all = new ArrayList<>(rows.values());
        all.add(new Row(
                year.schoolYear(),
                year.className(),
                year.schoolName(),
                entered.map(Row::registerNo).orElse(null),
                entered.map(Row::enteredOn).orElse(null)));
        return List.copyOf(all);
    }

    private List<Found> found(String pupilId, SchoolLevel level, int lastYear) {
        return jdbc
                .sql(
                        "select e.school_year as school_year, c.name as class_name, coalesce(n.name, u.name) as school_name, e.register_no as register_no,"
                                + " e.entered_on as entered_on, e.school_id as school_id, c.grade as grade, e.status as status,"
                                + " '" + LISTED
                                + "' as origin from enrolment e join school_class c on c.id = e.class_id"
                                + " join org_unit u on u.id = e.school_id" + NAME_OF_THE_YEAR
                                + " where e.pupil_id = ? and e.school_year <= ?"
                                + " union all select s.school_year, s.class_name, s.school_name, s.register_no, s.entered_on, null, 0, '', s.origin"
                                + " from pupil_study s where s.pupil_id = ? and s.level = ? and s.school_year <= ?")
                .params(pupilId, lastYear, pupilId, level.name(), lastYear)
                .query((row, n) -> new Found(
                        new Row(
                                row.getInt("school_year"),
                                row.getString("class_name"),
                                row.getString("school_name"),
                                row.getString("register_no"),
                                row.getObject("entered_on", LocalDate.class)),
                        row.getString("school_id"),
                        row.getString("origin"),
                        row.getInt("grade"),
                        !row.getString("status").equals(EnrolmentStatus.STUDYING.name())))
                .list()
                .stream()
                .filter(one -> !one.origin().equals(LISTED)
                        || SchoolLevel.of(one.grade()).equals(Optional.of(level)))
                .toList();
    }

    /** The years that a hand-over tells, instead of those that one before has told. */
    public void handedOver(PupilId pupil, SchoolLevel level, List<Row> rows) {
        jdbc.sql("delete from pupil_study where pupil_id = ? and level = ? and origin = ?")
                .params(pupil.value(), level.name(), Origin.HANDED_OVER.name())
                .update();
        rows.forEach(row -> add(pupil, level, row, Origin.HANDED_OVER));
    }

    /** What was noted when the pupil came in a year, instead of what was noted before. */
    public void arrived(PupilId pupil, SchoolLevel level, Row row) {
        jdbc.sql("delete from pupil_study where pupil_id = ? and level = ? and school_year = ? and origin = ?")
                .params(pupil.value(), level.name(), row.schoolYear(), Origin.ARRIVAL.name())
                .update();
        add(pupil, level, row, Origin.ARRIVAL);
    }

    /** A year elsewhere that the school has entered, instead of what is known of that year at that school. */
    public void entered(PupilId pupil, SchoolLevel level, Row row) {
        remove(pupil, level, row.schoolYear(), row.schoolName());
        add(pupil, level, row, Origin.ENTERED);
    }

    /** @return whether there was such a year */
    public boolean remove(PupilId pupil, SchoolLevel level, int schoolYear, String schoolName) {
        return jdbc.sql(
                                "delete from pupil_study where pupil_id = ? and level = ? and school_year = ? and school_name = ?")
                        .params(pupil.value(), level.name(), schoolYear, schoolName)
                        .update()
                > 0;
    }

    private void add(PupilId pupil, SchoolLevel level, Row row, Origin origin) {
        jdbc.sql(
                        "insert into pupil_study (id, row_version, pupil_id, level, school_year, class_name, school_name, register_no,"
                                + " entered_on, origin) values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Ids.next(),
                        pupil.value(),
                        level.name(),
                        row.schoolYear(),
                        row.className(),
                        row.schoolName(),
                        row.registerNo(),
                        row.enteredOn(),
                        origin.name())
                .update();
    }
}
