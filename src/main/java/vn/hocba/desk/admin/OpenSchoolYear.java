package vn.hocba.desk.admin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.hocba.assessment.Curriculum;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Access;
import vn.hocba.identity.Role;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.school.Belonging;
import vn.hocba.school.ImportedMarks;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Assignment;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.Studying;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolRules;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.workflow.BatchJob;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.RecordProcesses;

/** The school admin opens the school year: one year record and one process for each pupil who is studying and did not bring this year's along. */
@Service
public class OpenSchoolYear {

    private final Access access;
    private final SchoolDirectory directory;
    private final SchoolRules rules;
    private final Batches batches;
    private final JdbcClient jdbc;

    OpenSchoolYear(Access access, SchoolDirectory directory, SchoolRules rules, Batches batches, JdbcClient jdbc) {
        this.access = access;
        this.directory = directory;
        this.rules = rules;
        this.batches = batches;
        this.jdbc = jdbc;
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

    /** How ready the classes of a school are. */
    public List<ClassReadiness> readiness(String schoolId, int schoolYear) {
        access.at(schoolId, Role.SCHOOL_ADMIN, Role.PRINCIPAL);
        Unit school = directory.unit(schoolId);
        Map<String, Integer> open = opened(schoolId, schoolYear);
        Map<String, Integer> studying = directory.numbersStudying(schoolId, schoolYear);
        Map<String, List<Assignment>> assignments = directory.assignments(schoolId, schoolYear);
        return directory.classes(schoolId, schoolYear).stream()
                .map(info -> new ClassReadiness(
                        info.id(),
                        info.name(),
                        info.grade(),
                        studying.getOrDefault(info.id(), 0),
                        open.getOrDefault(info.id(), 0),
                        problems(school, info, assignments.getOrDefault(info.id(), List.of()))))
                .toList();
    }

    /**
     * Opens the year for every pupil who has no year record yet.
     *
     * @return the batch's id
     * @throws Refused when there is nobody to open it for
     */
    public String start(String schoolId, int schoolYear) {
        access.at(schoolId, Role.SCHOOL_ADMIN);
        List<String> pupils = jdbc.sql("select e.pupil_id from enrolment e join school_class c on c.id = e.class_id"
                        + " left join year_record r on r.pupil_id = e.pupil_id and r.school_year = e.school_year and r.school_id = e.school_id"
                        + " where e.school_id = ? and e.school_year = ? and e.status = 'STUDYING' and r.id is null"
                        + " and not exists (select 1 from record_holder h join year_record t on t.id = h.year_record_id"
                        + " where t.pupil_id = e.pupil_id and t.school_year = e.school_year and h.school_id = e.school_id and h.until is null)"
                        + " order by c.grade, c.name, e.ordinal")
                .params(schoolId, schoolYear)
                .query(String.class)
                .list();
        if (pupils.isEmpty()) {
            throw Refused.notNow("steps.open-year.nobody");
        }
        return batches.start(new Batches.Order(Job.KIND, schoolId, null, Integer.toString(schoolYear), pupils), null);
    }

    private Map<String, Integer> opened(String schoolId, int schoolYear) {
        return jdbc
                .sql(
                        "select class_id, count(*) from (select class_id from year_record where school_id = ? and school_year = ?"
                                + " union all select e.class_id from enrolment e join year_record t on t.pupil_id = e.pupil_id"
                                + " and t.school_year = e.school_year and t.school_id <> e.school_id"
                                + " join record_holder h on h.year_record_id = t.id and h.school_id = e.school_id and h.until is null"
                                + " where e.school_id = ? and e.school_year = ? and e.status = 'STUDYING') opened group by class_id")
                .params(schoolId, schoolYear, schoolId, schoolYear)
                .query((row, n) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<String> problems(Unit school, ClassInfo info, List<Assignment> assignments) {
        List<String> problems = new ArrayList<>();
        if (info.homeroomStaffId() == null) {
            problems.add(Texts.vi("steps.open-year.no-homeroom"));
        }
        Set<String> assigned = assignments.stream().map(Assignment::subjectCode).collect(Collectors.toSet());
        String missing = rules.curriculum(school.id(), info.schoolYear()).subjects(info.grade()).stream()
                .filter(subject -> !assigned.contains(subject.code())
                        && !subject.optional().contain(info.grade()))
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
        private final JdbcClient jdbc;
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
                JdbcClient jdbc) {
            this.access = access;
            this.records = records;
            this.processes = processes;
            this.imported = imported;
            this.belonging = belonging;
            this.audit = audit;
            this.jdbc = jdbc;
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public boolean needsKey() {
            return false;
        }

        @Override
        public String perform(BatchRun run, String pupilId) {
            access.at(run.schoolId(), Role.SCHOOL_ADMIN);
            Optional<Studying> studying = jdbc.sql(
                            "select pupil_id as pupilId, class_id as classId, ordinal from enrolment"
                                    + " where pupil_id = ? and school_id = ? and school_year = ? and status = 'STUDYING'")
                    .params(pupilId, run.schoolId(), Integer.parseInt(run.parameter()))
                    .query(Studying.class)
                    .optional();
            if (studying.isEmpty()) {
                return Texts.vi("steps.open-year.not-studying");
            }
            if (belonging.of(run.schoolId(), List.of(pupilId)).get(pupilId) != Belonging.Whose.OURS) {
                throw Refused.notAllowed("steps.open-year.not-ours");
            }
            String classId = studying.get().classId();
            YearRecords.ClassToOpen target =
                    classes.get(List.of(run.batchId(), classId), key -> records.prepare(classId, imported));
            demandNotRetained(pupilId, target.info());
            Optional<YearRecord> record = records.open(target, studying.get());
            if (record.isEmpty()) {
                return Texts.vi("steps.open-year.already");
            }
            audit.append(record.get().id(), "record.opened", null);
            processes.start(record.get());
            return null;
        }

        /** Whom the principal let repeat the class is not in the next one by a slip of the list; what is not decided yet may still be. */
        private void demandNotRetained(String pupilId, ClassInfo info) {
            jdbc.sql("select max(grade) from year_record where pupil_id = ? and school_year = ?"
                            + " and promoted = false and state not in ('RETRACTED', 'LEFT')")
                    .params(pupilId, info.schoolYear() - 1)
                    .query(Integer.class)
                    .optional()
                    .filter(grade -> grade < info.grade())
                    .ifPresent(grade -> {
                        throw Refused.notNow("steps.open-year.retained", grade, info.name(), info.grade());
                    });
        }
    }
}
