package vn.hocba.registry;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Right;
import vn.hocba.shared.UtcTimes;

/** What the current user's province has received, as numbers per class and as a list of answers. Only the latest answer to a record counts. */
@Repository
@Transactional(readOnly = true)
public class IntakeBoard {

    private static final String COUNTS =
            " accepted, rejected, last_at from intake_count where province_code = :province"
                    + " and school_year = :year and accepted + rejected > 0";

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
     * @param className of a class of this school; null for all, as of all schools
     * @param outcome null for both
     */
    public record Filter(int schoolYear, String schoolCode, String className, Outcome outcome) {}

    /**
     * A school's records that were answered.
     *
     * @param latest when the last one was answered
     */
    public record SchoolCount(String schoolCode, String schoolName, int accepted, int rejected, Instant latest) {}

    /**
     * A class's records that were answered.
     *
     * @param latest when the last one was answered
     */
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
        return jdbc.sql("select school_year from intake_count where province_code = :province and class_name = ''"
                        + " and school_code = '' order by school_year desc")
                .param("province", ownProvince.get(Right.SEE_INTAKE).code())
                .query(Integer.class)
                .list();
    }

    /**
     * The schools that have sent something, by name.
     *
     * @param named a part of their names, in small or capital letters; empty for all
     * @param from how many to pass over
     * @param most how many to give at most
     */
    public List<SchoolCount> schools(int schoolYear, String named, int from, int most) {
        // Sorted by all columns of the index, so that both databases read no more than the page and what is passed
        // over.
        return jdbc.sql(
                        "select school_code, school_name," + COUNTS + " and class_name = '' and school_name > ''"
                                + (named.isBlank() ? "" : " and lower(school_name) like :named escape '!'")
                                + " order by province_code, school_year, class_name, school_name, school_code limit :most offset :from")
                .param("province", ownProvince.get(Right.SEE_INTAKE).code())
                .param("year", schoolYear)
                .param("named", "%" + literal(named.strip().toLowerCase(Locale.ROOT)) + "%")
                .param("most", most)
                .param("from", from)
                .query((row, n) -> new SchoolCount(
                        row.getString("school_code"),
                        row.getString("school_name"),
                        row.getInt("accepted"),
                        row.getInt("rejected"),
                        UtcTimes.read(row, "last_at")))
                .list();
    }

    /** Every class of which a school has sent something, by name. */
    public List<ClassCount> classes(int schoolYear, String schoolCode) {
        return jdbc.sql("select class_name," + COUNTS
                        + " and school_code = :school and class_name > '' order by class_name")
                .param("province", ownProvince.get(Right.SEE_INTAKE).code())
                .param("year", schoolYear)
                .param("school", schoolCode)
                .query((row, n) -> new ClassCount(
                        row.getString("class_name"),
                        row.getInt("accepted"),
                        row.getInt("rejected"),
                        UtcTimes.read(row, "last_at")))
                .list();
    }

    /**
     * The answers, latest first.
     *
     * @param after the last one of the page before; null for the first page
     */
    public List<Answer> answers(Filter filter, Answer after, int most) {
        // Each kind of filter has an index in this very order, so that both databases read no more than the page.
        String narrowed =
                filter.schoolCode() != null ? "school_code desc," : filter.outcome() != null ? "accepted desc," : "";
        return jdbc.sql(
                        "select receipt_no, school_name, class_name, pupil_name, version_no, accepted, reasons, at from receipt"
                                + " where province_code = :province and school_year = :year and latest = true"
                                + (filter.schoolCode() == null ? "" : " and school_code = :school")
                                + (filter.className() == null ? "" : " and class_name = :class")
                                + (filter.outcome() == null ? "" : " and accepted = :accepted")
                                + (after == null ? "" : " and at <= :at and (at < :at or receipt_no < :number)")
                                + " order by province_code desc, school_year desc, latest desc, " + narrowed
                                + " at desc, receipt_no desc limit :most")
                .param("province", ownProvince.get(Right.SEE_INTAKE).code())
                .param("year", filter.schoolYear())
                .param("school", filter.schoolCode())
                .param("class", filter.className())
                .param("accepted", filter.outcome() == Outcome.ACCEPTED)
                .param("at", after == null ? null : UtcTimes.bind(after.at()))
                .param("number", after == null ? null : after.receiptNo())
                .param("most", most)
                .query((row, n) -> new Answer(
                        row.getString("receipt_no"),
                        row.getString("school_name"),
                        row.getString("class_name"),
                        row.getString("pupil_name"),
                        row.getInt("version_no"),
                        row.getBoolean("accepted"),
                        row.getString("reasons"),
                        UtcTimes.read(row, "at")))
                .list();
    }

    /** How many answers there are. */
    public int count(Filter filter) {
        return jdbc.sql(
                        "select accepted, rejected from intake_count where province_code = :province and school_year = :year"
                                + " and school_code = :school and class_name = :class")
                .param("province", ownProvince.get(Right.SEE_INTAKE).code())
                .param("year", filter.schoolYear())
                .param("school", filter.schoolCode() == null ? IntakeCounts.ALL : filter.schoolCode())
                .param("class", filter.className() == null ? IntakeCounts.ALL : filter.className())
                .query((row, n) -> (filter.outcome() == Outcome.REJECTED ? 0 : row.getInt("accepted"))
                        + (filter.outcome() == Outcome.ACCEPTED ? 0 : row.getInt("rejected")))
                .optional()
                .orElse(0);
    }

    /** What is typed stands for itself: «%» and «_» find nothing else. */
    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
