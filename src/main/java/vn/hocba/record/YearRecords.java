package vn.hocba.record;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.Curriculum;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Regulation;
import vn.hocba.assessment.Reward;
import vn.hocba.assessment.YearCurriculum;
import vn.hocba.school.ImportedMarks;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Assignment;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.Studying;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolRules;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolLevel;

/** Opens year records and hands them out under their lock. Who may do what, the use cases above decide. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class YearRecords {

    private final YearRecordRepository records;
    private final SchoolRecordRepository schoolRecords;
    private final SchoolDirectory directory;
    private final SchoolRules rules;
    private final RefusedEntryRepository refusedEntries;
    private final EntityManager entities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    YearRecords(
            YearRecordRepository records,
            SchoolRecordRepository schoolRecords,
            SchoolDirectory directory,
            SchoolRules rules,
            RefusedEntryRepository refusedEntries,
            EntityManager entities,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.schoolRecords = schoolRecords;
        this.directory = directory;
        this.rules = rules;
        this.refusedEntries = refusedEntries;
        this.entities = entities;
        this.events = events;
        this.clock = clock;
    }

    /** What opening a class needs to know once, not once per pupil. */
    public record ClassToOpen(
            Unit school, ClassInfo info, Map<String, String> teachers, Map<String, List<ImportedMarks.Row>> marks) {}

    /** Gathers it. */
    public ClassToOpen prepare(String classId, ImportedMarks imported) {
        ClassInfo info = directory.classById(classId);
        return new ClassToOpen(
                directory.unit(info.schoolId()),
                info,
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
        if (records.existsByPupilIdAndSchoolYearAndSchoolId(pupil.pupilId(), info.schoolYear(), info.schoolId())) {
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
                clock.instant());
        YearCurriculum curriculum = rules.curriculum(info.schoolId(), info.schoolYear());
        for (Curriculum.Subject subject : curriculum.subjects(info.grade())) {
            if (target.teachers().containsKey(subject.code())
                    || !subject.optional().contain(info.grade())) {
                record.addSubject(
                        subject.code(), subject.ordinal(), target.teachers().get(subject.code()));
            }
        }
        for (Curriculum.Trait trait : curriculum.traits(info.grade())) {
            record.addTrait(trait.code(), trait.ordinal());
        }
        fillEmpty(record, target.marks().getOrDefault(pupil.pupilId(), List.of()));
        records.saveAndFlush(record);
        events.publishEvent(new YearOpened(info.schoolId(), info.schoolYear()));
        return Optional.of(record);
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

    /** Counts up the row version, even when only a part of the record changes. */
    void countUp(YearRecord record) {
        entities.lock(record, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** @throws Refused when there is no such record */
    public YearRecord get(String id) {
        return records.findById(id).orElseThrow(() -> Refused.notFound("record.unknown"));
    }

    /** The records of a class, in the order of its list. */
    public List<YearRecord> ofClass(String classId) {
        return records.ofClass(classId);
    }

    /** Says «Hoàn tất» to a row, or opens it again. */
    public void setFinished(YearRecord record, String subjectCode, boolean finished) {
        record.subject(subjectCode).finish(finished);
    }

    /** Sets down what the principal decided about a pupil who has not completed the class programme. */
    public void decidePromotion(YearRecord record, boolean promoted) {
        record.decidePromotion(promoted);
    }

    /** Supplementary assessment is open for this pupil: whoever has still not completed the programme after it needs a decision on promotion. */
    public void openSupplementaryAssessment(YearRecord record) {
        record.openSupplementaryAssessment();
    }

    /** Fixes the assessment in the record, as it will be signed, with what follows from it. */
    public void fixAssessment(YearRecord record, Outcome assessment) {
        record.fix(assessment);
    }

    /** Whether a school has a record of this pupil and year already. */
    public boolean exists(String pupilId, int schoolYear, String schoolId) {
        return records.existsByPupilIdAndSchoolYearAndSchoolId(pupilId, schoolYear, schoolId);
    }

    /**
     * Makes an unfinished record that of a class of another school, with what was entered so far. All its subjects are open again, for the teachers of that
     * class; an optional subject that is not taught there leaves the record, one that is comes to it.
     */
    public void moveTo(YearRecord record, ClassToOpen target, int ordinal) {
        ClassInfo info = target.info();
        record.moveTo(info.schoolId(), info.id(), ordinal);
        Map<String, SubjectResult> present =
                record.subjects().stream().collect(Collectors.toMap(SubjectResult::subjectCode, Function.identity()));
        for (Curriculum.Subject subject :
                rules.curriculum(info.schoolId(), info.schoolYear()).subjects(info.grade())) {
            String teacher = target.teachers().get(subject.code());
            SubjectResult result = present.get(subject.code());
            boolean taught = teacher != null || !subject.optional().contain(info.grade());
            if (result == null && taught) {
                record.addSubject(subject.code(), subject.ordinal(), teacher);
            } else if (result != null && !taught) {
                record.dropSubject(result);
            } else if (result != null) {
                result.assignTo(teacher);
                result.finish(false);
            }
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

    /** Fills a record that was just opened with what another school says of this year so far; what is no value of ours is left out. */
    public void fill(YearRecord record, RecordSnapshot soFar) {
        Regulation regulation = rules.regulation(record.schoolId(), record.schoolYear());
        Map<String, SubjectResult> subjects =
                record.subjects().stream().collect(Collectors.toMap(SubjectResult::subjectCode, Function.identity()));
        for (RecordSnapshot.SubjectMarks row : soFar.subjects()) {
            if (subjects.containsKey(row.code())) {
                subjects.get(row.code())
                        .enter(
                                mayStand(regulation.demandPart(record.grade(), row.code()), "level", row.level())
                                        ? row.level()
                                        : null,
                                row.mark(),
                                row.exempt(),
                                row.comment());
            }
        }
        Part ofClass = regulation.demandPart(record.grade(), Part.CLASS);
        Map<String, String> levels = soFar.traits().stream()
                .filter(row -> mayStand(ofClass, row.code(), row.level()))
                .collect(Collectors.toMap(RecordSnapshot.TraitRow::code, RecordSnapshot.TraitRow::level));
        record.traits().forEach(trait -> trait.enter(levels.get(trait.traitCode())));
        RecordSnapshot.Summary summary = soFar.summary();
        record.setAbsences(summary.excusedAbsences(), summary.unexcusedAbsences());
        record.setBody(summary.heightCm(), summary.weightKg());
        record.setHomeroomComment(summary.homeroomComment());
        record.setReward(regulation.titles().typed(summary.reward()));
    }

    private static boolean mayStand(Part part, String cellCode, String symbol) {
        return symbol != null
                && part.cells().stream()
                        .anyMatch(cell ->
                                cell.code().equals(cellCode) && cell.symbols().contains(symbol));
    }

    /** Begins the version that is to replace the accepted one. */
    public void beginVersion(YearRecord record, int versionNo) {
        record.beginVersion(versionNo);
    }

    /** Lets a record say again what a version said; what the rules refused meanwhile is forgotten. */
    public void restore(YearRecord record, RecordSnapshot version) {
        record.beginVersion(version.versionNo());
        for (RecordSnapshot.SubjectMarks row : version.subjects()) {
            SubjectResult subject = record.subject(row.code());
            subject.enter(row.level(), row.mark(), row.exempt(), row.comment());
            subject.finish(true);
        }
        version.traits().forEach(row -> record.trait(row.code()).enter(row.level()));
        RecordSnapshot.Summary summary = version.summary();
        record.setAbsences(summary.excusedAbsences(), summary.unexcusedAbsences());
        record.setBody(summary.heightCm(), summary.weightKg());
        record.setHomeroomComment(summary.homeroomComment());
        record.setReward(new Reward(summary.reward(), false, null));
        record.decidePromotion(summary.programmeCompleted() ? null : summary.promoted());
        refusedEntries.deleteByYearRecordId(record.id());
    }

    /** Workbooks never overwrite what a person typed: only empty cells of rows that are still open are filled. */
    void fillEmpty(YearRecord record, List<ImportedMarks.Row> rows) {
        Map<String, SubjectResult> subjects =
                record.subjects().stream().collect(Collectors.toMap(SubjectResult::subjectCode, Function.identity()));
        for (ImportedMarks.Row row : rows) {
            ImportedMarks.Marks marks = row.marks();
            if (row.part().equals(ImportedMarks.HOMEROOM)) {
                fillHomeroom(record, marks);
            } else if (subjects.containsKey(row.part())
                    && !subjects.get(row.part()).finished()) {
                SubjectResult subject = subjects.get(row.part());
                boolean untouched = subject.level() == null && !subject.exempt();
                subject.enter(
                        untouched ? marks.level() : subject.level(),
                        subject.mark() == null ? marks.mark() : subject.mark(),
                        untouched ? marks.exempt() : subject.exempt(),
                        subject.comment() == null ? marks.comment() : subject.comment());
            }
        }
    }

    private static void fillHomeroom(YearRecord record, ImportedMarks.Marks marks) {
        for (TraitResult trait : record.traits()) {
            if (trait.level() == null && marks.traits() != null) {
                trait.enter(marks.traits().get(trait.traitCode()));
            }
        }
        record.setAbsences(
                record.excusedAbsences() == null ? marks.excused() : record.excusedAbsences(),
                record.unexcusedAbsences() == null ? marks.unexcused() : record.unexcusedAbsences());
        if (record.homeroomComment() == null) {
            record.setHomeroomComment(marks.comment());
        }
    }
}
