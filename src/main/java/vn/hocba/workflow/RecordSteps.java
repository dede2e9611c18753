package vn.hocba.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.Milestone;
import vn.hocba.calendar.YearDates;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;

/**
 * What the model {@code processes/year-record.bpmn} calls, in the engine's own transaction: keeps the state of the record and its work items in step with
 * the process.
 */
@Component("recordSteps")
@Transactional(propagation = Propagation.MANDATORY)
class RecordSteps {

    private final YearRecords records;
    private final WorkItems items;
    private final WorkHolders holders;
    private final Calendar calendar;
    private final Clock clock;

    RecordSteps(YearRecords records, WorkItems items, WorkHolders holders, Calendar calendar, Clock clock) {
        this.records = records;
        this.items = items;
        this.holders = holders;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** A user task came to be: its work items with it. */
    public void entered(String recordId, String taskId, String stepName) {
        Step step = Step.valueOf(stepName);
        reached(recordId, step.state().name());
        YearRecord record = records.get(recordId);
        open(record, step, taskId);
    }

    /** Opens the work of a step for the people of the record's class. */
    void open(YearRecord record, Step step, String taskId) {
        YearDates dates = calendar.at(record.schoolId(), record.schoolYear());
        Milestone milestone = milestone(record, step, dates);
        items.open(taskId, record, step, milestone, dates.due(milestone), holders.parts(record, step));
    }

    /** A user task was completed: what was still open of it is done. */
    public void completed(String taskId) {
        items.close(taskId, WorkItems.State.DONE);
    }

    /** A user task was taken away without being completed. */
    public void removed(String taskId) {
        items.close(taskId, WorkItems.State.GONE);
    }

    /** The process came to a place that stands for a state of the record. */
    public void reached(String recordId, String stateName) {
        YearRecord record = records.get(recordId);
        RecordState state = RecordState.valueOf(stateName);
        if (record.state() != state) {
            record.become(state, clock.instant());
        }
    }

    /** A version that replaces another one starts late in the year: its work has the next due date that has not passed. */
    private Milestone milestone(YearRecord record, Step step, YearDates dates) {
        if (record.versionNo() == 1) {
            return step.milestone();
        }
        Instant now = clock.instant();
        return Arrays.stream(Milestone.values())
                .filter(Milestone::isDue)
                .filter(due -> due.compareTo(step.milestone()) >= 0 && now.isBefore(dates.due(due)))
                .findFirst()
                .orElse(Milestone.SUMMER_ASSESSMENT);
    }
}
