package vn.hocba.transfer;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.record.RecordHolders;
import vn.hocba.record.YearRecord;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.Studying;
import vn.hocba.shared.ClassId;
import vn.hocba.shared.PupilId;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolId;
import vn.hocba.shared.Texts;

/**
 * One pupil goes to another school of the same Sở, whoever has decided it: the enrolment, the right to manage all years, and a year that is not issued with its open
 * work. The caller holds the lock on the record, and has decided that it may be.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class MovePupil {

    private final TransferRules rules;
    private final RecordHolders holders;
    private final MoveOpenRecord open;
    private final Placing placing;
    private final SchoolDirectory directory;
    private final AuditLog audit;

    MovePupil(
            TransferRules rules,
            RecordHolders holders,
            MoveOpenRecord open,
            Placing placing,
            SchoolDirectory directory,
            AuditLog audit) {
        this.rules = rules;
        this.holders = holders;
        this.open = open;
        this.placing = placing;
        this.directory = directory;
        this.audit = audit;
    }

    /** Why the pupil of a record cannot go there now, and what to do first; empty where it is possible. */
    public Optional<Refused> obstacle(YearRecord record, SchoolId to) {
        return rules.obstacle(record).or(() -> rules.exists(record, to.value()));
    }

    /** As {@link GoesAlong#is}. */
    boolean goesAlong(YearRecord record) {
        return rules.goesAlong(record);
    }

    /**
     * Moves the pupil.
     *
     * @param record the pupil's latest
     * @param target class of the school to which the pupil goes
     * @param day since which the pupil is there
     * @param sourceId of the request or the decision that it comes from, kept beside the right to manage
     */
    public void move(YearRecord record, ClassId target, LocalDate day, String sourceId) {
        ClassInfo there = directory.classById(target.value());
        SchoolId from = new SchoolId(holders.managing(record));
        placing.leave(record, from, day);
        Studying place = placing.join(new PupilId(record.pupilId()), target, day);
        holders.handOn(record, new SchoolId(there.schoolId()), day, sourceId);
        if (rules.goesAlong(record)) {
            open.within(record, place, day);
        }
        audit.append(
                record.id(),
                "record.moved",
                Texts.vi(
                        "transfer.moved",
                        directory.unit(from.value()).name(),
                        directory.unit(there.schoolId()).name()));
    }
}
