package vn.hocba.transfer;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Validity;
import vn.hocba.record.YearRecord;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.PolicyTable;

/** Who signs the results that go along with a pupil, and which are taken, from {@code policy/hand-over.csv}. */
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
    private record Line(boolean homeroomSigns, boolean unsealed, Validity validity) {

        static Line of(PolicyTable.Row row) {
            return new Line(
                    row.get("homeroom-signs").equals("1"), row.get("unsealed").equals("1"), Validity.of(row));
        }
    }

    /** Whether the homeroom teacher signs before the head does; not where nothing says so. */
    boolean homeroomSigns(YearRecord record) {
        return homeroomSigns(record.schoolYear(), provinceOf(record.schoolId()));
    }

    /** The same in a school year under a Sở; code empty where none stands above. */
    boolean homeroomSigns(int schoolYear, String provinceCode) {
        return line(schoolYear, provinceCode).filter(Line::homeroomSigns).isPresent();
    }

    /**
     * Whether a school still takes results that the principal of the former school alone has signed, without its seal; not where nothing says so.
     *
     * @param schoolYear of the results
     */
    boolean takesUnsealed(int schoolYear, String schoolId) {
        return line(schoolYear, provinceOf(schoolId)).filter(Line::unsealed).isPresent();
    }

    private Optional<Line> line(int schoolYear, String provinceCode) {
        return Validity.mostExact(lines, Line::validity, schoolYear, provinceCode);
    }

    private String provinceOf(String schoolId) {
        return directory.provinceOf(schoolId).map(SchoolDirectory.Unit::code).orElse("");
    }
}
