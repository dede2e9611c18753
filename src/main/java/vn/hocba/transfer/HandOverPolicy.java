package vn.hocba.transfer;

import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Validity;
import vn.hocba.record.YearRecord;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.PolicyTable;

/** Who signs the results that go along with a pupil, from {@code policy/hand-over.csv}. */
@Component
class HandOverPolicy {

    static final String FILE = "policy/hand-over.csv";

    private final List<Line> lines;
    private final SchoolDirectory directory;

    @Autowired
    HandOverPolicy(SchoolDirectory directory) {
        this(PolicyTable.read(FILE), directory);
    }

    /** @throws IllegalStateException when two lines say different things of one time and place */
    HandOverPolicy(List<PolicyTable.Row> rows, SchoolDirectory directory) {
        this.lines = rows.stream().map(Line::of).toList();
        this.directory = directory;
        Validity.demandOneAtATime(lines, Line::validity);
    }

    /** A line. */
    private record Line(boolean homeroomSigns, Validity validity) {

        static Line of(PolicyTable.Row row) {
            return new Line(row.get("homeroom-signs").equals("1"), Validity.of(row));
        }
    }

    /** Whether the homeroom teacher signs before the head does; not where nothing says so. */
    boolean homeroomSigns(YearRecord record) {
        return Validity.mostExact(
                        lines,
                        Line::validity,
                        record.schoolYear(),
                        directory
                                .provinceOf(record.schoolId())
                                .map(SchoolDirectory.Unit::code)
                                .orElse(""))
                .filter(Line::homeroomSigns)
                .isPresent();
    }
}
