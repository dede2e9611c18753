package vn.hocba.assessment;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.hocba.shared.PolicyTable;
import vn.hocba.shared.SchoolLevel;

/** Which regulation holds at which level, in which school years and under which Sở, and which version of its decision table: policy data. */
public final class RegulationTable {

    /** The file: level, validity, code of the regulation, its decision table and the version of that. */
    public static final String FILE = "policy/regulations.csv";

    private final Map<String, Regulation> regulations;
    private final List<Line> lines;

    /**
     * @param regulations those that there are
     * @param lines when and where each holds
     * @throws IllegalStateException when a line names a regulation that there is not, or two say different things of one time and place
     */
    public RegulationTable(Collection<Regulation> regulations, Collection<Line> lines) {
        this.regulations = regulations.stream().collect(Collectors.toMap(Regulation::code, Function.identity()));
        this.lines = List.copyOf(lines);
        lines.stream()
                .collect(Collectors.groupingBy(Line::level))
                .values()
                .forEach(ofLevel -> Validity.demandOneAtATime(ofLevel, Line::validity));
        lines.forEach(line -> {
            if (!this.regulations.containsKey(line.regulation())) {
                throw new IllegalStateException(FILE + " names an unknown regulation " + line.regulation());
            }
        });
    }

    /**
     * A line.
     *
     * @param table decides results in these years
     */
    public record Line(SchoolLevel level, Validity validity, String regulation, DecisionTable table) {

        /** Reads it. */
        public static Line of(PolicyTable.Row row) {
            return new Line(
                    SchoolLevel.valueOf(row.get("level")),
                    Validity.of(row),
                    row.get("regulation"),
                    new DecisionTable(row.get("table"), row.get("version")));
        }
    }

    /** The newest decision table that a regulation has anywhere. */
    public static Optional<DecisionTable> newest(Collection<Line> lines, String regulation) {
        return lines.stream()
                .filter(line -> line.regulation().equals(regulation))
                .max(Comparator.comparingInt(line -> line.validity().first()))
                .map(Line::table);
    }

    /**
     * The regulation that holds, as it holds then and there; empty where none does.
     *
     * @param schoolYear the year in which it starts
     * @param provinceCode empty where no Sở stands above
     */
    public Optional<Regulation> find(SchoolLevel level, int schoolYear, String provinceCode) {
        List<Line> ofLevel =
                lines.stream().filter(line -> line.level() == level).toList();
        return Validity.mostExact(ofLevel, Line::validity, schoolYear, provinceCode)
                .map(line -> byCode(line.regulation()).in(schoolYear, provinceCode, line.table()));
    }

    /**
     * The regulation that judges a record for ever: the one by which it was begun, as it holds in its year, with the very table that has judged it. Until one
     * has, with the table of its year.
     *
     * @param code of the regulation
     * @param decidedBy see {@link Outcome#decidedBy}; null where nothing was decided yet
     * @throws IllegalArgumentException when there is no such regulation
     */
    public Regulation judging(SchoolLevel level, int schoolYear, String provinceCode, String code, String decidedBy) {
        return byCode(code)
                .in(
                        schoolYear,
                        provinceCode,
                        decidedBy == null ? table(level, schoolYear, provinceCode, code) : DecisionTable.of(decidedBy));
    }

    /** Where a regulation no longer holds in that year, its newest. */
    private DecisionTable table(SchoolLevel level, int schoolYear, String provinceCode, String code) {
        List<Line> own = lines.stream()
                .filter(line -> line.level() == level && line.regulation().equals(code))
                .toList();
        return Validity.mostExact(own, Line::validity, schoolYear, provinceCode)
                .map(Line::table)
                .or(() -> newest(lines, code))
                .orElseThrow(() -> new IllegalArgumentException("no line of " + code));
    }

    /** Whether there is a regulation of this code. */
    public boolean knows(String code) {
        return regulations.containsKey(code);
    }

    /**
     * A regulation as it is now in the whole country.
     *
     * @throws IllegalArgumentException when there is no such regulation
     */
    public Regulation byCode(String code) {
        return Optional.ofNullable(regulations.get(code))
                .orElseThrow(() -> new IllegalArgumentException("unknown regulation " + code));
    }
}
