package vn.hocba.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.hocba.school.ImportPlan.Place;
import vn.hocba.school.PupilStatuses.Order;
import vn.hocba.school.PupilStatuses.Status;
import vn.hocba.shared.VietnameseText;

/**
 * Several rows of one pupil are a history: left in the first term, came back in the second. The one that happened last counts, wherever it stands. Rows that
 * cannot be of one pupil, put the pupil in two classes at once, or do not say what happened last, count none.
 */
final class PupilHistory {

    private static final List<Column> OF_A_PERSON =
            List.of(Column.NAME, Column.BIRTH_DATE, Column.GENDER, Column.PERSONAL_ID);

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
        for (int i = 0; i < rows.size(); i++) {
            for (Place row : rows.subList(i + 1, rows.size())) {
                Column differs = difference(rows.get(i), row);
                if (differs != null) {
                    refuse(rows, rows.get(i), row, differs);
                    return;
                }
            }
        }
        Place last = rows.get(0);
        for (Place row : rows.subList(1, rows.size())) {
            last = order(row, last) == Order.AFTER ? row : last;
        }
        for (Place row : rows) {
            Order order = row == last ? Order.SAME : order(last, row);
            if (order == Order.BEFORE || order == Order.UNDECIDED) {
                boolean twoClasses =
                        status(row).map(Status::group).equals(status(last).map(Status::group));
                refuse(rows, last, row, twoClasses ? Column.CLASS : Column.STATUS);
                return;
            }
        }
        for (Place row : rows) {
            if (row != last) {
                laterRows.put(row, last);
            }
        }
    }

    /** Each of the rows is told of one of the two that cannot both be. */
    private void refuse(List<Place> rows, Place first, Place second, Column column) {
        rows.forEach(row -> clashes.put(row, new Clash(row == second ? first : second, column)));
    }

    private Order order(Place row, Place other) {
        Optional<Status> one = status(row);
        Optional<Status> two = status(other);
        if (one.isPresent() && two.isPresent()) {
            return one.get().after(two.get(), className(row).equals(className(other)));
        }
        if (one.isEmpty() && two.isEmpty()) {
            return Order.SAME;
        }
        // Words that are not known may say anything but what is so now: their row counts, and is refused for them.
        boolean counts = one.map(Status::isNow).orElseGet(() -> !two.get().isNow());
        return counts ? Order.AFTER : Order.BEFORE;
    }

    private static Column difference(Place first, Place second) {
        for (Column column : OF_A_PERSON) {
            String one = fact(first, column);
            String other = fact(second, column);
            if (!one.isEmpty() && !other.isEmpty() && !one.equals(other)) {
                return column;
            }
        }
        return null;
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
        if (column == Column.PERSONAL_ID) {
            String number = Codes.personalId(place.table().cell(place.row(), column));
            return number == null ? "" : number;
        }
        return VietnameseText.spellingKey(
                place.table().cell(place.row(), column).text());
    }
}
