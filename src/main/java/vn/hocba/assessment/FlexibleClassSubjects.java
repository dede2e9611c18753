package vn.hocba.assessment;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import vn.hocba.shared.PolicyTable;
import vn.hocba.shared.SchoolLevel;

/** Which subjects a flexible class (lớp học linh hoạt, TT 27/2020 Điều 8.3) has to assess: policy data in {@link #FILE}, each line with the school years and the Sở for which it holds. */
public final class FlexibleClassSubjects {

    /** Subjects: level, codes; validity. */
    public static final String FILE = "policy/flexible-classes.csv";

    private final List<Line> lines;

    /**
     * @param rows lines of {@link #FILE}
     * @throws IllegalStateException when two lines say different things of one time and place
     */
    public FlexibleClassSubjects(Collection<PolicyTable.Row> rows) {
        lines = rows.stream().map(Line::of).toList();
        for (SchoolLevel level : SchoolLevel.values()) {
            Validity.demandOneAtATime(ofLevel(level), Line::validity);
        }
    }

    private record Line(SchoolLevel level, Set<String> subjects, Validity validity) {

        static Line of(PolicyTable.Row row) {
            return new Line(
                    SchoolLevel.valueOf(row.get("level")),
                    Set.copyOf(Arrays.asList(row.get("subjects").split(" "))),
                    Validity.of(row));
        }
    }

    private List<Line> ofLevel(SchoolLevel level) {
        return lines.stream().filter(line -> line.level() == level).toList();
    }

    /**
     * Whether a flexible class has to assess a subject; where nothing is said, it has to assess all.
     *
     * @param schoolYear the year in which it starts
     * @param provinceCode empty where no Sở stands above
     */
    public boolean demand(String subjectCode, SchoolLevel level, int schoolYear, String provinceCode) {
        return Validity.mostExact(ofLevel(level), Line::validity, schoolYear, provinceCode)
                .map(line -> line.subjects().contains(subjectCode))
                .orElse(true);
    }
}
