package vn.hocba.record;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.AssessedBy;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Regulation;
import vn.hocba.school.ImportedMarks;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Assignment;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.Studying;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.PupilId;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolId;
import vn.hocba.shared.SchoolLevel;

/** Opens year records and hands them out under their lock. Who may do what, the use cases above decide. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class YearRecords {

    private final YearRecordRepository records;
    private final SchoolRecordRepository schoolRecords;
    private final SchoolDirectory directory;
    private final Regulations regulations;
    private final RefusedEntryRepository refusedEntries;
    private final EntityManager entities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    YearRecords(
            YearRecordRepository records,
            SchoolRecordRepository schoolRecords,
            SchoolDirectory directory,
            Regulations regulations,
            RefusedEntryRepository refusedEntries,
            EntityManager entities,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.schoolRecords = schoolRecords;
        this.directory = directory;
        this.regulations = regulations;
        this.refusedEntries = refusedEntries;
        this.entities = entities;
        this.events = events;
        this.clock = clock;
    }

    /** What opening a class needs to know once, not once per pupil. */
    public record ClassToOpen(
            Unit school,
            ClassInfo info,
            Regulation regulation,
            Set<String> demanded,
            Map<String, String> teachers,
            Map<String, List<ImportedMarks.Row>> marks) {

        /** Whether the school teaches a part in this class; what it leaves out says nothing in the record. */
        boolean teaches(Part part) {
            return part.kind() == Part.Kind.CLASS
                    || demanded.contains(part.code())
                    || teachers.containsKey(part.code());
        }
    }

    /** Gathers it. */
    public ClassToOpen prepare(String classId, ImportedMarks imported) {
        ClassInfo info = directory.classById(classId);
        return new ClassToOpen(
                directory.unit(info.schoolId()),
                info,
                regulations.of(info),
                regulations.demandedSubjects(info),
                directory.assignments(classId).stream()
                        .collect(Collectors.toMap(Assignment::subjectCode, Assignment::staffId)),
                imported.of(classId).stream().collect(Collectors.groupingBy(ImportedMarks.Row::pupilId)));
    }

    /**
     * Opens the year record of a pupil, with the subjects that are taught in the class and what workbooks said of the pupil.
     *
     * @return empty when it is open already
     */
    public Optional<YearRecord> open(ClassToOpen target, Studying pupil) {
        ClassInfo info = target.info();
        if (records.countInTheWay(pupil.pupilId(), info.schoolYear(), info.schoolId()) > 0) {
            return Optional.empty();
        }
        SchoolRecord life = schoolRecords
                .findByPupilIdAndLevel(pupil.pupilId(), target.school().level())
                .orElseGet(() -> schoolRecords.save(
                        new SchoolRecord(pupil.pupilId(), target.school().level())));
        YearRecord record = new YearRecord(
                life.id(),
                pupil.pupilId(),
                info.schoolId(),
                info.id(),
                info.schoolYear(),
                info.grade(),
                pupil.ordinal(),
                target.regulation().code(),
                clock.instant());
        record.followAs(attempt(pupil.pupilId(), info));
        int place = 0;
        for (Part part : target.regulation().parts(info.grade())) {
            if (target.teaches(part)) {
                record.addPart(part, place, target.teachers().get(part.code()));
            }
            place++;
        }
        fillEmpty(record, target.marks().getOrDefault(pupil.pupilId(), List.of()));
        records.saveAndFlush(record);
        events.publishEvent(new YearOpened(info.schoolId(), info.schoolYear()));
        return Optional.of(record);
    }

    /** From 1; two who open one at the same time make the same, and the database takes one of them. */
    private int attempt(String pupilId, ClassInfo info) {
        return (int) records.countByPupilIdAndSchoolYearAndSchoolId(pupilId, info.schoolYear(), info.schoolId()) + 1;
    }

    /**
     * Locks a record until the transaction ends, so that of two people the second waits and then sees what the first did.
     *
     * @throws Refused when there is no such record
     */
    public YearRecord lock(String id) {
        return records.lock(id).orElseThrow(() -> Refused.notFound("record.unknown"));
    }

    /** Locks many, see {@link #lock}; those that do not exist are left out. */
    public List<YearRecord> lockAll(Collection<String> ids) {
        return records.lockAll(ids);
    }

    /** Counts up the row version of a part although none of its own cells changes. */
    void countUp(RecordPart part) {
        entities.lock(part, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** @throws Refused when there is no such record */
    public YearRecord get(String id) {
        return records.findById(id).orElseThrow(() -> Refused.notFound("record.unknown"));
    }

    /** The records of a class whose pupils have not left it, in the order of its list. */
    public List<YearRecord> ofClass(String classId) {
        return records.ofClass(classId);
    }

    /** Says «Hoàn tất» to a row, or opens it again. What stands in its closed cells goes with «Hoàn tất». */
    public void setFinished(YearRecord record, String subjectCode, boolean finished) {
        RecordPart part = record.part(subjectCode);
        if (finished) {
            part.finish(closed(record, part));
        } else {
            part.reopen();
        }
    }

    /**
     * Gives a subject that is open to whoever teaches it now.
     *
     * @param staffId null where nobody does
     */
    public void assign(YearRecord record, String subjectCode, String staffId) {
        record.part(subjectCode).assignTo(staffId);
    }

    private Set<String> closed(YearRecord record, RecordPart part) {
        Regulation regulation = regulations.of(record);
        return regulation.closed(record.contents(), regulation.demandPart(record.grade(), part.code()));
    }

    /** Sets down what the principal decided about a pupil who has not completed the class programme. */
    public void decidePromotion(YearRecord record, boolean promoted) {
        record.decidePromotion(promoted);
    }

    /**
     * Sets down what a pupil is measured by in this year; what does not hold for that goes.
     *
     * @param ground in words, with the number and the day of the decision
     */
    public void assess(YearRecord record, AssessedBy by, String ground) {
        record.assess(by, ground);
    }

    /** Supplementary assessment is open for this pupil: whoever has still not completed the programme after it needs a decision on promotion. */
    public void openSupplementaryAssessment(YearRecord record) {
        record.openSupplementaryAssessment();
    }

    /** Fixes the assessment in the record, as it will be signed, with what follows from it. */
    public void fixAssessment(YearRecord record, Outcome assessment) {
        record.fix(assessment);
    }

    /** Whether a school has a record of this pupil and year already; one that is over so that another may follow, or closed so that it may go on, does not count. */
    public boolean exists(PupilId pupil, int schoolYear, SchoolId school) {
        return records.isTaken(pupil.value(), schoolYear, school.value());
    }

    /** A frozen record was taken out of effect, and the school is to open another one for the pupil. The caller holds the lock on it. */
    public void letAnotherFollow(YearRecord record) {
        records.letAnotherFollow(record.id());
    }

    /**
     * Makes an unfinished record that of a class of another school, with what was entered so far. All its subjects are open again, for the teachers of that
     * class; an optional subject that is not taught there leaves the record, one that is comes to it.
     */
    public void moveTo(YearRecord record, ClassToOpen target, int ordinal) {
        ClassInfo info = target.info();
        record.moveTo(info.schoolId(), info.id(), ordinal);
        int place = 0;
        for (Part part : regulations.of(record).parts(info.grade())) {
            Optional<RecordPart> present = record.findPart(part.code());
            if (present.isEmpty() && target.teaches(part)) {
                record.addPart(part, place, target.teachers().get(part.code()));
            } else if (present.isPresent() && !target.teaches(part)) {
                record.dropPart(present.get());
            } else if (present.isPresent()) {
                present.get().place(place);
                present.get().assignTo(target.teachers().get(part.code()));
                present.get().reopen();
            }
            place++;
        }
        records.saveAndFlush(record);
    }

    /**
     * A pupil comes from another Sở: the look-up code that the pupil has there stays.
     *
     * @throws Refused when the pupil has another code here, or somebody else has this one
     */
    public void adopt(String pupilId, SchoolLevel level, String lookupCode) {
        Optional<SchoolRecord> own = schoolRecords.findByPupilIdAndLevel(pupilId, level);
        if (own.isPresent() && own.get().lookupCode().equals(lookupCode)) {
            return;
        }
        if (own.isPresent() || schoolRecords.existsByLookupCode(lookupCode)) {
            throw Refused.invalid("record.other-code");
        }
        schoolRecords.save(new SchoolRecord(pupilId, level, lookupCode));
    }

    /**
     * Begins the version that is to replace the accepted one. Rows that bear signatures of their own are open again: their teachers sign each version.
     *
     * @return whether there are any
     */
    public boolean beginVersion(YearRecord record, int versionNo) {
        record.beginVersion(versionNo);
        Regulation regulation = regulations.of(record);
        List<RecordPart> signed = record.subjects().stream()
                .filter(row -> regulation.asksRowSignature(record.contents(), row.code()))
                .toList();
        signed.forEach(RecordPart::reopen);
        return !signed.isEmpty();
    }

    /** Lets a record say again what a version said; what the rules refused meanwhile is forgotten. */
    public void restore(YearRecord record, RecordSnapshot version) {
        Restored.into(record, version, regulations.of(record));
        refusedEntries.deleteByYearRecordId(record.id());
    }

    /** Workbooks never overwrite what a person typed: only empty cells of parts that are still open are filled. */
    void fillEmpty(YearRecord record, List<ImportedMarks.Row> rows) {
        new Imported(record, regulations.of(record)).fill(rows);
    }
}
