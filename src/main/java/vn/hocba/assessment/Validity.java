package vn.hocba.assessment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    /**
     * The line that holds: a Sở's own before the country's.
     *
     * @throws IllegalStateException when two hold that are equally exact: the data contradicts itself
     */
    public static <T> Optional<T> mostExact(
            Collection<T> lines, Function<T, Validity> validity, int schoolYear, String provinceCode) {
        List<T> holding = lines.stream()
                .filter(line -> validity.apply(line).holds(schoolYear, provinceCode))
                .toList();
        List<T> own = holding.stream()
                .filter(line -> !validity.apply(line).province().isEmpty())
                .toList();
        List<T> exact = own.isEmpty() ? holding : own;
        if (exact.size() > 1) {
            throw new IllegalStateException("policy data says two things of " + schoolYear + ": " + exact);
        }
        return exact.stream().findFirst();
    }

    private static int year(String text) {
        return text.isEmpty() ? EVER : Integer.parseInt(text);
    }
}
