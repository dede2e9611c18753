package vn.hocba.assessment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.hocba.shared.PolicyTable;
import vn.hocba.shared.SchoolLevel;

/** Which comments the form of a level has, and which of them it asks for: policy data, see {@code policy/form-comments.csv}. */
final class FormComments {

    private final List<Line> lines;

    /** @throws IllegalStateException when two lines say different things of one time and place */
    FormComments(Collection<PolicyTable.Row> rows) {
        lines = rows.stream().map(Line::of).toList();
        lines.stream()
                .map(line -> line.level() + line.cell())
                .distinct()
                .forEach(key -> Validity.demandOneAtATime(
                        lines.stream()
                                .filter(line -> key.equals(line.level() + line.cell()))
                                .toList(),
                        Line::validity));
    }

    private record Line(SchoolLevel level, String cell, CommentUse use, Validity validity) {

        static Line of(PolicyTable.Row row) {
            return new Line(
                    SchoolLevel.valueOf(row.get("level")),
                    row.get("cell"),
                    CommentUse.valueOf(row.get("use")),
                    Validity.of(row));
        }
    }

    Stream<Validity> validities() {
        return lines.stream().map(Line::validity);
    }

    /** What the form of a level does with a comment in a school year under a Sở; empty where it has none. */
    Optional<CommentUse> of(SchoolLevel level, String cell, int schoolYear, String provinceCode) {
        return Validity.mostExact(
                        lines.stream()
                                .filter(line ->
                                        line.level() == level && line.cell().equals(cell))
                                .toList(),
                        Line::validity,
                        schoolYear,
                        provinceCode)
                .map(Line::use);
    }
}
