package vn.hocba.workflow;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Queries are written out: Hibernate translates a derived one anew each time, and these run for every finished row. */
interface WorkItemRepository extends JpaRepository<WorkItem, String> {

    @Query("select i from WorkItem i where i.yearRecordId = :yearRecordId and i.state = :state")
    List<WorkItem> findByYearRecordIdAndState(String yearRecordId, WorkItem.State state);

    List<WorkItem> findByYearRecordIdAndStepAndPart(String yearRecordId, Step step, String part);

    @Query("select i from WorkItem i where i.taskId = :taskId")
    List<WorkItem> findByTaskId(String taskId);
}
