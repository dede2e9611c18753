package vn.hocba.pupils;

import static vn.hocba.school.TestWorkbook.pupil;
import static vn.hocba.school.TestWorkbook.teacher;
import static vn.hocba.school.TestWorkbook.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.desk.admin.OpenSchoolYear;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.Accounts.NewAccount;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.school.ImportPreview;
import vn.hocba.school.NamedFile;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolImport;
import vn.hocba.school.StaffAccounts;
import vn.hocba.school.TestWorkbook;
import vn.hocba.school.UnitKind;
import vn.hocba.school.Units;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;

/** A school that exists by its workbooks alone: what its lists say of pupils is imported as an admin does it. */
public class ListedSchool {

    static final int NAME = 2;
    static final int ETHNICITY = 5;
    static final int STATUS = 6;
    static final int CLASS = 7;
    static final int GRADE = 8;

    private static final AtomicInteger COUNTER = new AtomicInteger(99_100_000);

    private final Units units;
    private final Accounts accounts;
    private final Session session;
    private final SchoolImport schoolImport;
    private final StaffAccounts staffAccounts;
    private final OpenSchoolYear openYear;
    private final Batches batches;
    private final JdbcClient jdbc;

    ListedSchool(
            Units units,
            Accounts accounts,
            Session session,
            SchoolImport schoolImport,
            StaffAccounts staffAccounts,
            OpenSchoolYear openYear,
            Batches batches,
            JdbcClient jdbc) {
        this.units = units;
        this.accounts = accounts;
        this.session = session;
        this.schoolImport = schoolImport;
        this.staffAccounts = staffAccounts;
        this.openYear = openYear;
        this.batches = batches;
        this.jdbc = jdbc;
    }

    record School(Unit unit, CurrentUser admin, CurrentUser principal, String title, int number) {

        /** The pupil of this number, 1 to 99, as no other school has one. */
        Object[] child(int number, String name) {
            Object[] row = pupil(number, name);
            row[1] = "%08d%02d".formatted(this.number, number);
            row[9] = "0792%06d%02d".formatted(this.number % 1_000_000, number);
            return row;
        }
    }

    /** A school of its own province, with a teacher for each of 1A, 1B, 2A and nobody enrolled. */
    School school() {
        int number = COUNTER.incrementAndGet();
        units.putAsSystem(
                new Units.NewUnit("SO" + number, UnitKind.PROVINCE, "Sở GDĐT thử " + number, null, null, null, null));
        Unit unit = units.putAsSystem(new Units.NewUnit(
                Integer.toString(number),
                UnitKind.SCHOOL,
                "Trường Tiểu học Thử " + number,
                "SO" + number,
                SchoolLevel.PRIMARY,
                "03%08d".formatted(number % 100_000_000),
                "Lâm Viên"));
        return new School(
                unit,
                person(unit, "qt", Role.SCHOOL_ADMIN),
                person(unit, "ht", Role.PRINCIPAL),
                "TRƯỜNG TIỂU HỌC THỬ (" + number + ")",
                number);
    }

    /** Teachers of the classes, who lead them and teach everything in them. */
    List<NamedFile> staffed(School school, String... classNames) {
        TestWorkbook staff = TestWorkbook.staff().of(school.title());
        TestWorkbook assignments = TestWorkbook.assignments().of(school.title());
        int row = 0;
        for (int i = 0; i < classNames.length; i++) {
            Object[] teacher =
                    with(teacher(i + 1, "Lê Thị " + (char) ('A' + i)), 8, "gv" + i + "@" + school.number() + ".vn");
            teacher[5] = "0790%06d%02d".formatted(school.number() % 1_000_000, i + 1);
            staff.row(teacher);
            for (String subject : List.of("Tiếng Việt", "Toán", "Đạo đức")) {
                assignments.row(++row, classNames[i], subject, teacher[1], teacher[2], "Giảng dạy");
            }
            assignments.row(++row, classNames[i], "", teacher[1], teacher[2], "Chủ nhiệm");
        }
        return new ArrayList<>(List.of(staff.file(), assignments.file()));
    }

    NamedFile list(School school, Object[]... rows) {
        return list(school, "NĂM HỌC 2026 - 2027", rows);
    }

    NamedFile list(School school, String year, Object[]... rows) {
        TestWorkbook list = TestWorkbook.pupils().of(school.title()).in(year);
        for (Object[] row : rows) {
            list.row(row);
        }
        return list.file();
    }

    ImportPreview preview(School school, NamedFile... files) {
        return session.as(
                school.admin(), () -> schoolImport.preview(school.unit().id(), List.of(files)));
    }

    /** Imports, and waits until the open records have followed. */
    void apply(School school, List<NamedFile> files) {
        session.run(school.admin(), () -> {
            schoolImport.apply(school.unit().id(), files);
            staffAccounts.provision(school.unit().id(), null);
        });
        Awaitility.await().until(() -> session.as(school.admin(), batches::latest).stream()
                .allMatch(batch -> batch.state() == BatchState.FINISHED));
    }

    void apply(School school, NamedFile... files) {
        apply(school, List.of(files));
    }

    /** Opens the year; how it went. */
    Batches.Progress open(School school, int year) {
        String batch =
                session.as(school.admin(), () -> openYear.start(school.unit().id(), year));
        return Awaitility.await()
                .until(
                        () -> session.as(school.admin(), () -> batches.progress(batch)),
                        progress -> progress.state() != BatchState.RUNNING);
    }

    /** «class STATE» of each record of a pupil, oldest year first. */
    List<String> records(String pupilName) {
        return jdbc.sql("select concat(c.name, ' ', r.state) from year_record r join pupil p on p.id = r.pupil_id"
                        + " join school_class c on c.id = r.class_id where p.full_name = ? order by r.school_year")
                .param(pupilName)
                .query(String.class)
                .list();
    }

    private CurrentUser person(Unit unit, String who, Role role) {
        return accounts.put(new NewAccount(
                who + "." + unit.code(), "hocba", "Vừ A Páo", "Quản trị", Set.of(role), null, unit.id(), unit.path()));
    }
}
