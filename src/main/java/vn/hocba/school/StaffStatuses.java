package vn.hocba.school;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.shared.PolicyTable;

/** What the words of the column «Trạng thái» of a list of staff mean: policy data in {@code policy/staff-statuses.csv}. */
@Component
class StaffStatuses {

    private final Map<String, StaffStatus> byKey = PolicyTable.read("policy/staff-statuses.csv").stream()
            .collect(Collectors.toMap(
                    row -> StatusWords.key(row.get("status")), row -> StaffStatus.valueOf(row.get("group"))));

    /** Empty for words that are not known. */
    Optional<StaffStatus> of(String words) {
        return words == null ? Optional.empty() : Optional.ofNullable(byKey.get(StatusWords.key(words)));
    }
}
