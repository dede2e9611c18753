package vn.hocba.workflow;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface WorkItemRepository extends JpaRepository<WorkItem, String> {

    List<WorkItem> findByYearRecordIdAndState(String yearRecordId, WorkItem.State state);

    List<WorkItem> findByYearRecordIdAndStepAndPart(String yearRecordId, Step step, String part);

    List<WorkItem> findByTaskId(String taskId);
}
