package vn.hocba.record;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.Part;
import vn.hocba.record.YearRecords.ClassToOpen;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.PupilId;
import vn.hocba.shared.SchoolId;

/**
 * Makes an unfinished record that of another class of its school. What a teacher has finished stays that teacher's; what is open is for the teachers of the new
 * class, and what workbooks said of the pupil there reaches it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OtherClass {

    private final YearRecords records;
    private final YearRecordRepository stored;
    private final Regulations regulations;
    private final RewardKeeping rewards;

    OtherClass(YearRecords records, YearRecordRepository stored, Regulations regulations, RewardKeeping rewards) {
        this.records = records;
        this.stored = stored;
        this.regulations = regulations;
        this.rewards = rewards;
    }

    /** Locks the record of a pupil and year at a school that was closed when the pupil left; empty where there is none. */
    public Optional<YearRecord> closed(PupilId pupil, int schoolYear, SchoolId school) {
        return stored.findByPupilIdAndSchoolYearAndSchoolIdAndState(
                        pupil.value(), schoolYear, school.value(), RecordState.LEFT)
                .map(record -> records.lock(record.id()));
    }

    /** An optional subject that is not taught there leaves the record unless it is finished, one that is comes to it. */
    public void put(YearRecord record, ClassToOpen target, int ordinal) {
        ClassInfo info = target.info();
        record.moveTo(info.schoolId(), info.id(), ordinal);
        int place = 0;
        for (Part part : regulations.of(record).parts(record.grade())) {
            Optional<RecordPart> present = record.findPart(part.code());
            if (present.isEmpty() && target.teaches(part)) {
                record.addPart(part, place, target.teachers().get(part.code()));
            } else if (present.isPresent() && !present.get().finished()) {
                handOn(record, present.get(), part, place, target);
            }
            place++;
        }
        records.fillEmpty(record, target.marks().getOrDefault(record.pupilId(), List.of()));
        rewards.follow(record);
        stored.saveAndFlush(record);
    }

    /** An issued record is that of a class of another school, which acts for the former one; what it says stays. */
    public void succeed(YearRecord record, ClassInfo target, int ordinal) {
        record.moveTo(target.schoolId(), target.id(), ordinal);
        stored.saveAndFlush(record);
    }

    private static void handOn(YearRecord record, RecordPart open, Part part, int place, ClassToOpen target) {
        if (target.teaches(part)) {
            open.place(place);
            open.assignTo(target.teachers().get(part.code()));
        } else {
            record.dropPart(open);
        }
    }
}
