package vn.hocba.shared;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.hocba.shared.CountTable.Column;

/**
 * Adds to counts at the end of the transaction. Many transactions change the same row of counts, and whoever has changed one holds it until the commit; so all of
 * them are written last, in the order of tables and keys, when nothing else is left to do: nobody waits for anything else while holding one, no two wait for
 * each other in a ring, and nobody waits longer than a commit takes (docs/decisions/0016).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class KeptCounts {

    /** In place of a school year: all of them. */
    public static final int EVERY_YEAR = 0;

    private static final String CHANGED =
            "insert into school_change (school_id, school_year, changes, changed_at) values (?, ?, 1, localtimestamp(6))"
                    + " on duplicate key update changes = school_change.changes + 1, changed_at = values(changed_at)";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final EntityManager entities;

    KeptCounts(JdbcClient jdbc, JdbcTemplate batches, EntityManager entities) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.entities = entities;
    }

    private record School(String id, int year) implements Comparable<School> {

        @Override
        public int compareTo(School other) {
            return Comparator.comparing(School::id).thenComparing(School::year).compare(this, other);
        }
    }

    private record Key(CountTable table, List<?> values) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byTable = table.name().compareTo(other.table.name());
            for (int i = 0; byTable == 0 && i < values.size(); i++) {
                int byValue = compare(values.get(i), other.values.get(i));
                if (byValue != 0) {
                    return byValue;
                }
            }
            return byTable;
        }
    }

    /**
     * Adds to a row of counts, which comes to be where it is not there.
     *
     * @param key values of its key
     * @param values of its other columns
     */
    public void add(CountTable table, List<?> key, List<?> values) {
        List<Column> kinds = List.copyOf(table.columns().values());
        if (table.isOfSchools()) {
            pending().schools.add(new School((String) key.get(0), (Integer) key.get(1)));
        }
        pending().rows.merge(new Key(table, key), values, (known, added) -> {
            List<Object> both = new ArrayList<>();
            for (int i = 0; i < kinds.size(); i++) {
                both.add(together(kinds.get(i), known.get(i), added.get(i)));
            }
            return both;
        });
    }

    /**
     * Something changes that boards show of a school in every year: its name, or who can sign there. That counts have changed is said by adding to them.
     *
     * @param schoolId or another unit's: then nobody asks
     */
    public void changed(String schoolId) {
        pending().schools.add(new School(schoolId, EVERY_YEAR));
    }

    /**
     * What somebody has to look at before the counts are written, when everything else is: whoever cannot say until then what is to be added. Once per
     * transaction and owner.
     *
     * @param look made the first time; what it is told until the end is its own affair
     */
    @SuppressWarnings("unchecked")
    public <T extends Runnable> T before(Object owner, Supplier<T> look) {
        return (T) pending().looks.computeIfAbsent(owner, first -> look.get());
    }

    /**
     * Adds what is missing from counts, or takes away what is too much.
     *
     * @param scope values of the parameters that the check has
     * @return in words for the log; empty where nothing is wrong
     */
    public String correct(CountCheck check, Map<String, ?> scope) {
        CountTable table = check.table();
        return jdbc.sql(table.difference(check)).params(scope).query((row, n) -> correct(table, row)).list().stream()
                .collect(Collectors.joining("; "));
    }

    private String correct(CountTable table, ResultSet row) throws SQLException {
        List<Object> key = new ArrayList<>();
        for (String column : table.key()) {
            key.add(row.getObject(column));
        }
        List<Object> values = new ArrayList<>();
        StringBuilder words = new StringBuilder(table.name() + " " + key + ":");
        for (Map.Entry<String, Column> entry : table.columns().entrySet()) {
            String column = CountTable.by(entry.getKey());
            if (entry.getValue() == Column.ADDED) {
                int number = row.getInt(column);
                values.add(number);
                words.append(number == 0 ? "" : " %s %+d".formatted(entry.getKey(), number));
            } else {
                values.add(
                        entry.getValue() == Column.LATEST
                                ? row.getObject(column, LocalDateTime.class)
                                : row.getString(column));
            }
        }
        add(table, key, values);
        return words.toString();
    }

    private void write(Pending pending) {
        // What is not written yet might wait for somebody.
        entities.flush();
        List<Runnable> looks = List.copyOf(pending.looks.values());
        pending.looks.clear();
        looks.forEach(Runnable::run);
        Map<CountTable, List<Object[]>> rows = new TreeMap<>(Comparator.comparing(CountTable::name));
        pending.rows.forEach((key, values) -> {
            List<Object> all = new ArrayList<>(key.values());
            all.addAll(values);
            rows.computeIfAbsent(key.table(), first -> new ArrayList<>()).add(all.toArray());
        });
        pending.rows.clear();
        rows.forEach((table, some) -> batches.batchUpdate(table.add(), some));
        // Last of all: between this moment of change and the commit lies as little time as can be
        // (docs/decisions/0036).
        List<Object[]> changed = pending.schools.stream()
                .map(school -> new Object[] {school.id(), school.year()})
                .toList();
        pending.schools.clear();
        if (!changed.isEmpty()) {
            batches.batchUpdate(CHANGED, changed);
        }
    }

    private static Object together(Column kind, Object known, Object added) {
        return switch (kind) {
            case ADDED -> (Integer) known + (Integer) added;
            case LAST -> added;
            case LATEST -> compare(known, added) < 0 ? added : known;
        };
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object one, Object other) {
        return ((Comparable<Object>) one).compareTo(other);
    }

    private Pending pending() {
        Object bound = TransactionSynchronizationManager.getResource(this);
        if (bound != null) {
            return (Pending) bound;
        }
        Pending pending = new Pending();
        TransactionSynchronizationManager.bindResource(this, pending);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    /** What a transaction will write. */
    private final class Pending implements TransactionSynchronization {

        private final TreeMap<Key, List<?>> rows = new TreeMap<>();
        private final TreeSet<School> schools = new TreeSet<>();
        private final Map<Object, Runnable> looks = new LinkedHashMap<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(KeptCounts.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(KeptCounts.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write(this);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResource(KeptCounts.this);
        }
    }
}
