package vn.hocba.registry;

import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Validity;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.PolicyTable;

/** Whether what one person of a Sở began has to be finished by another one, from {@code policy/two-people.csv}; everything else that a role needs stays as it is. */
@Component
public class TwoPeople {

    static final String FILE = "policy/two-people.csv";

    /** What takes two where nothing else is said. */
    public enum Act {
        /** Who examined a supplement does not decide it. */
        SUPPLEMENT_DECISION,
        /** Who signed a supplement for the Sở does not apply its certificate. */
        SUPPLEMENT_SEAL,
        /** Who prepared a retraction does not give it. */
        RETRACTION_DECISION,
        /** Who approved a report to the ministry does not apply the certificate of the Sở. */
        REPORT_SEAL,
        /** Who approved a list of receipts does not apply the certificate of the Sở. */
        RECEIPT_SEAL
    }

    private record Line(Act act, boolean two, Validity validity) {

        static Line of(PolicyTable.Row row) {
            String two = row.get("two-people");
            if (!two.equals("true") && !two.equals("false")) {
                throw new IllegalStateException(FILE + ": true or false, not " + two);
            }
            return new Line(Act.valueOf(row.get("act")), two.equals("true"), Validity.of(row));
        }
    }

    private final List<Line> lines;
    private final SchoolDirectory directory;

    @Autowired
    TwoPeople(SchoolDirectory directory) {
        this(PolicyTable.read(FILE), directory);
    }

    /** @throws IllegalStateException when two lines say different things of one time and place */
    TwoPeople(List<PolicyTable.Row> rows, SchoolDirectory directory) {
        this.lines = rows.stream().map(Line::of).toList();
        this.directory = directory;
        Arrays.stream(Act.values()).forEach(act -> Validity.demandOneAtATime(of(act), Line::validity));
    }

    /**
     * Whether it takes two.
     *
     * @param schoolYear of the record or the report
     * @param unitId of the school or the Sở
     */
    public boolean areDemanded(Act act, int schoolYear, String unitId) {
        return areDemandedUnder(
                directory.provinceOf(unitId).map(SchoolDirectory.Unit::code).orElse(""), act, schoolYear);
    }

    /** The same under the Sở with this code; where no line holds it takes two. */
    boolean areDemandedUnder(String provinceCode, Act act, int schoolYear) {
        return Validity.mostExact(of(act), Line::validity, schoolYear, provinceCode)
                .map(Line::two)
                .orElse(true);
    }

    private List<Line> of(Act act) {
        return lines.stream().filter(line -> line.act() == act).toList();
    }
}
