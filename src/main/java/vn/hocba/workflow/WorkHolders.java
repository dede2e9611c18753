package vn.hocba.workflow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.Part;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Role;
import vn.hocba.record.RecordPart;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.school.Duties;
import vn.hocba.shared.Refused;
import vn.hocba.workflow.WorkItems.NewItem;
import vn.hocba.workflow.WorkItems.Waiting;

/** To whom the work of teachers goes: whoever has the duty at that moment, or the school's admin, who sees that somebody has to be named. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WorkHolders {

    private final Duties duties;
    private final YearRecords records;
    private final WorkItems items;
    private final Standings standings;
    private final AuditLog audit;

    WorkHolders(Duties duties, YearRecords records, WorkItems items, Standings standings, AuditLog audit) {
        this.duties = duties;
        this.records = records;
        this.items = items;
        this.standings = standings;
        this.audit = audit;
    }

    /** The parts of a step that comes to wait; the subjects that are open go to who teaches them now. */
    List<NewItem> parts(YearRecord record, Step step) {
        return switch (step) {
            case COMMENTS -> {
                Map<String, String> holders = duties.holders(record.classId());
                yield record.subjects().stream()
                        .filter(subject -> !subject.finished())
                        .map(subject -> {
                            records.assign(record, subject.code(), holders.get(subject.code()));
                            return item(step, subject.code(), holders.get(subject.code()));
                        })
                        .toList();
            }
            case HOMEROOM ->
                List.of(item(
                        step, WorkItems.WHOLE, duties.holders(record.classId()).get(Part.CLASS)));
            case PRINCIPAL, SEAL, SUBMIT -> List.of(new NewItem(WorkItems.WHOLE, null, step.role()));
        };
    }

    /**
     * Moves what waits at a record to those who have the duties now.
     *
     * @param record locked
     */
    void follow(YearRecord record) {
        Map<String, String> holders = duties.holders(record.classId());
        for (Waiting waiting : items.waiting(record.id())) {
            if (waiting.step().role() != Role.TEACHER) {
                continue;
            }
            String holder = holders.get(duty(waiting));
            if (Objects.equals(waiting.assigneeId(), holder)) {
                continue;
            }
            standings.changing(record);
            items.assign(record.id(), waiting.step(), item(waiting.step(), waiting.part(), holder));
            record.findPart(waiting.part())
                    .map(RecordPart::code)
                    .ifPresent(subject -> records.assign(record, subject, holder));
            audit.append(record.id(), "record.work-moved", duty(waiting));
        }
    }

    /**
     * A part that is finished would come to wait for somebody.
     *
     * @throws Refused when the duty has gone to somebody else meanwhile
     */
    void demandStill(YearRecord record, String part) {
        String holder = duties.holders(record.classId()).get(part);
        if (!Objects.equals(record.part(part).staffId(), holder)) {
            throw Refused.notAllowed("workflow.handed-over");
        }
    }

    private static String duty(Waiting waiting) {
        return waiting.step() == Step.HOMEROOM ? Part.CLASS : waiting.part();
    }

    private static NewItem item(Step step, String part, String teacherId) {
        return new NewItem(part, teacherId, teacherId == null ? Role.SCHOOL_ADMIN : step.role());
    }
}
