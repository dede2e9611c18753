package vn.hocba.registry;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.shared.UtcTimes;

/**
 * How many records were answered how, of a class, a school and the province: kept with each answer, since a screen that counted the answers would take longer with
 * every school. Who answers holds the counter of receipts, so nobody waits here who did not wait there.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class IntakeCounts {

    /** In place of a school or a class: all of them. */
    static final String ALL = "";

    private static final String ADD =
            "insert into intake_count (province_code, school_year, school_code, class_name, school_name, accepted, rejected, last_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?) on duplicate key update school_name = values(school_name),"
                    + " accepted = intake_count.accepted + values(accepted), rejected = intake_count.rejected + values(rejected),"
                    + " last_at = greatest(intake_count.last_at, values(last_at))";

    private final JdbcClient jdbc;

    IntakeCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Sum(int accepted, int rejected) {

        private static Sum of(IssuedReceipt receipt, int times) {
            return receipt.accepted ? new Sum(times, 0) : new Sum(0, times);
        }

        private Sum plus(Sum other) {
            return new Sum(accepted + other.accepted, rejected + other.rejected);
        }
    }

    private record Place(int schoolYear, String schoolCode, String className) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int byYear = Integer.compare(schoolYear, other.schoolYear);
            return byYear != 0
                    ? byYear
                    : (schoolCode + "/" + className).compareTo(other.schoolCode + "/" + other.className);
        }
    }

    /**
     * A record was answered.
     *
     * @param earlier answers to the same record from the same school that this one takes the place of
     */
    void answered(IssuedReceipt receipt, List<IssuedReceipt> earlier) {
        TreeMap<Place, Sum> changes = new TreeMap<>();
        add(changes, receipt, 1);
        earlier.forEach(replaced -> add(changes, replaced, -1));
        changes.forEach((place, sum) -> write(receipt, place, sum));
    }

    private static void add(TreeMap<Place, Sum> changes, IssuedReceipt receipt, int times) {
        Sum sum = Sum.of(receipt, times);
        changes.merge(new Place(receipt.schoolYear, ALL, ALL), sum, Sum::plus);
        changes.merge(new Place(receipt.schoolYear, receipt.schoolCode, ALL), sum, Sum::plus);
        changes.merge(new Place(receipt.schoolYear, receipt.schoolCode, receipt.className), sum, Sum::plus);
    }

    private void write(IssuedReceipt receipt, Place place, Sum sum) {
        boolean answeredHere = place.schoolYear() == receipt.schoolYear
                && (place.className().equals(ALL) || place.className().equals(receipt.className));
        Instant at = answeredHere ? receipt.at : Instant.EPOCH;
        jdbc.sql(ADD)
                .params(
                        receipt.provinceCode,
                        place.schoolYear(),
                        place.schoolCode(),
                        place.className(),
                        place.schoolCode().equals(ALL) ? "" : receipt.schoolName,
                        sum.accepted(),
                        sum.rejected(),
                        UtcTimes.bind(at))
                .update();
    }
}
