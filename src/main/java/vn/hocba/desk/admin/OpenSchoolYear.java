package vn.hocba.desk.admin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.hocba.assessment.Curriculum;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Access;
import vn.hocba.identity.Right;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.school.Belonging;
import vn.hocba.school.FlexibleClasses;
import vn.hocba.school.FlexibleClasses.LeftOut;
import vn.hocba.school.ImportedMarks;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Assignment;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.Studying;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolRules;
import vn.hocba.shared.PupilId;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolId;
import vn.hocba.shared.SchoolYear;
import vn.hocba.shared.Texts;
import vn.hocba.shared.UnitId;
import vn.hocba.workflow.BatchJob;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.RecordProcesses;

/** The school admin opens the school year: one year record and one process for each pupil who is studying and did not bring this year's along. */
@Service
public class OpenSchoolYear {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Access access;
    private final SchoolDirectory directory;
    private final SchoolRules rules;
    private final Batches batches;
    private final Openings openings;
    private final OpeningDay openingDay;
    private final FlexibleClasses flexible;

    OpenSchoolYear(
            Access access,
            SchoolDirectory directory,
            SchoolRules rules,
            Batches batches,
            Openings openings,
            OpeningDay openingDay,
            FlexibleClasses flexible) {
        this.access = access;
        this.directory = directory;
        this.rules = rules;
        this.batches = batches;
        this.openings = openings;
        this.openingDay = openingDay;
        this.flexible = flexible;
    }

    /**
     * A class before its year is opened.
     *
     * @param studying pupils who are studying
     * @param open of these, how many have their year record already, here or brought along from another school
     * @param problems what is missing, each with what to do; the year can be opened all the same
     */
    public record ClassReadiness(
            String classId, String className, int grade, int studying, int open, List<String> problems) {}

    /** The day from which a school may open a year, where that is still ahead. */
    public Optional<LocalDate> opensOn(String schoolId, int schoolYear) {
        access.at(schoolId, Right.SEE_READINESS);
        return openingDay.ahead(schoolId, schoolYear);
    }

    /** How ready the classes of a school are. */
    public List<ClassReadiness> readiness(String schoolId, int schoolYear) {
        access.at(schoolId, Right.SEE_READINESS);
        Unit school = directory.unit(schoolId);
        Map<String, Integer> open = openings.byClass(schoolId, schoolYear);
        Map<String, Integer> studying = directory.numbersStudying(schoolId, schoolYear);
        Map<String, List<Assignment>> assignments = directory.assignments(schoolId, schoolYear);
        LeftOut leftOut = flexible.of(schoolId, schoolYear);
        return directory.classes(schoolId, schoolYear).stream()
                .map(info -> new ClassReadiness(
                        info.id(),
                        info.name(),
                        info.grade(),
                        studying.getOrDefault(info.id(), 0),
                        open.getOrDefault(info.id(), 0),
                        problems(school, info, assignments.getOrDefault(info.id(), List.of()), leftOut)))
                .toList();
    }

    /**
     * Opens the year for every pupil who has no year record yet.
     *
     * @return the batch's id
     * @throws Refused when its day has not come, or there is nobody to open it for
     */
    public String start(String schoolId, int schoolYear) {
        access.at(schoolId, Right.OPEN_YEAR);
        openingDay.ahead(schoolId, schoolYear).ifPresent(day -> {
            throw Refused.notNow("steps.open-year.too-early", new SchoolYear(schoolYear).toString(), DATE.format(day));
        });
        List<String> pupils = openings.pupilsWithout(schoolId, schoolYear);
        if (pupils.isEmpty()) {
            throw Refused.notNow("steps.open-year.nobody");
        }
        return batches.start(
                new Batches.Order(Job.KIND, new UnitId(schoolId), null, Integer.toString(schoolYear), pupils), null);
    }

    private List<String> problems(Unit school, ClassInfo info, List<Assignment> assignments, LeftOut leftOut) {
        List<String> problems = new ArrayList<>();
        if (info.homeroomStaffId() == null) {
            problems.add(Texts.vi("steps.open-year.no-homeroom"));
        }
        Set<String> assigned = assignments.stream().map(Assignment::subjectCode).collect(Collectors.toSet());
        String missing = rules.curriculum(school.id(), info.schoolYear()).subjects(info.grade()).stream()
                .filter(subject -> !assigned.contains(subject.code())
                        && !subject.optional().contain(info.grade())
                        && !leftOut.has(info, subject.code()))
                .map(Curriculum.Subject::name)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            problems.add(Texts.vi("steps.open-year.no-teacher", missing));
        }
        return problems;
    }

    /** Opens it for one pupil. */
    @Service
    static class Job implements BatchJob {

        static final String KIND = "open-year";

        private final Access access;
        private final YearRecords records;
        private final RecordProcesses processes;
        private final ImportedMarks imported;
        private final Belonging belonging;
        private final AuditLog audit;
        private final SchoolDirectory directory;
        private final DemandGrade demandGrade;
        private final Cache<List<String>, YearRecords.ClassToOpen> classes = Caffeine.newBuilder()
                .maximumSize(100)
                .expireAfterAccess(Duration.ofMinutes(1))
                .build();

        Job(
                Access access,
                YearRecords records,
                RecordProcesses processes,
                ImportedMarks imported,
                Belonging belonging,
                AuditLog audit,
                SchoolDirectory directory,
                DemandGrade demandGrade) {
            this.access = access;
            this.records = records;
            this.processes = processes;
            this.imported = imported;
            this.belonging = belonging;
            this.audit = audit;
            this.directory = directory;
            this.demandGrade = demandGrade;
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public String perform(BatchRun run, String pupilId) {
            access.at(run.schoolId(), Right.OPEN_YEAR);
            Optional<Studying> studying = directory.studying(
                    new PupilId(pupilId), new SchoolId(run.schoolId()), Integer.parseInt(run.parameter()));
            if (studying.isEmpty()) {
                return Texts.vi("steps.open-year.not-studying");
            }
            if (belonging.of(run.schoolId(), List.of(pupilId)).get(pupilId) != Belonging.Whose.OURS) {
                throw Refused.notAllowed("steps.open-year.not-ours");
            }
            String classId = studying.get().classId();
            YearRecords.ClassToOpen target =
                    classes.get(List.of(run.batchId(), classId), key -> records.prepare(classId, imported));
            demandGrade.of(pupilId, target.info().grade(), target.info());
            Optional<YearRecord> record = records.open(target, studying.get());
            if (record.isEmpty()) {
                return Texts.vi("steps.open-year.already");
            }
            audit.append(record.get().id(), "record.opened", null);
            processes.start(record.get());
            return null;
        }
    }
}
