package vn.hocba.desk.ui;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vn.hocba.desk.ReturnRecords;
import vn.hocba.desk.ReturnTargets;
import vn.hocba.record.ClassSheets.HomeroomRow;
import vn.hocba.workflow.Step;

/** Sends records of a class back: asks to whom and why, and starts it. */
@Component
public class SendBack {

    private final ReturnTargets targets;
    private final ReturnRecords returning;

    SendBack(ReturnTargets targets, ReturnRecords returning) {
        this.targets = targets;
        this.returning = returning;
    }

    /** @throws vn.hocba.shared.Refused unless the current user works at the school */
    ReturnTargets.Targets people(String classId) {
        return targets.of(classId);
    }

    /**
     * From the office, where the records are chosen already.
     *
     * @param started told the id of the batch
     */
    void fromOffice(Step from, String classId, List<String> chosen, Consumer<String> started) {
        ReturnDialog.fromOffice(
                        from,
                        people(classId),
                        chosen,
                        (records, instruction) -> started.accept(returning.start(classId, records, instruction)))
                .open();
    }

    /**
     * From the homeroom teacher, who chooses among the records that are there.
     *
     * @param started told the id of the batch
     */
    public void fromHomeroom(String classId, List<HomeroomRow> here, Consumer<String> started) {
        ReturnDialog.fromHomeroom(
                        people(classId),
                        here,
                        (records, instruction) -> started.accept(returning.start(classId, records, instruction)))
                .open();
    }
}
