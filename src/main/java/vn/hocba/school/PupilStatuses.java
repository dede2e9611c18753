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
                    row -> new Status(EnrolmentStatus.valueOf(row.get("group")), moment(row.get("when")))));

    /**
     * What a status says.
     *
     * @param moment orders what happened in a year: 0 the summer before it, 1 and 2 its terms, then what is so now; -1 where the words do not say it
     */
    record Status(EnrolmentStatus group, int moment) {

        /**
         * Whether this is what became of a pupil of whom the list says the other before. Who left one class and came into another at the same time studies in
         * that one, whichever the list names first.
         */
        boolean follows(Status other, boolean inTheSameClass) {
            if (!inTheSameClass && moment == other.moment && group != other.group) {
                return other.group != EnrolmentStatus.STUDYING;
            }
            return moment == UNKNOWN && other.moment != NOW || other.moment == UNKNOWN || moment >= other.moment;
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
