package vn.hocba.school;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.shared.CheckedCounts;
import vn.hocba.shared.CountCheck;
import vn.hocba.shared.CountTable;
import vn.hocba.shared.KeptCounts;

/** Keeps how many pupils study at a school, for those who look at many schools; a row for every year for which it has classes. */
@Component
class SchoolSizes implements CheckedCounts {

    private static final CountCheck CHECK = new CountCheck(
            CountTable.of("school_size", List.of("school_id", "school_year"), List.of("studying")),
            CountCheck.Scope.SCHOOL,
            "school_id = :school and school_year = :year",
            "select k.school_id, k.school_year, count(e.id) from school_class k"
                    + " left join enrolment e on e.class_id = k.id and e.status = 'STUDYING'"
                    + " where k.school_id = :school and k.school_year = :year group by k.school_id, k.school_year");

    private final KeptCounts counts;

    SchoolSizes(KeptCounts counts) {
        this.counts = counts;
    }

    private record School(String id, int year) {}

    /**
     * Classes or pupils of a school have changed in this transaction, or are about to. What that makes of the count is seen at the end: who changes the same
     * school at the same moment adds what is theirs.
     */
    void changed(String schoolId, int schoolYear) {
        counts.before(this, Changed::new).schools.add(new School(schoolId, schoolYear));
    }

    @Override
    public List<CountCheck> checks() {
        return List.of(CHECK);
    }

    private final class Changed implements Runnable {

        private final Set<School> schools = new LinkedHashSet<>();

        @Override
        public void run() {
            schools.forEach(school -> counts.correct(CHECK, Map.of("school", school.id(), "year", school.year())));
        }
    }
}
