package vn.hocba.workflow;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.shared.CheckedCounts;
import vn.hocba.shared.CountCheck;
import vn.hocba.shared.CountTable;
import vn.hocba.shared.KeptCounts;
import vn.hocba.shared.ReadModel;

/** The rows of counts of records, one per school and year, and those of whom records wait for as homeroom teacher. */
@Component
@ReadModel(of = "record")
class ProgressCounts implements CheckedCounts {

    private static final CountTable SCHOOLS = CountTable.of(
            "school_progress",
            List.of("school_id", "school_year"),
            Measure.ALL.stream().map(Measure::column).toList());
    private static final CountTable HOLDERS = CountTable.of(
            "homeroom_progress", List.of("school_id", "school_year", "holder_id"), List.of("records", "rejected"));
    private static final String SCOPE = "school_id = :school and school_year = :year";
    private static final String OF_SCHOOL =
            " where r.school_id = :school and r.school_year = :year and r.state <> 'LEFT' group by r.school_id, r.school_year";

    private static final List<CountCheck> CHECKS = List.of(
            new CountCheck(
                    SCHOOLS,
                    CountCheck.Scope.SCHOOL,
                    SCOPE,
                    Measure.ALL.stream()
                                    .map(measure -> ", sum(case when " + measure.condition() + " then 1 else 0 end)")
                                    .collect(Collectors.joining("", "select school_id, school_year", ""))
                            + " from (select r.school_id, r.school_year, r.state, r.rejected, min(i.milestone) as milestone,"
                            + " max(case when i.role = 'SCHOOL_ADMIN' then 1 else 0 end) as teacherless from year_record r"
                            + " left join work_item i on i.year_record_id = r.id and i.state = 'OPEN'" + OF_SCHOOL
                            + ", r.id, r.state, r.rejected) record group by school_id, school_year"),
            new CountCheck(
                    HOLDERS,
                    CountCheck.Scope.SCHOOL,
                    SCOPE,
                    "select r.school_id, r.school_year, i.assignee_id, count(*), sum(case when r.rejected = true then 1 else 0 end)"
                            + " from year_record r join work_item i on i.year_record_id = r.id and i.state = 'OPEN'"
                            + " and i.step = 'HOMEROOM' and i.assignee_id is not null" + OF_SCHOOL
                            + ", i.assignee_id"));

    private final KeptCounts counts;

    ProgressCounts(KeptCounts counts) {
        this.counts = counts;
    }

    /** What is to be added to the counts. */
    static final class Sums {

        private final Map<List<Object>, int[]> schools = new HashMap<>();
        private final Map<List<Object>, int[]> holders = new HashMap<>();

        /** @param records how many more stand like this; fewer where negative */
        void add(Standing standing, int records) {
            int[] sums = schools.computeIfAbsent(
                    List.of(standing.schoolId(), standing.schoolYear()), key -> new int[Measure.ALL.size()]);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += Measure.ALL.get(i).counts().test(standing) ? records : 0;
            }
            if (standing.holderId() != null) {
                int[] ofHolder = holders.computeIfAbsent(
                        List.of(standing.schoolId(), standing.schoolYear(), standing.holderId()), key -> new int[2]);
                ofHolder[0] += records;
                ofHolder[1] += standing.rejected() ? records : 0;
            }
        }
    }

    /** Adds to the counts. */
    void add(Sums sums) {
        add(SCHOOLS, sums.schools);
        add(HOLDERS, sums.holders);
    }

    private void add(CountTable table, Map<List<Object>, int[]> sums) {
        sums.forEach((key, some) -> {
            if (Arrays.stream(some).anyMatch(sum -> sum != 0)) {
                counts.add(table, key, Arrays.stream(some).boxed().toList());
            }
        });
    }

    @Override
    public List<CountCheck> checks() {
        return CHECKS;
    }
}
