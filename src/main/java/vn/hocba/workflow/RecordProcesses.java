package vn.hocba.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.shared.Refused;
import vn.hocba.workflow.WorkItems.Waiting;

/**
 * The processes of year records. The business key is the record's id; the caller holds the lock on the record and everything happens in its transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class RecordProcesses {

    static final String PROCESS = "yearRecord";
    private static final String FREEZE = "hocba.freeze";
    private static final String WAITS_FOR_FREEZE = "gateway_accepted";
    private static final String REOPEN = "hocba.reopen";
    private static final String ABANDON = "hocba.abandon";
    private static final String WITHDRAW = "hocba.withdraw";
    private static final String LEAVE = "hocba.leave";
    static final String TARGET = "target";
    private static final String ACCEPTED = "accepted";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final WorkItems items;
    private final RecordSteps steps;
    private final WorkHolders holders;
    private final Standings standings;
    private final ReadAhead readAhead;
    private final Session session;

    RecordProcesses(
            RuntimeService runtime,
            TaskService tasks,
            WorkItems items,
            RecordSteps steps,
            WorkHolders holders,
            Standings standings,
            ReadAhead readAhead,
            Session session) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.items = items;
        this.steps = steps;
        this.holders = holders;
        this.standings = standings;
        this.readAhead = readAhead;
        this.session = session;
    }

    /** Starts the process of a record that was just opened. */
    public void start(YearRecord record) {
        standings.opened(record);
        runtime.startProcessInstanceByKey(PROCESS, record.id(), Map.of(TARGET, Step.COMMENTS.name()));
    }

    /**
     * Completes one part of a step; with the last part the step is complete.
     *
     * @throws Refused when the part does not wait any more
     */
    public void finishPart(YearRecord record, Step step, String part) {
        record.demand(step.state());
        List<Waiting> waiting = items.waiting(record.id());
        Waiting finished = waiting.stream()
                .filter(open -> open.step() == step && open.part().equals(part))
                .findFirst()
                .orElseThrow(() -> Refused.notNow("workflow.no-longer-waits"));
        boolean last = waiting.size() == 1;
        if (last || finished.isTeacherless()) {
            standings.changing(record);
        }
        items.finish(record.id(), step, part);
        if (last) {
            tasks.complete(finished.taskId(), Map.of(TARGET, ""));
        }
    }

    /**
     * Opens a part again that was finished, while its step still waits for others.
     *
     * @throws Refused when the duty has gone to somebody else since it was finished, or the step is over
     */
    public void reopenPart(YearRecord record, Step step, String part) {
        record.demand(step.state());
        holders.demandStill(record, part);
        String taskId = openTask(record, step);
        standings.changing(record);
        if (!items.reopen(record.id(), step, part, taskId)) {
            throw Refused.notNow("workflow.no-longer-waits");
        }
    }

    /**
     * Completes a step that has one part.
     *
     * @throws Refused when the record waits elsewhere
     */
    public void complete(YearRecord record, Step step) {
        record.demand(step.state());
        standings.changing(record);
        tasks.complete(openTask(record, step), Map.of(TARGET, ""));
    }

    /**
     * Sends a record back from the step where it waits.
     *
     * @param target COMMENTS or HOMEROOM
     * @param reason shown first in the work that comes of it
     */
    public void sendBack(YearRecord record, Step from, Step target, String reason) {
        record.demand(from.state());
        standings.changing(record);
        tasks.complete(openTask(record, from), Map.of(TARGET, target.name()));
        CurrentUser user = session.user();
        items.markReturned(record.id(), user.displayName() + " (" + user.title() + ")", reason);
    }

    /**
     * Tells a record's process what the province answered. An answer that comes twice has no effect the second time.
     *
     * @param reasons of a rejection, for the people who repair it; null when accepted
     * @param by who answered, with the number of the receipt
     * @return whether the process was waiting for it
     */
    public boolean receiptArrived(YearRecord record, boolean accepted, String reasons, String by) {
        boolean waited = answered(record, accepted, accepted ? "" : Step.HOMEROOM.name(), reasons, by);
        if (waited && !accepted) {
            record.reject();
        }
        return waited;
    }

    /**
     * Tells a record's process that the package around it was refused by the province as a whole, or was not sent: the clerk packs again, and what was signed
     * stays signed.
     *
     * @param refused by the province; otherwise it has not seen the record
     * @param reasons for the clerk
     * @return whether the process was waiting for an answer
     */
    public boolean packageBack(YearRecord record, boolean refused, String reasons, String by) {
        boolean waited = answered(record, false, Step.SUBMIT.name(), reasons, by);
        if (waited && refused) {
            record.reject();
        }
        return waited;
    }

    /**
     * Begins a new version of an accepted record at a step.
     *
     * @param target COMMENTS or HOMEROOM
     * @param reason shown first in the work that comes of it
     * @param by on whose word
     */
    public void reopen(YearRecord record, Step target, String reason, String by) {
        record.demand(RecordState.ACCEPTED);
        tell(record, REOPEN, Map.of(TARGET, target.name()));
        items.markReturned(record.id(), by, reason);
    }

    /** Gives up a version that is being made: the work on it is gone, and the record waits for the freeze as before. */
    public void abandon(YearRecord record) {
        demandInWork(record);
        tell(record, ABANDON, Map.of(TARGET, ""));
    }

    /** The school has taken an accepted record back: its process ends. */
    public void withdraw(YearRecord record) {
        record.demand(RecordState.ACCEPTED);
        tell(record, WITHDRAW, Map.of());
    }

    /** The pupil does not study at the school any more: the unfinished record is closed, and the work on it is gone. */
    public void leave(YearRecord record) {
        demandInWork(record);
        tell(record, LEAVE, Map.of());
    }

    /**
     * Moves a record to a class of another school: what was open is gone, and its subjects wait for the teachers there. One that had gone on to the homeroom
     * teacher goes back to them.
     *
     * @param move makes it a record of that class
     */
    public void moveWork(YearRecord record, Runnable move) {
        standings.changing(record);
        move.run();
        if (record.state() == RecordState.COMMENTING) {
            String taskId = openTask(record, Step.COMMENTS);
            items.close(taskId, WorkItems.State.GONE);
            steps.open(record, Step.COMMENTS, taskId);
        } else {
            record.demand(RecordState.HOMEROOM);
            String taskId = openTask(record, Step.HOMEROOM);
            items.close(taskId, WorkItems.State.GONE);
            tasks.complete(taskId, Map.of(TARGET, Step.COMMENTS.name()));
        }
    }

    private void demandInWork(YearRecord record) {
        if (!record.state().isInWork()) {
            throw Refused.notNow("record.not-in-work", record.state().term());
        }
    }

    private void tell(YearRecord record, String message, Map<String, Object> variables) {
        standings.changing(record);
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(record.id())
                .setVariables(variables)
                .correlate();
    }

    private boolean answered(YearRecord record, boolean accepted, String target, String reasons, String by) {
        if (record.state() != RecordState.SUBMITTED) {
            return false;
        }
        standings.changing(record);
        runtime.createMessageCorrelation("hocba.receipt")
                .processInstanceBusinessKey(record.id())
                .setVariables(Map.of(ACCEPTED, accepted, TARGET, target))
                .correlate();
        if (!accepted) {
            items.markReturned(record.id(), by, reasons);
        }
        return true;
    }

    /**
     * Tells the processes of records that they are frozen; with few statements for many. One whose school has not seen its receipt yet does not wait for
     * that, and is left as it is.
     *
     * @throws Refused when the process of an accepted record does not wait where it should
     */
    public void freeze(List<YearRecord> frozen) {
        List<YearRecord> accepted = frozen.stream()
                .filter(record -> record.state() == RecordState.ACCEPTED)
                .toList();
        accepted.forEach(standings::changing);
        List<String> all = readAhead.waitingAt(
                WAITS_FOR_FREEZE, accepted.stream().map(YearRecord::id).toList());
        if (all.size() != accepted.size()) {
            throw Refused.notNow("workflow.freeze-not-awaited");
        }
        for (String waiting : all) {
            runtime.messageEventReceived(FREEZE, waiting);
        }
    }

    private String openTask(YearRecord record, Step step) {
        return items.openTask(record.id(), step).orElseThrow(() -> Refused.notNow("workflow.no-longer-waits"));
    }
}
