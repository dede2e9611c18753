package vn.hocba.toy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.desk.admin.OpenSchoolYear;
import vn.hocba.desk.admin.SchoolCertificates;
import vn.hocba.desk.teacher.SignRows;
import vn.hocba.fixture.KnownDuties;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.Accounts.NewAccount;
import vn.hocba.identity.Capacity;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.record.EnterMarks;
import vn.hocba.record.Entry;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.UnitKind;
import vn.hocba.school.Units;
import vn.hocba.shared.Ids;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.StaffId;
import vn.hocba.signing.session.Entered;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;

/** Schools under the toy regulation: classes 7A and 7B, two teachers who share their three subjects, and each leads one. */
public class ToySchool {

    public static final int YEAR = 2026;
    public static final String PIN = "864209";

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final JdbcClient jdbc;
    private final Units units;
    private final Accounts accounts;
    private final Session session;
    private final OpenSchoolYear openYear;
    private final SchoolCertificates certificates;
    private final EnterMarks enterMarks;
    private final SignRows signRows;
    private final Batches batches;

    ToySchool(
            JdbcClient jdbc,
            Units units,
            Accounts accounts,
            Session session,
            OpenSchoolYear openYear,
            SchoolCertificates certificates,
            EnterMarks enterMarks,
            SignRows signRows,
            Batches batches) {
        this.jdbc = jdbc;
        this.units = units;
        this.accounts = accounts;
        this.session = session;
        this.openYear = openYear;
        this.certificates = certificates;
        this.enterMarks = enterMarks;
        this.signRows = signRows;
        this.batches = batches;
    }

    /**
     * A school whose year is open.
     *
     * @param hoa teaches VAN and NHAC in both classes and leads 7A
     * @param bham teaches SO in both and leads 7B
     * @param a class 7A
     * @param b class 7B
     */
    public record School(
            Unit unit,
            CurrentUser hoa,
            CurrentUser bham,
            CurrentUser principal,
            CurrentUser clerk,
            CurrentUser admin,
            String a,
            String b) {

        public List<String> classes() {
            return List.of(a, b);
        }
    }

    /** Two pupils in 7A, one in 7B; nothing is entered. The only school of its province. */
    public School open() {
        return open(province());
    }

    public Unit province() {
        int number = COUNTER.incrementAndGet();
        return units.putAsSystem(new Units.NewUnit(
                "TP" + number,
                UnitKind.PROVINCE,
                "Sở GDĐT thử " + number,
                null,
                null,
                String.format("04%08d", 500 + number),
                null));
    }

    /** The same in a province. */
    public School open(Unit province) {
        int number = COUNTER.incrementAndGet();
        Unit unit = units.putAsSystem(new Units.NewUnit(
                "TS" + number,
                UnitKind.SCHOOL,
                "Trường Thực nghiệm " + number,
                province.code(),
                SchoolLevel.LOWER_SECONDARY,
                String.format("03%08d", 500 + number),
                "Đà Lạt"));
        CurrentUser hoa = person(unit, "Nguyễn Thị Hoa", "Giáo viên", Role.TEACHER);
        CurrentUser bham = person(unit, "Y Bhăm Êban", "Giáo viên", Role.TEACHER);
        School school = new School(
                unit,
                hoa,
                bham,
                person(unit, "Lê Văn H'Lâm", "Hiệu trưởng", Role.PRINCIPAL),
                person(unit, "Trần Thị Ánh", "Văn thư", Role.CLERK),
                person(unit, "Vừ A Páo", "Quản trị", Role.SCHOOL_ADMIN),
                schoolClass(unit, "7A", hoa, bham, hoa),
                schoolClass(unit, "7B", hoa, bham, bham));
        pupil(school, school.a(), "Giàng A Sử", 1);
        pupil(school, school.a(), "Lò Thị Mai", 2);
        pupil(school, school.b(), "H'Mari Niê", 1);
        await(session.as(school.admin(), () -> openYear.start(unit.id(), YEAR)), school.admin());
        session.run(school.admin(), () -> {
            for (String owner :
                    List.of(hoa.staffId(), bham.staffId(), school.principal().staffId(), unit.id())) {
                certificates.issue(owner, PIN.toCharArray());
            }
        });
        return school;
    }

    /** Another teacher of the school, who has no certificate. */
    public CurrentUser teacher(School school) {
        return person(school.unit(), "Đinh Y Khiêm", "Giáo viên", Role.TEACHER);
    }

    /** Every cell of every row of both terms, and the summary of both classes. */
    public void enterAll(School school) {
        enter(school, school.hoa(), "VAN", Map.of("test1", "81.5", "project1", "70", "test2", "90"));
        enter(school, school.hoa(), "NHAC", Map.of("test1", "100", "project1", "0", "test2", "55"));
        enter(school, school.bham(), "SO", Map.of("test1", "40", "project1", "62.5", "test2", "66"));
        sumUp(school, school.a(), school.hoa());
        sumUp(school, school.b(), school.bham());
    }

