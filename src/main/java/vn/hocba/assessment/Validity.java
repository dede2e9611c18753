package vn.hocba.assessment;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.hocba.shared.PolicyTable;

/**
 * Where and when a line of policy data holds.
 *
 * @param first school year from which on, by the year in which it starts; {@link #EVER} for any
 * @param last school year until which, that one too; {@link #EVER} for no end
 * @param province code of the only Sở where it holds; empty for the whole country
 */
public record Validity(int first, int last, String province) {

    /** No bound. */
    public static final int EVER = 0;

    /** Always and everywhere. */
    public static final Validity ALWAYS = new Validity(EVER, EVER, "");

    /** Reads the columns {@code first-year}, {@code last-year} and {@code province}. */
    public static Validity of(PolicyTable.Row row) {
        return new Validity(year(row.get("first-year")), year(row.get("last-year")), row.get("province"));
    }

    /** Whether it holds in a school year under a Sở; code empty where none stands above. */
    public boolean holds(int schoolYear, String provinceCode) {
        return (first == EVER || first <= schoolYear)
                && (last == EVER || schoolYear <= last)
                && (province.isEmpty() || province.equals(provinceCode));
    }

    /** The line that holds, a Sở's own before the country's, of lines that do not contradict each other. */
    public static <T> Optional<T> mostExact(
            Collection<T> lines, Function<T, Validity> validity, int schoolYear, String provinceCode) {
        return lines.stream()
                .filter(line -> validity.apply(line).holds(schoolYear, provinceCode))
                .min(Comparator.comparing(
                        line -> validity.apply(line).province().isEmpty()));
    }

    /**
     * Checks the lines about one thing.
     *
     * @throws IllegalStateException when two of them hold at the same time and are equally exact
     */
    public static <T> void demandOneAtATime(Collection<T> lines, Function<T, Validity> validity) {
        for (T line : lines) {
            for (T other : lines) {
                if (line != other && validity.apply(line).contradicts(validity.apply(other))) {
                    throw new IllegalStateException("policy data says two things at once: " + line + ", " + other);
                }
            }
        }
    }

    private boolean contradicts(Validity other) {
        return province.equals(other.province) && beginsBeforeEndOf(other) && other.beginsBeforeEndOf(this);
    }

    private boolean beginsBeforeEndOf(Validity other) {
        return first == EVER || other.last == EVER || first <= other.last;
    }

    /** The first of the school years in which the same lines hold as in this one; 0 for all before any line begins or ends. */
    static int sameAs(Collection<Validity> lines, int schoolYear) {
        return lines.stream()
                .flatMap(line -> Stream.of(line.first(), line.last() == EVER ? EVER : line.last() + 1))
                .filter(bound -> bound <= schoolYear)
                .max(Integer::compare)
                .orElse(EVER);
    }

    /** The Sở where any line is its own; empty for all others, because the same lines hold there. */
    static String sameAs(Collection<Validity> lines, String provinceCode) {
        return lines.stream().anyMatch(line -> line.province().equals(provinceCode)) ? provinceCode : "";
    }

    private static int year(String text) {
        return text.isEmpty() ? EVER : Integer.parseInt(text);
    }
}
