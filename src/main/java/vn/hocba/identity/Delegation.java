package vn.hocba.identity;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a deputy was given to do.
 *
 * @param powers none of them: nothing
 * @param grades whose records are signed; with {@code classes} empty: of all grades
 * @param classes names of classes beside the grades, as «3A»
 */
public record Delegation(Set<Power> powers, Set<Integer> grades, Set<String> classes) implements Serializable {

    /** All that can be given. */
    public static final Delegation WHOLE = new Delegation(Set.copyOf(Power.delegable()), Set.of(), Set.of());

    public Delegation {
        powers = Set.copyOf(powers);
        grades = Set.copyOf(grades);
        classes = Set.copyOf(classes);
    }

    /** Whether a power was given, at least for some classes. */
    public boolean covers(Power power) {
        return powers.contains(power);
    }

    /** Whether a power was given for a class. */
    public boolean covers(Power power, int grade, String className) {
        return covers(power) && (isForAll() || grades.contains(grade) || classes.contains(className));
    }

    /** Whether it holds for every class. */
    public boolean isForAll() {
        return grades.isEmpty() && classes.isEmpty();
    }

    /** As it is stored. */
    String written() {
        return Stream.of(
                        powers.isEmpty() ? Stream.<Power>empty() : EnumSet.copyOf(powers).stream(),
                        new TreeSet<>(grades).stream(),
                        new TreeSet<>(classes).stream())
                .map(some -> some.map(String::valueOf).collect(Collectors.joining(",")))
                .collect(Collectors.joining("|"));
    }

    /** As {@link #written} wrote it; null stays null. */
    static Delegation read(String written) {
        if (written == null) {
            return null;
        }
        String[] parts = written.split("\\|", -1);
        return new Delegation(
                all(parts[0], Power::valueOf), all(parts[1], Integer::valueOf), all(parts[2], Function.identity()));
    }

    private static <T> Set<T> all(String list, Function<String, T> read) {
        return Stream.of(list.split(","))
                .filter(one -> !one.isEmpty())
                .map(read)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