    public List<Entry.Outcome> enter(CurrentUser who, String part, String record, Map<String, String> cells) {
        List<Entry> entries = new ArrayList<>();
        cells.forEach((cell, text) -> entries.add(new Entry(record, cell, text, null)));
        return session.as(who, () -> enterMarks.enter(part, entries));
    }

    private void enter(School school, CurrentUser who, String part, Map<String, String> cells) {
        school.classes().forEach(one -> records(one).forEach(record -> enter(who, part, record, cells)));
    }

    private void sumUp(School school, String classId, CurrentUser homeroom) {
        records(classId)
                .forEach(record -> enter(
                        homeroom,
                        EnterMarks.HOMEROOM,
                        record,
                        Map.of("conduct1", "B", "conduct2", "A", "words", "Chăm ngoan.")));
    }

    /** Both teachers sign all that waits for them, each subject with one confirmation for both classes. */
    public void signAllRows(School school) {
        signRows(school, school.hoa(), "VAN");
        signRows(school, school.hoa(), "NHAC");
        signRows(school, school.bham(), "SO");
    }

    public Batches.Progress signRows(School school, CurrentUser who, String subject) {
        return await(session.as(who, () -> signRows.start(subject, school.classes(), List.of(), pin())), who);
    }

    public List<String> records(String classId) {
        return jdbc.sql("select id from year_record where class_id = ? order by ordinal")
                .param(classId)
                .query(String.class)
                .list();
    }

    /** The work that waits at a record: {@code COMMENTS/SO}. */
    public List<String> waiting(String record) {
        return jdbc.sql(
                        "select concat(step, '/', part) from work_item where year_record_id = ? and state = 'OPEN' order by 1")
                .param(record)
                .query(String.class)
                .list();
    }

    public String state(String record) {
        return jdbc.sql("select state from year_record where id = ?")
                .param(record)
                .query(String.class)
                .single();
    }

    /** Waits for the end of a batch. */
    public Batches.Progress await(String batchId, CurrentUser owner) {
        return Awaitility.await()
                .until(
                        () -> session.as(owner, () -> batches.progress(batchId)),
                        progress -> progress.state() != BatchState.RUNNING);
    }

    public static Entered pin() {
        return Entered.pin(PIN.toCharArray());
    }

    private String schoolClass(Unit school, String name, CurrentUser hoa, CurrentUser bham, CurrentUser homeroom) {
        String id = Ids.next();
        jdbc.sql("insert into school_class (id, row_version, school_id, school_year, name, grade, homeroom_staff_id)"
                        + " values (?, 0, ?, ?, ?, 7, ?)")
                .params(id, school.id(), YEAR, name, homeroom.staffId())
                .update();
        Map.of("VAN", hoa, "NHAC", hoa, "SO", bham).forEach((subject, teacher) -> jdbc.sql(
                        "insert into teaching_assignment (id, row_version, class_id, subject_code, staff_id)"
                                + " values (?, 0, ?, ?, ?)")
                .params(Ids.next(), id, subject, teacher.staffId())
                .update());
        return id;
    }

    private void pupil(School school, String classId, String name, int ordinal) {
        String id = Ids.next();
        jdbc.sql("insert into pupil (id, row_version, moet_code, full_name, search_name, birth_date, gender)"
                        + " values (?, 0, ?, ?, ?, ?, 'Nam')")
                .params(id, "TH" + COUNTER.incrementAndGet(), name, name, LocalDate.of(2014, 9, 5))
                .update();
        jdbc.sql("insert into enrolment (id, row_version, pupil_id, class_id, school_id, school_year, status, ordinal)"
                        + " values (?, 0, ?, ?, ?, ?, 'STUDYING', ?)")
                .params(Ids.next(), id, classId, school.unit().id(), YEAR, ordinal)
                .update();
    }

    private CurrentUser person(Unit school, String name, String title, Role role) {
        int number = COUNTER.incrementAndGet();
        String staff = Ids.next();
        jdbc.sql("insert into staff (id, row_version, school_id, moet_code, full_name, personal_id, title, working)"
                        + " values (?, 0, ?, ?, ?, ?, ?, true)")
                .params(staff, school.id(), "TG" + number, name, String.format("068%09d", number), title)
                .update();
        if (role == Role.PRINCIPAL) {
            KnownDuties.lead(jdbc, school.id(), staff, Capacity.HEAD);
        }
        return accounts.put(new NewAccount(
                "toy." + number, "hocba", name, title, Set.of(role), new StaffId(staff), school.id(), school.path()));
    }
}
