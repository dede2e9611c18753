package vn.hocba.school;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.shared.PolicyTable;

/** What the words of the column «Trạng thái» of a list of pupils mean: policy data in {@code policy/pupil-statuses.csv}. */
@Component
class PupilStatuses {

    /** When it is so: as the list was written. */
    private static final int NOW = 9;

    private static final int UNKNOWN = -1;

    private final Map<String, Status> byKey = PolicyTable.read("policy/pupil-statuses.csv").stream()
            .collect(Collectors.toMap(
                    row -> StatusWords.key(row.get("status")),
                    row -> new Status(
                            EnrolmentStatus.valueOf(row.get("group")),
                            moment(row.get("when")),
                            !row.get("back").isEmpty())));

    /** How two statuses of one pupil follow each other. */
    enum Order {
        BEFORE,
        AFTER,
        /** They say the same. */
        SAME,
        /** The words do not tell. */
        UNDECIDED
    }

    /**
     * What a status says.
     *
     * @param moment orders what happened in a year: 0 the summer before it, 1 and 2 its terms, then what is so now; -1 where the words do not say it
     * @param back whether the pupil had left before, which the words say themselves: «Xin học lại»
     */
    record Status(EnrolmentStatus group, int moment, boolean back) {

        /**
         * Whether this happened before or after another one of the same pupil, by what the words mean and not by which the list names first. What has no term
         * happened some time before now. Who comes back has left before; who left one class and came into another at the same time studies in that one.
         */
        Order after(Status other, boolean inTheSameClass) {
            if (moment != other.moment && (isKnown() && other.isKnown() || isNow() || other.isNow())) {
                return moment > other.moment ? Order.AFTER : Order.BEFORE;
            }
            if (group == other.group) {
                return inTheSameClass ? Order.SAME : Order.UNDECIDED;
            }
            boolean comes = group == EnrolmentStatus.STUDYING;
            boolean otherComes = other.group == EnrolmentStatus.STUDYING;
            if (comes && (back || !inTheSameClass)) {
                return Order.AFTER;
            }
            return otherComes && (other.back || !inTheSameClass) ? Order.BEFORE : Order.UNDECIDED;
        }

        /** Whether it is so as the list was written. */
        boolean isNow() {
            return moment == NOW;
        }

        private boolean isKnown() {
            return moment != UNKNOWN;
        }
    }

    /** Empty for words that are not known. */
    Optional<Status> of(String words) {
        return Optional.ofNullable(byKey.get(StatusWords.key(words)));
    }

    private static int moment(String cell) {
        return switch (cell) {
            case "now" -> NOW;
            case "" -> UNKNOWN;
            default -> Integer.parseInt(cell);
        };
    }
}
