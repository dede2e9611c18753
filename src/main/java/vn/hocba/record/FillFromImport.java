package vn.hocba.record;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Reward;
import vn.hocba.school.ImportedMarks;

/** Marks imported after the year was opened reach the worksheets, where cells are still empty. */
@Component
class FillFromImport {

    private final YearRecords records;
    private final ImportedMarks imported;
    private final RewardKeeping rewards;

    FillFromImport(YearRecords records, ImportedMarks imported, RewardKeeping rewards) {
        this.records = records;
        this.imported = imported;
        this.rewards = rewards;
    }

    @EventListener
    void on(ImportedMarks.Changed changed) {
        Map<String, List<ImportedMarks.Row>> rows =
                imported.of(changed.classId()).stream().collect(Collectors.groupingBy(ImportedMarks.Row::pupilId));
        for (YearRecord record : records.ofClass(changed.classId())) {
            if (record.state().isOpenForEntry()) {
                Reward before = record.rewardAsItStands();
                records.fillEmpty(record, rows.getOrDefault(record.pupilId(), List.of()));
                rewards.follow(record);
                if (!record.rewardAsItStands().equals(before)) {
                    record.findPart(Part.CLASS).ifPresent(records::countUp);
                }
            }
        }
    }
}
