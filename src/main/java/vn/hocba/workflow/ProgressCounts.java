package vn.hocba.workflow;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of counts, one per school and year. Whoever changes one holds it until the transaction ends, and so changes them last, in the order of their keys:
 * two transactions never wait for each other in a ring (docs/decisions/0016).
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ProgressCounts {

    private static final List<String> COLUMNS =
            Measure.ALL.stream().map(Measure::column).toList();
    private static final String ADD_SCHOOL = add("school_progress", List.of("school_id", "school_year"), COLUMNS);
    private static final String ADD_HOLDER =
            add("homeroom_progress", List.of("school_id", "school_year", "holder_id"), List.of("records", "rejected"));

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ProgressCounts(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A school in a year. */
    record SchoolKey(String schoolId, int schoolYear) implements Comparable<SchoolKey> {

        private static final Comparator<SchoolKey> ORDER =
                Comparator.comparing(SchoolKey::schoolId).thenComparing(SchoolKey::schoolYear);

        @Override
        public int compareTo(SchoolKey other) {
            return ORDER.compare(this, other);
        }
    }

    private record HolderKey(SchoolKey school, String holderId) implements Comparable<HolderKey> {

        private static final Comparator<HolderKey> ORDER =
                Comparator.comparing(HolderKey::school).thenComparing(HolderKey::holderId);

        @Override
        public int compareTo(HolderKey other) {
            return ORDER.compare(this, other);
        }
    }

    /** What is to be added to the counts, or what they should be. */
    static final class Sums {

        private final TreeMap<SchoolKey, int[]> schools = new TreeMap<>();
        private final TreeMap<HolderKey, int[]> holders = new TreeMap<>();

        /** @param records how many more stand like this; fewer where negative */
        void add(Standing standing, int records) {
            SchoolKey school = new SchoolKey(standing.schoolId(), standing.schoolYear());
            int[] sums = schools.computeIfAbsent(school, key -> new int[Measure.ALL.size()]);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += Measure.ALL.get(i).counts().test(standing) ? records : 0;
            }
            if (standing.holderId() != null) {
                int[] ofHolder = holders.computeIfAbsent(new HolderKey(school, standing.holderId()), key -> new int[2]);
                ofHolder[0] += records;
                ofHolder[1] += standing.rejected() ? records : 0;
            }
        }

        private Sums minus(Sums other) {
            Sums difference = new Sums();
            schools.forEach((key, sums) -> difference.merge(difference.schools, key, sums, 1));
            other.schools.forEach((key, sums) -> difference.merge(difference.schools, key, sums, -1));
            holders.forEach((key, sums) -> difference.merge(difference.holders, key, sums, 1));
            other.holders.forEach((key, sums) -> difference.merge(difference.holders, key, sums, -1));
            return difference;
        }

        private <K> void merge(Map<K, int[]> into, K key, int[] sums, int sign) {
            int[] target = into.computeIfAbsent(key, none -> new int[sums.length]);
            for (int i = 0; i < sums.length; i++) {
                target[i] += sign * sums[i];
            }
        }

        /** In words for the log: column and difference; empty when there is none. */
        String words() {
            StringBuilder words = new StringBuilder();
            schools.values().forEach(sums -> {
                for (int i = 0; i < sums.length; i++) {
                    if (sums[i] != 0) {
                        words.append("%s %+d, ".formatted(COLUMNS.get(i), sums[i]));
                    }
                }
            });
            long wrongHolders =
                    holders.values().stream().filter(ProgressCounts::isSome).count();
            return words + (wrongHolders == 0 ? "" : "homeroom teachers " + wrongHolders + ", ");
        }
    }

    /** Adds to the counts; a row that is not there yet comes to be. */
    void add(Sums sums) {
        List<Object[]> schools = sums.schools.entrySet().stream()
                .filter(entry -> isSome(entry.getValue()))
                .map(entry -> row(entry.getKey(), null, entry.getValue()))
                .toList();
        List<Object[]> holders = sums.holders.entrySet().stream()
                .filter(entry -> isSome(entry.getValue()))
                .map(entry -> row(entry.getKey().school(), entry.getKey().holderId(), entry.getValue()))
                .toList();
        if (!schools.isEmpty()) {
            batches.batchUpdate(ADD_SCHOOL, schools);
        }
        if (!holders.isEmpty()) {
            batches.batchUpdate(ADD_HOLDER, holders);
        }
    }

    /** Waits until nobody else is changing the counts of a school, and lets nobody until the transaction ends. */
    void hold(SchoolKey school) {
        batches.update(ADD_SCHOOL, row(school, null, new int[COLUMNS.size()]));
        jdbc.sql("select school_id from school_progress where school_id = ? and school_year = ? for update")
                .params(school.schoolId(), school.schoolYear())
                .query(String.class)
                .single();
    }

    /**
     * Makes the counts of a school, which is held, what they should be.
     *
     * @return what they differed by, see {@link Sums#words}
     */
    String correct(SchoolKey school, Sums expected) {
        Sums known = new Sums();
        jdbc.sql("select " + String.join(", ", COLUMNS)
                        + " from school_progress where school_id = ? and school_year = ?")
                .params(school.schoolId(), school.schoolYear())
                .query(row -> {
                    int[] sums = new int[COLUMNS.size()];
                    for (int i = 0; i < sums.length; i++) {
                        sums[i] = row.getInt(i + 1);
                    }
                    known.schools.put(school, sums);
                });
        jdbc.sql("select holder_id, records, rejected from homeroom_progress where school_id = ? and school_year = ?")
                .params(school.schoolId(), school.schoolYear())
                .query(row -> {
                    known.holders.put(
                            new HolderKey(school, row.getString(1)), new int[] {row.getInt(2), row.getInt(3)});
                });
        Sums difference = expected.minus(known);
        add(difference);
        jdbc.sql("delete from homeroom_progress where school_id = ? and school_year = ? and records = 0")
                .params(school.schoolId(), school.schoolYear())
                .update();
        return difference.words();
    }

    private static boolean isSome(int[] sums) {
        return Arrays.stream(sums).anyMatch(sum -> sum != 0);
    }

    private static Object[] row(SchoolKey school, String holderId, int[] sums) {
        Object[] row = new Object[(holderId == null ? 2 : 3) + sums.length];
        row[0] = school.schoolId();
        row[1] = school.schoolYear();
        if (holderId != null) {
            row[2] = holderId;
        }
        for (int i = 0; i < sums.length; i++) {
            row[row.length - sums.length + i] = sums[i];
        }
        return row;
    }

    private static String add(String table, List<String> key, List<String> columns) {
        List<String> all =
                java.util.stream.Stream.concat(key.stream(), columns.stream()).toList();
        return all.stream()
                        .map(column -> "?")
                        .collect(Collectors.joining(
                                ", ",
                                "insert into " + table + " (" + String.join(", ", all) + ") values (",
                                ") on duplicate key update "))
                + columns.stream()
                        .map(column -> column + " = " + table + "." + column + " + values(" + column + ")")
                        .collect(Collectors.joining(", "));
    }
}
