package vn.hocba.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.calendar.Calendar;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.record.RecordState;
import vn.hocba.record.SubjectResult;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.school.SchoolDirectory;

/**
 * What the model {@code processes/year-record.bpmn} calls, in the engine's own transaction: keeps the state of the record and its work items in step with
 * the process.
 */
@Component("recordSteps")
@Transactional(propagation = Propagation.MANDATORY)
class RecordSteps {

    private final YearRecords records;
    private final WorkItemRepository items;
    private final SchoolDirectory directory;
    private final Calendar calendar;
    private final Session session;
    private final Clock clock;

    RecordSteps(
            YearRecords records,
            WorkItemRepository items,
            SchoolDirectory directory,
            Calendar calendar,
            Session session,
            Clock clock) {
        this.records = records;
        this.items = items;
        this.directory = directory;
        this.calendar = calendar;
        this.session = session;
        this.clock = clock;
    }

    /** A user task came to be: its work items with it. */
    public void entered(String recordId, String taskId, String stepName) {
        Step step = Step.valueOf(stepName);
        reached(recordId, step.state().name());
        YearRecord record = records.get(recordId);
        Instant now = clock.instant();
        Instant due = calendar.at(record.schoolId(), record.schoolYear()).due(step.milestone());
        List<WorkItem> created = new ArrayList<>();
        if (step == Step.COMMENTS) {
            for (SubjectResult subject : record.subjects()) {
                if (!subject.finished()) {
                    Role role = subject.teacherId() == null ? Role.SCHOOL_ADMIN : step.role();
                    created.add(new WorkItem(
                            taskId, record, step, subject.subjectCode(), subject.teacherId(), role, now, due));
                }
            }
        } else if (step == Step.HOMEROOM) {
            String teacher = directory.classById(record.classId()).homeroomStaffId();
            Role role = teacher == null ? Role.SCHOOL_ADMIN : step.role();
            created.add(new WorkItem(taskId, record, step, WorkItem.WHOLE, teacher, role, now, due));
        } else {
            created.add(new WorkItem(taskId, record, step, WorkItem.WHOLE, null, step.role(), now, due));
        }
        items.saveAll(created);
    }

    /** A user task was completed: what was still open of it is done. */
    public void completed(String taskId) {
        end(taskId, WorkItem.State.DONE);
    }

    /** A user task was taken away without being completed. */
    public void removed(String taskId) {
        end(taskId, WorkItem.State.GONE);
    }

    /** The process came to a place that stands for a state of the record. */
    public void reached(String recordId, String stateName) {
        YearRecord record = records.get(recordId);
        RecordState state = RecordState.valueOf(stateName);
        if (record.state() != state) {
            record.become(state, clock.instant());
        }
    }

    private void end(String taskId, WorkItem.State state) {
        for (WorkItem item : items.findByTaskId(taskId)) {
            if (item.state == WorkItem.State.OPEN) {
                item.state = state;
                item.doneAt = clock.instant();
                item.doneBy = session.find().map(CurrentUser::username).orElse("system");
            }
        }
    }
}
