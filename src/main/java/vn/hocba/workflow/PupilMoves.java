package vn.hocba.workflow;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.record.RecordPart;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.shared.Refused;

/** The work on a record goes where its pupil goes within the school; the caller holds the lock on the record. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PupilMoves {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final WorkItems items;
    private final RecordSteps steps;
    private final Standings standings;

    PupilMoves(RuntimeService runtime, TaskService tasks, WorkItems items, RecordSteps steps, Standings standings) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.items = items;
        this.steps = steps;
        this.standings = standings;
    }

    /**
     * Goes on with a record in another class: what is open there is for its people, and subjects that are finished stay so. A record that had gone on to the
     * principal or further comes back to the homeroom teacher of that class.
     *
     * @param change makes it a record of that class
     * @param reason where it comes back: shown first in the work that comes of it
     * @param by where it comes back: on whose word
     */
    public void changeClass(YearRecord record, Runnable change, String reason, String by) {
        Step at = Step.at(record.state())
                .orElseThrow(() ->
                        Refused.notNow("record.not-in-work", record.state().term()));
        standings.changing(record);
        String taskId = items.openTask(record.id(), at).orElseThrow(() -> Refused.notNow("workflow.no-longer-waits"));
        change.run();
        items.close(taskId, WorkItems.State.GONE);
        Step target = firstOpen(record);
        if (target == at) {
            steps.open(record, at, taskId);
        } else {
            tasks.complete(taskId, Map.of(RecordProcesses.TARGET, at == Step.COMMENTS ? "" : target.name()));
        }
        if (at.compareTo(Step.HOMEROOM) > 0) {
            items.markReturned(record.id(), by, reason);
        }
    }

    /**
     * An issued record goes to another school, and nobody works on it now.
     *
     * @param change makes it a record of that school
     */
    public void changeSchool(YearRecord record, Runnable change) {
        record.demand(RecordState.ACCEPTED);
        standings.changing(record);
        change.run();
    }

    /** The pupil of a closed record is back: it goes on where it was left. */
    public void takeUp(YearRecord record) {
        record.demand(RecordState.LEFT);
        standings.changing(record);
        runtime.startProcessInstanceByKey(
                RecordProcesses.PROCESS,
                record.id(),
                Map.of(RecordProcesses.TARGET, firstOpen(record).name()));
    }

    private static Step firstOpen(YearRecord record) {
        return record.subjects().stream().allMatch(RecordPart::finished) ? Step.HOMEROOM : Step.COMMENTS;
    }
}
