package vn.hocba.registry;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.calendar.Wave;
import vn.hocba.shared.CheckedCounts;
import vn.hocba.shared.CountCheck;
import vn.hocba.shared.CountTable;
import vn.hocba.shared.KeptCounts;

/**
 * How many versions wait for the freeze, and how many are frozen and not reported: kept per school with every change of a version's state, at the end of the
 * transaction that changes it (see {@link KeptCounts}): until then it reads the former ones itself.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class RegisteredCounts implements CheckedCounts {

    /** Stands for «not in effect yet»: a key has no room for nothing. */
    private static final LocalDate NOT_YET = LocalDate.EPOCH;

    private static final List<RegisteredState> COUNTED = List.of(RegisteredState.ACCEPTED, RegisteredState.FROZEN);

    private static final CountTable TABLE = CountTable.of(
            "registered_count",
            List.of("province_code", "school_year", "state", "school_code", "programme_completed", "effective_on"),
            List.of("versions"));
    private static final String SCOPE = "province_code = :province and school_code = :code and school_year = :year";
    private static final CountCheck CHECK = new CountCheck(
            TABLE,
            CountCheck.Scope.SCHOOL,
            SCOPE,
            "select province_code, school_year, state, school_code, programme_completed, coalesce(effective_on, date '1970-01-01'), count(*)"
                    + " from registered_record where " + SCOPE + " and state in ('ACCEPTED', 'FROZEN')"
                    + " group by province_code, school_year, state, school_code, programme_completed, coalesce(effective_on, date '1970-01-01')");

    private static final String FROZEN =
            "select province_code, school_year, school_code, programme_completed, effective_on from registered_record"
                    + " where state = 'FROZEN' and year_record_id in (:ids)";
    private static final String SUM =
            "select coalesce(sum(versions), 0) from registered_count where province_code = ? and school_year = ?";

    private final KeptCounts counts;
    private final JdbcClient jdbc;

    RegisteredCounts(KeptCounts counts, JdbcClient jdbc) {
        this.counts = counts;
        this.jdbc = jdbc;
    }

    /** What is counted together. */
    record Kind(
            String provinceCode,
            int schoolYear,
            RegisteredState state,
            String schoolCode,
            boolean programmeCompleted,
            LocalDate effectiveOn) {

        static Kind of(RegisteredRecord version) {
            return new Kind(
                    version.provinceCode,
                    version.schoolYear,
                    version.state,
                    version.schoolCode,
                    version.programmeCompleted,
                    version.effectiveOn == null ? NOT_YET : version.effectiveOn);
        }

        /** What a frozen version was counted under before. */
        Kind accepted() {
            return new Kind(
                    provinceCode, schoolYear, RegisteredState.ACCEPTED, schoolCode, programmeCompleted, NOT_YET);
        }
    }

    /** Adds so many of each kind, or takes them away, when the transaction ends; what is neither accepted nor frozen is not counted. */
    void change(Map<Kind, Integer> by) {
        by.forEach((kind, versions) -> {
            if (COUNTED.contains(kind.state()) && versions != 0) {
                counts.add(
                        TABLE,
                        List.of(
                                kind.provinceCode(),
                                kind.schoolYear(),
                                kind.state().name(),
                                kind.schoolCode(),
                                kind.programmeCompleted(),
                                Date.valueOf(kind.effectiveOn())),
                        List.of(versions));
            }
        });
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<CountCheck> checks() {
        return List.of(CHECK);
    }

    /** The frozen versions of these year records, by kind; locked, so that they stay what they are until the transaction ends. */
    Map<Kind, Integer> lockFrozen(List<String> yearRecordIds) {
        return byKind(jdbc.sql(FROZEN + " for update").param("ids", yearRecordIds));
    }

    /** Those of them that are in effect from a day, by kind; the caller has locked them by freezing them. */
    Map<Kind, Integer> frozen(List<String> yearRecordIds, LocalDate effectiveOn) {
        return byKind(jdbc.sql(FROZEN + " and effective_on = :day")
                .param("ids", yearRecordIds)
                .param("day", Date.valueOf(effectiveOn)));
    }

    private static Map<Kind, Integer> byKind(JdbcClient.StatementSpec versions) {
        return versions
                .query((row, n) -> new Kind(
                        row.getString("province_code"),
                        row.getInt("school_year"),
                        RegisteredState.FROZEN,
                        row.getString("school_code"),
                        row.getBoolean("programme_completed"),
                        row.getDate("effective_on").toLocalDate()))
                .list()
                .stream()
                .collect(Collectors.toMap(kind -> kind, kind -> 1, Integer::sum));
    }

    /** Which versions a wave takes, as {@link Wave#takes} has it: told in a condition, because a province has more than can be read one by one. */
    static String takenBy(Wave wave) {
        return wave.takes(false) ? "" : " and programme_completed = true";
    }

    /** How many wait for the freeze of a wave. */
    int waiting(String provinceCode, int schoolYear, Wave wave) {
        return jdbc.sql(SUM + " and state = 'ACCEPTED'" + takenBy(wave))
                .params(provinceCode, schoolYear)
                .query(Integer.class)
                .single();
    }

    /** How many that are in effect from a day are frozen and not reported. */
    int frozen(String provinceCode, int schoolYear, LocalDate effectiveOn) {
        return jdbc.sql(SUM + " and state = 'FROZEN' and effective_on = ?")
                .params(provinceCode, schoolYear, Date.valueOf(effectiveOn))
                .query(Integer.class)
                .single();
    }
}
