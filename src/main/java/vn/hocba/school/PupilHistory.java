package vn.hocba.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.hocba.school.ImportPlan.Place;
import vn.hocba.school.PupilStatuses.Status;
import vn.hocba.shared.VietnameseText;

/**
 * Several rows of one pupil are a history: left in the first term, came back in the second. The one that happened last counts. Rows that cannot be of one
 * pupil, or put the pupil in two classes at once, count none.
 */
final class PupilHistory {

    private static final List<Column> OF_A_PERSON = List.of(Column.NAME, Column.BIRTH_DATE, Column.GENDER);

    private final PupilStatuses statuses;
    private final Map<Place, Place> laterRows = new IdentityHashMap<>();
    private final Map<Place, Clash> clashes = new IdentityHashMap<>();

    /**
     * Another row says something else.
     *
     * @param column in which
     */
    record Clash(Place other, Column column) {}

    PupilHistory(PupilStatuses statuses, List<Place> rows, Set<String> known) {
        this.statuses = statuses;
        Map<String, List<Place>> byCode = new LinkedHashMap<>();
        for (Place place : rows) {
            String code = Codes.moet(place.table().cell(place.row(), Column.MOET_CODE));
            if (code != null) {
                String whole = known.contains(code) ? code : Codes.withLostZeros(code);
                byCode.computeIfAbsent(whole, c -> new ArrayList<>()).add(place);
            }
        }
        byCode.values().stream().filter(all -> all.size() > 1).forEach(this::sort);
    }

    /** The row that counts instead of this one. */
    Optional<Place> laterThan(Place place) {
        return Optional.ofNullable(laterRows.get(place));
    }

    /** What keeps this row from counting. */
    Optional<Clash> clash(Place place) {
        return Optional.ofNullable(clashes.get(place));
    }

    private void sort(List<Place> rows) {
        Place last = rows.get(0);
        for (Place row : rows.subList(1, rows.size())) {
            Column differs = difference(last, row);
            if (differs != null) {
                rows.forEach(one -> clashes.put(one, new Clash(one == row ? rows.get(0) : row, differs)));
                return;
            }
            Optional<Status> now = status(row);
            Optional<Status> before = status(last);
            boolean follows = now.isPresent()
                    && (before.isEmpty()
                            || now.get().follows(before.get(), className(row).equals(className(last))));
            last = follows ? row : last;
        }
        for (Place row : rows) {
            if (row != last) {
                laterRows.put(row, last);
            }
        }
    }

    private Column difference(Place first, Place second) {
        for (Column column : OF_A_PERSON) {
            String one = fact(first, column);
            String other = fact(second, column);
            if (!one.isEmpty() && !other.isEmpty() && !one.equals(other)) {
                return column;
            }
        }
        boolean sameTime = Objects.equals(status(first), status(second));
        return sameTime && !className(first).equals(className(second)) ? Column.CLASS : null;
    }

    private static String className(Place place) {
        return ClassName.key(place.table().cell(place.row(), Column.CLASS).text());
    }

    private Optional<Status> status(Place place) {
        return statuses.of(place.table().cell(place.row(), Column.STATUS).text());
    }

    private static String fact(Place place, Column column) {
        if (column == Column.BIRTH_DATE) {
            LocalDate date = RowReader.dateIn(place.table().cell(place.row(), column));
            return date == null ? "" : date.toString();
        }
        return VietnameseText.spellingKey(
                place.table().cell(place.row(), column).text());
    }
}
