package vn.hocba.registry;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.shared.UtcTimes;

/** What the current user's province has received, as numbers per class and as a list of answers. Only the latest answer to a record counts. */
@Repository
@Transactional(readOnly = true)
public class IntakeBoard {

    private static final String WHERE =
            " from receipt where province_code = :province and school_year = :year and latest = true"
                    + " and (:school = '' or school_code = :school) and (:class = '' or class_name = :class)"
                    + " and (:outcome = '' or accepted = :accepted) ";

    private static final String COUNTS = " sum(case when accepted = true then 1 else 0 end),"
            + " sum(case when accepted = true then 0 else 1 end), max(at) from receipt"
            + " where province_code = :province and school_year = :year and latest = true"
            + " and (:school = '' or school_code = :school)";

    private final JdbcClient jdbc;
    private final OwnProvince ownProvince;

    IntakeBoard(JdbcClient jdbc, OwnProvince ownProvince) {
        this.jdbc = jdbc;
        this.ownProvince = ownProvince;
    }

    /** Which answers. */
    public enum Outcome {
        ACCEPTED,
        REJECTED
    }

    /**
     * What to list.
     *
     * @param schoolYear the calendar year in which the school year starts
     * @param schoolCode null for all
     * @param className null for all
     * @param outcome null for both
     */
    public record Filter(int schoolYear, String schoolCode, String className, Outcome outcome) {}

    /** A school's records that were answered. */
    public record SchoolCount(String schoolCode, String schoolName, int accepted, int rejected, Instant latest) {}

    /** A class's records that were answered. */
    public record ClassCount(String className, int accepted, int rejected, Instant latest) {}

    /**
     * An answer.
     *
     * @param pupilName null where the packet could not be read
     * @param reasons one below the other; empty when accepted
     */
    public record Answer(
            String receiptNo,
            String schoolName,
            String className,
            String pupilName,
            int versionNo,
            boolean accepted,
            String reasons,
            Instant at) {}

    /** The school years of which something was received, latest first. */
    public List<Integer> schoolYears() {
        return jdbc.sql(
                        "select distinct school_year from receipt where province_code = :province order by school_year desc")
                .param("province", ownProvince.get().code())
                .query(Integer.class)
                .list();
    }

    /** Every school that has sent something, by name. */
    public List<SchoolCount> schools(int schoolYear) {
        return jdbc.sql("select school_code, max(school_name)," + COUNTS + " group by school_code order by 2")
                .param("province", ownProvince.get().code())
                .param("year", schoolYear)
                .param("school", "")
                .query((row, n) -> new SchoolCount(
                        row.getString(1), row.getString(2), row.getInt(3), row.getInt(4), UtcTimes.read(row, 5)))
                .list();
    }

    /** Every class of which a school has sent something, by name. */
    public List<ClassCount> classes(int schoolYear, String schoolCode) {
        return jdbc.sql("select class_name," + COUNTS + " group by class_name order by class_name")
                .param("province", ownProvince.get().code())
                .param("year", schoolYear)
                .param("school", schoolCode)
                .query((row, n) ->
                        new ClassCount(row.getString(1), row.getInt(2), row.getInt(3), UtcTimes.read(row, 4)))
                .list();
    }

    /** The answers, latest first. */
    public List<Answer> answers(Filter filter, int offset, int limit) {
        return bind(
                        "select receipt_no, school_name, class_name, pupil_name, version_no, accepted, reasons, at"
                                + WHERE + "order by at desc, receipt_no desc limit :limit offset :offset",
                        filter)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> new Answer(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getBoolean(6),
                        row.getString(7),
                        UtcTimes.read(row, 8)))
                .list();
    }

    /** How many answers there are. */
    public int count(Filter filter) {
        return bind("select count(*)" + WHERE, filter).query(Integer.class).single();
    }

    private JdbcClient.StatementSpec bind(String sql, Filter filter) {
        return jdbc.sql(sql)
                .param("province", ownProvince.get().code())
                .param("year", filter.schoolYear())
                .param("school", filter.schoolCode() == null ? "" : filter.schoolCode())
                .param("class", filter.className() == null ? "" : filter.className())
                .param(
                        "outcome",
                        filter.outcome() == null ? "" : filter.outcome().name())
                .param("accepted", filter.outcome() == Outcome.ACCEPTED);
    }
}
