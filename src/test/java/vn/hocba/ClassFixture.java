package vn.hocba;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.assessment.Curriculum;
import vn.hocba.desk.teacher.ConfirmRewards;
import vn.hocba.desk.teacher.FinishSubject;
import vn.hocba.fixture.KnownDuties;
import vn.hocba.fixture.PartCells;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.Accounts.NewAccount;
import vn.hocba.identity.Capacity;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.record.EnterMarks;
import vn.hocba.record.Entry;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.school.ImportedMarks;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Ids;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.StaffId;
import vn.hocba.signing.SandboxAuthority;
import vn.hocba.workflow.RecordProcesses;
import vn.hocba.workflow.Step;

/** Primary schools for tests, each with one class whose year is open; no two tests share one. Import it into the test's context. */
public class ClassFixture {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Session session;
    private final SchoolDirectory directory;
    private final Curriculum curriculum;
    private final ImportedMarks imported;
    private final YearRecords records;
    private final RecordProcesses processes;
    private final EnterMarks enterMarks;
    private final ConfirmRewards confirmRewards;
    private final FinishSubject finishSubject;
    private final TransactionTemplate transaction;
    private final SandboxAuthority authority;

    ClassFixture(
            JdbcClient jdbc,
            Accounts accounts,
            Session session,
            SchoolDirectory directory,
            Curriculum curriculum,
            ImportedMarks imported,
            YearRecords records,
            RecordProcesses processes,
            EnterMarks enterMarks,
            ConfirmRewards confirmRewards,
            FinishSubject finishSubject,
            PlatformTransactionManager transactions,
            SandboxAuthority authority) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.session = session;
        this.directory = directory;
        this.curriculum = curriculum;
        this.imported = imported;
        this.records = records;
        this.processes = processes;
        this.enterMarks = enterMarks;
        this.confirmRewards = confirmRewards;
        this.finishSubject = finishSubject;
        this.transaction = new TransactionTemplate(transactions);
        this.authority = authority;
    }

    /**
     * A class.
     *
     * @param homeroom teaches everything but {@link #SPECIALIST}
     * @param specialist teaches {@link #SPECIALIST}
     * @param stranger teaches at the same school, but not this class
     * @param records in the order of the class list
     */
    public record Opened(
            String schoolId,
            String classId,
            String className,
            int grade,
            CurrentUser homeroom,
            CurrentUser specialist,
            CurrentUser stranger,
            CurrentUser principal,
            CurrentUser admin,
            List<String> records) {}

    /** The subject with a teacher of its own. */
    public static final String SPECIALIST = "GDTC";

    /** Of every certificate here. */
    public static final String PIN = "246810";

    private static final List<String> NAMES = List.of(
            "Nguyễn Văn An", "Lò Thị Mai", "Vừ A Páo", "H'Mari Niê", "Quàng Văn Đức", "Trần Thị Hồng", "Giàng Thị Sua");

    /** Opens the year of a class of the grade with so many pupils; nothing has been entered yet. */
    public Opened open(int grade, int pupils) {
        String tag = Ids.unguessable().substring(0, 8);
        String school = Ids.next();
        String province = "/so-" + tag + "/";
        jdbc.sql("insert into org_unit (id, row_version, code, kind, name, path, valid_from)"
                        + " values (?, 0, ?, 'PROVINCE', ?, ?, ?)")
                .params(Ids.next(), "S" + tag, "Sở GDĐT thử " + tag, province, LocalDate.of(2020, 1, 1))
                .update();
        String path = province + tag + "/";
        jdbc.sql("insert into org_unit (id, row_version, code, kind, name, path, level, tax_code, place, valid_from)"
                        + " values (?, 0, ?, 'SCHOOL', ?, ?, 'PRIMARY', '0301234567', 'Thành phố Hồ Chí Minh', ?)")
                .params(school, "T" + tag, "Trường TH Thử " + tag, path, LocalDate.of(2020, 1, 1))
                .update();
        CurrentUser homeroom = person(school, path, "gv.lan." + tag, "Nguyễn Thị Lan", "Giáo viên", Role.TEACHER);
        CurrentUser specialist = person(school, path, "gv.duc." + tag, "Quàng Văn Đức", "Giáo viên", Role.TEACHER);
        CurrentUser stranger = person(school, path, "gv.hoa." + tag, "Trần Thị Hoa", "Giáo viên", Role.TEACHER);
        CurrentUser principal = person(school, path, "ht." + tag, "Trần Văn Hùng", "Hiệu trưởng", Role.PRINCIPAL);
        CurrentUser admin = person(school, path, "qt." + tag, "Vừ A Páo", "Quản trị", Role.SCHOOL_ADMIN);
        Opened empty =
                new Opened(school, null, null, grade, homeroom, specialist, stranger, principal, admin, List.of());
        return beside(empty, grade, pupils);
    }

    /** Opens the year of another class «A» at the same school, with the same teachers. */
    public Opened beside(Opened opened, int grade, int pupils) {
        String school = opened.schoolId();
        CurrentUser homeroom = opened.homeroom();
        CurrentUser specialist = opened.specialist();
        String tag = Ids.unguessable().substring(0, 8);
        String classId = Ids.next();
        String className = grade + "A";
        jdbc.sql(
                        "insert into school_class (id, row_version, school_id, school_year, name, grade, homeroom_staff_id) values (?, 0, ?, 2026, ?, ?, ?)")
                .params(classId, school, className, grade, homeroom.staffId())
                .update();
        for (Curriculum.Subject subject :
                curriculum.in(SchoolLevel.PRIMARY, 2026, "").subjects(grade)) {
            if (!subject.optional().contain(grade)) {
                jdbc.sql(
                                "insert into teaching_assignment (id, row_version, class_id, subject_code, staff_id) values (?, 0, ?, ?, ?)")
                        .params(
                                Ids.next(),
                                classId,
                                subject.code(),
                                subject.code().equals(SPECIALIST) ? specialist.staffId() : homeroom.staffId())
                        .update();
            }
        }
        KnownDuties.note(jdbc, classId);
        for (int i = 0; i < pupils; i++) {
            enrol(school, classId, tag, i);
        }
        List<String> ids = session.as(opened.principal(), () -> transaction.execute(status -> openRecords(classId)));
        return new Opened(
                school,
                classId,
                className,
                grade,
                homeroom,
                specialist,
                opened.stranger(),
                opened.principal(),
                opened.admin(),
                List.copyOf(ids));
    }

    /** Enters good values into every cell of a subject and finishes it, as its teacher. */
    public void finish(Opened opened, String subjectCode) {
        CurrentUser teacher = subjectCode.equals(SPECIALIST) ? opened.specialist() : opened.homeroom();
        session.run(teacher, () -> {
            enterMarks.enter(subjectCode, goodValues(opened, subjectCode));
            finishSubject.finish(opened.classId(), subjectCode);
        });
    }

    /** Finishes every subject, so that the records wait for the homeroom teacher. */
    public void finishAll(Opened opened) {
        subjectCodes(opened).forEach(code -> finish(opened, code));
    }

    /** Enters the whole homeroom summary with good values. */
    public void sumUp(Opened opened) {
        List<Entry> cells = new ArrayList<>();
        for (String recordId : opened.records()) {
            curriculum
                    .in(SchoolLevel.PRIMARY, 2026, "")
                    .traits(opened.grade())
                    .forEach(trait -> cells.add(new Entry(recordId, trait.code(), "T", null)));
            cells.add(new Entry(recordId, "excused", "1", null));
            cells.add(new Entry(recordId, "unexcused", "0", null));
            cells.add(new Entry(recordId, "comment", "Chăm ngoan, hòa đồng với bạn bè.", null));
        }
        session.run(opened.homeroom(), () -> {
            enterMarks.enter(EnterMarks.HOMEROOM, cells);
            confirmRewards.inClass(opened.classId());
        });
    }

    /** Gives the homeroom teacher a certificate under {@link #PIN}. */
    public void certify(Opened opened) {
        SchoolDirectory.StaffInfo teacher = directory.staff(opened.homeroom().staffId());
        session.run(
                opened.admin(),
                () -> authority.issuePersonal(
                        teacher.id(), teacher.fullName(), teacher.personalId(), "Trường thử", PIN.toCharArray()));
    }

    /** Sends a record back from the homeroom teacher to a subject, with a reason. */
    public void sendBack(Opened opened, String recordId, String subjectCode, String reason) {
        session.run(
                opened.homeroom(),
                () -> transaction.executeWithoutResult(status -> {
                    YearRecord record = records.lock(recordId);
                    records.setFinished(record, subjectCode, false);
                    processes.sendBack(record, Step.HOMEROOM, Step.COMMENTS, reason);
                }));
    }

    /** The subjects of the class, in the order of the printed form. */
    public List<String> subjectCodes(Opened opened) {
        return curriculum.in(SchoolLevel.PRIMARY, 2026, "").subjects(opened.grade()).stream()
                .filter(subject -> !subject.optional().contain(opened.grade()))
                .map(Curriculum.Subject::code)
                .toList();
    }

    /** What stands in a cell of a subject by record, as the database holds it; null for nothing. */
    public Map<String, String> cell(Opened opened, String subjectCode, String cell) {
        Map<String, String> values = new LinkedHashMap<>();
        opened.records()
                .forEach(record -> values.put(
                        record, PartCells.of(jdbc, record, subjectCode).get(cell)));
        return values;
    }

    /** Whether the teacher has said «Hoàn tất» to a subject, by record. */
    public Map<String, Boolean> finished(Opened opened, String subjectCode) {
        Map<String, Boolean> values = new LinkedHashMap<>();
        jdbc.sql("select r.id, s.finished from year_record r join record_part s on s.year_record_id = r.id"
                        + " where r.class_id = ? and s.code = ? order by r.ordinal")
                .params(opened.classId(), subjectCode)
                .query(row -> {
                    values.put(row.getString("id"), row.getBoolean("finished"));
                });
        return values;
    }

    private List<Entry> goodValues(Opened opened, String subjectCode) {
        List<Entry> cells = new ArrayList<>();
        for (String recordId : opened.records()) {
            cells.add(new Entry(recordId, "level", "T", null));
            if (curriculum.subject(subjectCode).isTestedIn(opened.grade())) {
                cells.add(new Entry(recordId, "mark", "9", null));
            }
            cells.add(new Entry(recordId, "comment", "Nắm chắc kiến thức, vận dụng tốt.", null));
        }
        return cells;
    }

    private List<String> openRecords(String classId) {
        YearRecords.ClassToOpen target = records.prepare(classId, imported);
        return directory.studying(classId).stream()
                .map(studying -> {
                    YearRecord record = records.open(target, studying).orElseThrow();
                    processes.start(record);
                    return record.id();
                })
                .toList();
    }

    private void enrol(String school, String classId, String tag, int place) {
        String pupil = Ids.next();
        String name = NAMES.get(place % NAMES.size());
        jdbc.sql(
                        "insert into pupil (id, row_version, moet_code, full_name, search_name, birth_date, gender, ethnicity, nationality)"
                                + " values (?, 0, ?, ?, ?, ?, 'Nam', 'Kinh', 'Việt Nam')")
                .params(pupil, tag + place, name, name, LocalDate.of(2016, 1, 1 + place % 28))
                .update();
        jdbc.sql(
                        "insert into enrolment (id, row_version, pupil_id, class_id, school_id, school_year, status, ordinal) values (?, 0, ?, ?, ?, 2026, 'STUDYING', ?)")
                .params(Ids.next(), pupil, classId, school, place + 1)
                .update();
    }

    private CurrentUser person(String school, String path, String username, String name, String title, Role role) {
        String staff = Ids.next();
        jdbc.sql(
                        "insert into staff (id, row_version, school_id, moet_code, full_name, birth_date, title, personal_id, working)"
                                + " values (?, 0, ?, ?, ?, ?, ?, ?, true)")
                .params(
                        staff,
                        school,
                        username.substring(0, Math.min(20, username.length())),
                        name,
                        LocalDate.of(1985, 5, 5),
                        title,
                        "0" + (10_000_000_000L + Math.floorMod(staff.hashCode(), 1_000_000_000)))
                .update();
        if (role == Role.PRINCIPAL) {
            KnownDuties.lead(jdbc, school, staff, Capacity.HEAD);
        }
        return accounts.put(
                new NewAccount(username, "hocba", name, title, Set.of(role), new StaffId(staff), school, path));
    }
}
