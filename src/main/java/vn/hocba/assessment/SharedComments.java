package vn.hocba.assessment;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import vn.hocba.shared.PolicyTable;

/** Sentences for comments that anybody may choose from: policy data. None of them names a pupil, so that each fits any. */
public final class SharedComments {

    /** The file: code of the regulation whose levels it uses, part (empty for any subject), level, validity, sentence. */
    public static final String FILE = "policy/comments.csv";

    private final List<Line> lines;

    /** @param rows lines of {@link #FILE} */
    public SharedComments(Collection<PolicyTable.Row> rows) {
        lines = rows.stream()
                .map(Line::of)
                .sorted(Comparator.comparing(line -> line.validity().province().isEmpty()))
                .toList();
    }

    private record Line(String regulation, String part, String level, Validity validity, String text) {

        static Line of(PolicyTable.Row row) {
            return new Line(
                    row.get("regulation"), row.get("part"), row.get("level"), Validity.of(row), row.get("text"));
        }

        boolean isFor(String wanted) {
            return part.equals(wanted) || part.isEmpty() && !wanted.startsWith(Part.CLASS);
        }
    }

    /**
     * What fits, a Sở's own before those for all.
     *
     * @param part a subject's code, or one of {@link Regulation#commentBank}
     * @param level one of the regulation's {@link Regulation#commentLevels}; null for any
     */
    public List<String> fitting(Regulation regulation, int schoolYear, String provinceCode, String part, String level) {
        return lines.stream()
                .filter(line -> line.regulation().equals(regulation.code())
                        && line.validity().holds(schoolYear, provinceCode)
                        && line.isFor(part)
                        && (level == null || line.level().equals(level)))
                .map(Line::text)
                .toList();
    }
}
