package vn.hocba.school;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the words of the column «Trạng thái» of a list of staff mean: policy data in {@code policy/staff-statuses.csv}. */
@Component
class StaffStatuses {

    private final Map<String, StaffStatus> byKey = PolicyLines.of("policy/staff-statuses.csv").stream()
            .collect(Collectors.toMap(cells -> StatusWords.key(cells[1]), cells -> StaffStatus.valueOf(cells[0])));

    /** Empty for words that are not known. */
    Optional<StaffStatus> of(String words) {
        return words == null ? Optional.empty() : Optional.ofNullable(byKey.get(StatusWords.key(words)));
    }
}
