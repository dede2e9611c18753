package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.hocba.school.TestWorkbook.pupil;
import static vn.hocba.school.TestWorkbook.teacher;
import static vn.hocba.school.TestWorkbook.with;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.school.ImportPreview.Change;
import vn.hocba.school.ImportPreview.Counts;
import vn.hocba.school.ImportPreview.Problem;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.school.ImportPreview.Thing;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.Texts;

class ImportProblemsTest extends SchoolTest {

    private static final String NAME = "Nguyễn Văn An";

    @Autowired
    ImportedMarks importedMarks;

    private Unit school;

    @BeforeEach
    void aSchoolWithOnePupilAndOneTeacher() {
        school = school(TestWorkbook.CODE, SchoolLevel.PRIMARY);
        apply(
                school,
                TestWorkbook.pupils().row(pupil(1, NAME)).file(),
                TestWorkbook.staff().row(teacher(1, "Lê Thị Bình")).file());
    }

    static Stream<Arguments> pupilRows() {
        Object[] row = pupil(2, "Trần Thị Bưởi");
        return Stream.of(
                Arguments.of("school.row.empty", with(row, 1, "")),
                Arguments.of("school.row.bad-code", with(row, 1, "99 00 ' or 1=1")),
                Arguments.of("school.row.empty", with(row, 2, " ")),
                Arguments.of("school.row.too-long", with(row, 2, "A".repeat(151))),
                Arguments.of("school.row.empty", with(row, 3, "")),
                Arguments.of("school.row.bad-date", with(row, 3, "31/02/2020")),
                Arguments.of("school.row.year-only", with(row, 3, 2020)),
                Arguments.of("school.row.year-only", with(row, 3, "2020")),
                Arguments.of("school.pupil.bad-birth", with(row, 3, "15/03/1920")),
                Arguments.of("school.pupil.bad-gender", with(row, 4, "N")),
                Arguments.of("school.pupil.bad-status", with(row, 6, "Đang ngủ")),
                Arguments.of("school.pupil.bad-grade", with(with(row, 7, "6A"), 8, "Khối 6")),
                Arguments.of("school.pupil.other-grade", with(row, 8, "Khối 2")),
                Arguments.of("school.pupil.class-of-other-grade", with(row, 7, "9Z")),
                Arguments.of("school.pupil.class-of-other-grade", with(row, 7, "Lớp 9Z")),
                Arguments.of("school.row.bad-personal-id", with(row, 9, "12345")),
                Arguments.of("school.row.bad-personal-id", with(row, 9, 12345)),
                Arguments.of("school.pupil.id-taken", with(row, 9, "079220000001")));
    }

    @ParameterizedTest
    @MethodSource("pupilRows")
    void aPupilThatCannotBeTakenIsLeftOutWithTheReason(String reason, Object[] row) {
        NamedFile file =
                TestWorkbook.pupils().row(row).row(pupil(3, "Lò Văn Cả")).file();

        ImportPreview preview = preview(school, file);
        ImportResult result = apply(school, file);

        assertThat(reasons(preview, Severity.ERROR)).containsExactly(reason);
        assertThat(preview.problems().get(0).row()).isEqualTo(7);
        assertThat(result.total()).isEqualTo(new Counts(1, 0, 0, 1));
    }

    static Stream<Arguments> pupilWarnings() {
        Object[] row = pupil(2, "Trần Thị Bưởi");
        return Stream.of(
                Arguments.of("school.pupil.no-personal-id", with(row, 9, null)),
                Arguments.of("school.pupil.foreign", with(with(row, 9, null), 5, "Người nước ngoài")),
                Arguments.of("school.pupil.id-gender", with(row, 4, "Nữ")),
                Arguments.of("school.pupil.id-birth", with(row, 3, "15/03/2019")),
                Arguments.of("school.pupil.id-province", with(row, 9, "999220000002")));
    }

    @ParameterizedTest
    @MethodSource("pupilWarnings")
    void whatSomebodyShouldLookAtDoesNotKeepThePupilOut(String reason, Object[] row) {
        NamedFile file = TestWorkbook.pupils().row(row).file();

        assertThat(reasons(preview(school, file), Severity.WARNING)).containsExactly(reason);
        assertThat(apply(school, file).total()).isEqualTo(new Counts(1, 0, 0, 0));
    }

    @Test
    void theSecondOfTwoRowsWithTheSamePersonalIdIsLeftOut() {
        ImportPreview preview = preview(
                school,
                TestWorkbook.pupils()
                        .row(pupil(2, "Trần Thị Bưởi"))
                        .row(with(pupil(4, "Mùa A Dế"), 9, "079220000002"))
                        .file());

        assertThat(reasons(preview, Severity.ERROR)).containsExactly("school.row.twice");
        assertThat(preview.problems().get(0).reason().text(Texts.VIETNAMESE))
                .contains("dòng 7")
                .contains("hoc-sinh.xlsx");
        assertThat(preview.total(Thing.PUPIL)).isEqualTo(new Counts(1, 0, 0, 1));
    }

    @Test
    void twinsWithOneNameAndBirthDateAreTwoPupilsWhoKeepTheirCodes() {
        NamedFile twins = TestWorkbook.pupils()
                .row(pupil(2, "Trần Thị Bưởi"))
                .row(with(pupil(3, "Trần Thị Bưởi"), 3, pupil(2, "Trần Thị Bưởi")[3]))
                .file();

        assertThat(reasons(preview(school, twins), Severity.ERROR)).isEmpty();
        assertThat(apply(school, twins).total()).isEqualTo(new Counts(2, 0, 0, 0));
        assertThat(apply(school, twins).total()).isEqualTo(new Counts(0, 0, 2, 0));
    }

    @Test
    void ofTwoRowsWithOneCodeThatCannotBeOnePupilNeitherIsTaken() {
        ImportPreview preview = preview(
                school,
                TestWorkbook.pupils()
                        .row(pupil(2, "Trần Thị Bưởi"))
                        .row(with(with(pupil(3, "Lò Văn Cả"), 1, "9900000002"), 9, null))
                        .file());

        assertThat(reasons(preview, Severity.ERROR))
                .containsExactly("school.pupil.two-persons", "school.pupil.two-persons");
        assertThat(preview.problems().get(0).reason().text(Texts.VIETNAMESE)).contains("dòng 8");
        assertThat(preview.total(Thing.PUPIL)).isEqualTo(new Counts(0, 0, 0, 2));
    }

    @Test
    void aProblemNamesFileSheetRowColumnAndValueInBothLanguages() {
        Problem problem = preview(
                        school,
                        TestWorkbook.pupils()
                                .row(with(pupil(2, "Trần Thị Bưởi"), 4, "Gái"))
                                .file())
                .problems()
                .get(0);

        assertThat(problem)
                .extracting(Problem::file, Problem::sheet, Problem::row, Problem::column, Problem::value)
                .containsExactly("hoc-sinh.xlsx", "Sheet1", 7, "Giới tính", "Gái");
        assertThat(problem.reason().text(Texts.VIETNAMESE)).isEqualTo("Giới tính phải là «Nam» hoặc «Nữ».");
        assertThat(problem.reason().text(Locale.ENGLISH)).startsWith("The gender");
    }

    @Test
    void aChangedValueIsShownWithOldAndNewAndWritten() {
        NamedFile file = TestWorkbook.pupils()
                .row(with(with(pupil(1, "Nguyễn Văn Ân"), 3, "16/03/2020"), 6, "Chuyển đi"))
                .file();

        ImportPreview preview = preview(school, file);
        apply(school, file);

        assertThat(preview.total(Thing.PUPIL)).isEqualTo(new Counts(0, 1, 0, 0));
        assertThat(preview.changes())
                .extracting(Change::field, Change::before, Change::after)
                .containsExactly(
                        tuple("Họ và tên", NAME, "Nguyễn Văn Ân"),
                        tuple("Ngày sinh", "15/03/2020", "16/03/2020"),
                        tuple("Trạng thái", "Đang học", "Chuyển đi"));
        assertThat(preview.files().get(0).statuses()).containsOnlyKeys(EnrolmentStatus.MOVED_AWAY);
        assertThat(preview(school, file).changes()).isEmpty();
        assertThat(directory.studying(class1A().id())).isEmpty();
    }

    @Test
    void aPupilWhoChangesClassTakesTheMarksAlong() {
        apply(school, TestWorkbook.marks("Toán", "1A").row(markRow("T", 9)).file());
        NamedFile file =
                TestWorkbook.pupils().row(with(pupil(1, NAME), 7, "1B")).file();

        ImportPreview preview = preview(school, file);
        apply(school, file);

        assertThat(preview.changes())
                .extracting(Change::field, Change::before, Change::after)
                .containsExactly(tuple("Lớp học", "1A", "1B"));
        ClassInfo class1B = directory.classes(school.id(), 2026).get(1);
        assertThat(importedMarks.of(class1B.id())).hasSize(1);
        assertThat(importedMarks.of(class1A().id())).isEmpty();
    }

    @Test
    void aListOfPartOfAClassAppendsAndMovesNobody() {
        apply(
                school,
                TestWorkbook.pupils()
                        .row(pupil(5, "Y Wang Byă"))
                        .row(pupil(6, "Thạch Sô Phe"))
                        .file());

        assertThat(directory.studying(class1A().id()).stream()
                        .map(studying -> directory.pupil(studying.pupilId()).fullName()))
                .containsExactly(NAME, "Y Wang Byă", "Thạch Sô Phe");
    }

    @Test
    void decomposedLettersAreComposedAndForeignNamesStayAsTheyAre() {
        String name = "H’Hen Niê";
        apply(
                school,
                TestWorkbook.pupils()
                        .row(pupil(2, Normalizer.normalize("  Đặng  Thị Hường ", Normalizer.Form.NFD)))
                        .row(pupil(3, name))
                        .row(pupil(4, "Kim Min-jun"))
                        .file());

        assertThat(directory.pupilsOfClass(class1A().id()).values())
                .extracting(SchoolDirectory.PupilInfo::fullName)
                .contains("Đặng Thị Hường", name, "Kim Min-jun");
    }

    @Test
    void excelDatesAndNumbersAreUnderstoodAndLostZerosPutBack() {
        Object[] row = pupil(1, NAME);
        NamedFile file = TestWorkbook.pupils()
                .row(with(with(with(row, 3, LocalDate.of(2020, 3, 15)), 1, 9900000001L), 9, 79220000001L))
                .file();

        ImportPreview preview = preview(school, file);

        assertThat(preview.problems()).isEmpty();
        assertThat(preview.total(Thing.PUPIL)).isEqualTo(new Counts(0, 0, 1, 0));
    }

    @Test
    void columnsAreFoundByNameWhereverTheyStandAndFootersEndTheTable() {
        NamedFile file = TestWorkbook.withHeader(
                        "DANH SÁCH HỌC SINH",
                        "Ghi chú",
                        "LỚP HỌC",
                        "Trạng  thái",
                        "Giới tính",
                        "Ngày sinh",
                        "Họ và tên",
                        "Mã định danh Bộ GD&ĐT",
                        "Số định danh cá nhân")
                .row("", "1A", "đang học", "NAM", "15-3-2020", NAME, "9900000001", "079220000001")
                .row()
                .row("Tổng số: 1 học sinh")
                .row("", "", "", "", "Hà Nội, ngày 30 tháng 5 năm 2027")
                .row("", "", "", "", "", "Người lập biểu", "Hiệu trưởng")
                .file();

        ImportPreview preview = preview(school, file);

        assertThat(preview.problems()).isEmpty();
        assertThat(preview.total(Thing.PUPIL)).isEqualTo(new Counts(0, 0, 1, 0));
    }

    @Test
    void aPupilWhoStudiesAtAnotherSchoolIsNotTouched() {
        Unit other = school("99000002", SchoolLevel.PRIMARY);
        NamedFile theirs = TestWorkbook.pupils()
                .of("TRƯỜNG TIỂU HỌC KHÁC (99000002)")
                .row(pupil(1, "Kẻ Đổi Tên"))
                .row(with(with(pupil(2, "Kẻ Chuyển Đi"), 1, "9900000003"), 6, "Chuyển đi"))
                .file();
        apply(school, TestWorkbook.pupils().row(pupil(3, "Bế Văn Đàn")).file());

        ImportPreview preview = preview(other, theirs);
        apply(other, theirs);

        assertThat(reasons(preview, Severity.ERROR)).containsExactly("school.pupil.not-ours", "school.pupil.not-ours");
        assertThat(preview.problems())
                .noneMatch(p -> p.reason().text(Texts.VIETNAMESE).contains(NAME));
        assertThat(directory.pupilsOfClass(class1A().id()).values())
                .extracting(SchoolDirectory.PupilInfo::fullName)
                .containsExactlyInAnyOrder(NAME, "Bế Văn Đàn");
    }

    static Stream<Arguments> staffRows() {
        Object[] row = teacher(2, "Trần Văn Cảnh");
        return Stream.of(
                Arguments.of("school.row.twice", with(row, 1, "9800000003")),
                Arguments.of("school.row.year-only", with(row, 3, 1985)),
                Arguments.of("school.row.year-only", with(row, 3, "1985")),
                Arguments.of("school.staff.bad-birth", with(row, 3, "05/06/1905")),
                Arguments.of("school.staff.bad-birth", with(row, 3, "05/06/2026")),
                Arguments.of("school.staff.bad-email", with(row, 8, "gv02")),
                Arguments.of("school.staff.email-twice", with(row, 8, "GV01@thu-nghiem.edu.vn")));
    }

    @ParameterizedTest
    @MethodSource("staffRows")
    void aMemberOfStaffWhoCannotBeTakenIsLeftOut(String reason, Object[] row) {
        ImportPreview preview = preview(
                school,
                TestWorkbook.staff().row(teacher(3, "Hà Văn Dũng")).row(row).file());

        assertThat(reasons(preview, Severity.ERROR)).containsExactly(reason);
        assertThat(preview.total(Thing.STAFF)).isEqualTo(new Counts(1, 0, 0, 1));
    }

    @Test
    void aYearAloneIsShownAsItStandsAndNotAsADayOf1905() {
        ImportPreview preview = preview(
                school,
                TestWorkbook.staff()
                        .row(with(teacher(2, "Trần Văn Cảnh"), 3, 1985))
                        .file());

        assertThat(preview.problems().get(0).value()).isEqualTo("1985");
        assertThat(preview.problems().get(0).reason().text(Texts.VIETNAMESE)).contains("năm 1985");
    }

    @Test
    void aYearAloneInTheMarksIsNotHeldAgainstTheBirthDateOfTheList() {
        ImportPreview preview = preview(
                school,
                TestWorkbook.marks("Toán", "1A")
                        .row(1, "1A", "9900000001", NAME, 2020, "T", 9, "Tốt")
                        .file());

        assertThat(preview.problems()).isEmpty();
    }

    static Stream<Arguments> assignmentRows() {
        return Stream.of(
                Arguments.of("school.row.unknown-class", new Object[] {2, "9Z", "Toán", "9800000001", "", "Giảng dạy"}),
                Arguments.of(
                        "school.row.unknown-subject", new Object[] {2, "1A", "Bùa chú", "9800000001", "", "Giảng dạy"}),
                Arguments.of(
                        "school.row.subject-not-taught",
                        new Object[] {2, "1A", "Khoa học", "9800000001", "", "Giảng dạy"}),
                Arguments.of(
                        "school.assignment.unknown-teacher",
                        new Object[] {2, "1A", "Toán", "9800000099", "", "Giảng dạy"}),
                Arguments.of(
                        "school.row.other-name",
                        new Object[] {2, "1A", "Toán", "9800000001", "Người Khác", "Giảng dạy"}),
                Arguments.of(
                        "school.assignment.bad-duty", new Object[] {2, "1A", "Toán", "9800000001", "", "Trực nhật"}),
                Arguments.of(
                        "school.assignment.two-homerooms", new Object[] {2, "1A", "", "9800000001", "", "Chủ nhiệm"}),
                Arguments.of(
                        "school.assignment.twice", new Object[] {2, "1A", "Âm nhạc", "9800000001", "", "Giảng dạy"}));
    }

    @ParameterizedTest
    @MethodSource("assignmentRows")
    void anAssignmentThatCannotBeTakenIsLeftOut(String reason, Object[] row) {
        ImportPreview preview = preview(
                school,
                TestWorkbook.assignments()
                        .row(1, "1A", "", "9800000001", "Lê Thị Bình", "Chủ nhiệm")
                        .row(1, "1A", "Âm nhạc", "9800000001", "Lê Thị Bình", "Giảng dạy")
                        .row(row)
                        .file());

        assertThat(reasons(preview, Severity.ERROR)).containsExactly(reason);
        assertThat(preview.total(Thing.ASSIGNMENT)).isEqualTo(new Counts(2, 0, 0, 1));
    }

    @Test
    void aSecondTeacherOfASubjectTeachesBesideUntilAListNamesTheSubjectWithoutThem() {
        NamedFile staff = TestWorkbook.staff().row(teacher(2, "Trần Văn Cảnh")).file();
        NamedFile two = TestWorkbook.assignments()
                .row(1, "1A", "Toán", "9800000001", "", "Giảng dạy")
                .row(2, "1A", "Toán", "9800000002", "", "Dạy cùng")
                .file();
        String beside = "select count(*) from co_teacher t join staff s on s.id = t.staff_id"
                + " where t.subject_code = 'TOAN' and s.moet_code = '9800000002'";

        ImportPreview preview = preview(school, staff, two);
        apply(school, staff, two);
        assertThat(reasons(preview, Severity.ERROR)).isEmpty();
        assertThat(count(beside)).isOne();
        assertThat(preview(school, two).total(Thing.ASSIGNMENT)).isEqualTo(new Counts(0, 0, 2, 0));

        apply(
                school,
                TestWorkbook.assignments()
                        .row(1, "1A", "Âm nhạc", "9800000001", "", "Giảng dạy")
                        .file());
        assertThat(count(beside)).as("of another subject").isOne();
        apply(
                school,
                TestWorkbook.assignments()
                        .row(1, "1A", "Toán", "9800000001", "", "Giảng dạy")
                        .file());
        assertThat(count(beside)).isZero();
    }

    @Test
    void anotherTeacherOfASubjectIsAChange() {
        NamedFile staff = TestWorkbook.staff().row(teacher(2, "Trần Văn Cảnh")).file();
        apply(
                school,
                staff,
                TestWorkbook.assignments()
                        .row(1, "1A", "Toán", "9800000001", "", "Giảng dạy")
                        .row(2, "1A", "", "9800000001", "", "Chủ nhiệm")
                        .file());
        NamedFile changed = TestWorkbook.assignments()
                .row(1, "1A", "Toán", "9800000002", "", "Giảng dạy")
                .row(2, "1A", "", "9800000002", "", "Chủ nhiệm")
                .file();

        ImportPreview preview = preview(school, changed);
        apply(school, changed);

        assertThat(preview.changes())
                .extracting(Change::who, Change::before, Change::after)
                .containsExactly(
                        tuple("1A – Toán", "Lê Thị Bình (9800000001)", "Trần Văn Cảnh (9800000002)"),
                        tuple("1A", "Lê Thị Bình (9800000001)", "Trần Văn Cảnh (9800000002)"));
        assertThat(preview(school, changed).changes()).isEmpty();
        assertThat(directory.staff(class1A().homeroomStaffId()).fullName()).isEqualTo("Trần Văn Cảnh");
    }

    static Stream<Arguments> markRows() {
        return Stream.of(
                Arguments.of("school.marks.bad-level", "Toán", markRow("Đ", 9)),
                Arguments.of("school.marks.bad-mark", "Toán", markRow("T", 11)),
                Arguments.of("school.marks.bad-mark", "Toán", markRow("T", "8,5")),
                Arguments.of("school.marks.bad-mark", "Toán", markRow("T", "-1")),
                Arguments.of("school.marks.bad-mark", "Toán", markRow("T", "chín")),
                Arguments.of("school.marks.not-tested", "Đạo đức", markRow("T", 9)),
                Arguments.of("school.marks.exempt-with-mark", "Toán", markRow("Miễn", 9)),
                Arguments.of("school.row.subject-not-taught", "Khoa học", markRow("T", null)),
                Arguments.of("school.row.too-long", "Toán", with(markRow("T", 9), 7, "a".repeat(1001))),
                Arguments.of("school.row.unknown-class", "Toán", with(markRow("T", 9), 1, "1Z")),
                Arguments.of("school.marks.unknown-pupil", "Toán", with(markRow("T", 9), 2, "9900000077")),
                Arguments.of("school.row.other-name", "Toán", with(markRow("T", 9), 3, "Trần Thị Khác")));
    }

    @ParameterizedTest
    @MethodSource("markRows")
    void marksThatTheRulesForbidAreLeftOut(String reason, String subject, Object[] row) {
        ImportPreview preview =
                preview(school, TestWorkbook.marks(subject, "1A").row(row).file());

        assertThat(reasons(preview, Severity.ERROR)).containsExactly(reason);
        assertThat(preview.total(Thing.MARK)).isEqualTo(new Counts(0, 0, 0, 1));
    }

    @Test
    void aPupilOfAnotherClassHasNoMarksInThisOne() {
        apply(
                school,
                TestWorkbook.pupils().row(with(pupil(2, "Bế Văn Đàn"), 7, "1B")).file());

        ImportPreview preview = preview(
                school,
                TestWorkbook.marks("Toán", "1A")
                        .row(1, "1A", "9900000002", "Bế Văn Đàn", "15/03/2020", "T", 9, "")
                        .file());

        assertThat(reasons(preview, Severity.ERROR)).containsExactly("school.marks.other-class");
    }

    @Test
    void theSymbolHIsNoneOfQualitiesAndATraitOfAHigherGradeIsNotAssessed() {
        ImportPreview preview = preview(
                school,
                TestWorkbook.traits("1A")
                        .row(1, "1A", "9900000001", NAME, "H", "T", 0, -1, "")
                        .file());

        assertThat(reasons(preview, Severity.ERROR))
                .containsExactly(
                        "school.marks.bad-trait-level", "school.marks.trait-not-assessed", "school.marks.bad-absences");
        assertThat(reasons(preview, Severity.WARNING)).containsExactly("school.marks.traits-missing");
    }

    @Test
    void marksAreKeptUntilTheYearIsOpened() {
        apply(
                school,
                TestWorkbook.marks("Toán", "1A").row(markRow(" t ", "9,0")).file(),
                TestWorkbook.marks("Âm nhạc", "1A").row(markRow("miễn", null)).file(),
                TestWorkbook.traits("1A")
                        .row(1, "1A", "9900000001", NAME, "đ", "", 2, 0, "Ngoan.")
                        .file());

        assertThat(importedMarks.of(class1A().id()))
                .extracting(ImportedMarks.Row::part, ImportedMarks.Row::cells)
                .containsExactlyInAnyOrder(
                        tuple("TOAN", Map.of("level", "T", "mark", "9", "comment", "Tốt")),
                        tuple("AN", Map.of("level", "M", "comment", "Tốt")),
                        tuple("HOMEROOM", Map.of("PC1", "Đ", "excused", "2", "unexcused", "0", "comment", "Ngoan.")));
    }

    @Test
    void aChangedMarkIsShownWithOldAndNew() {
        apply(school, TestWorkbook.marks("Toán", "1A").row(markRow("T", 9)).file());
        NamedFile changed =
                TestWorkbook.marks("Toán", "1A").row(markRow("H", 7)).file();

        ImportPreview preview = preview(school, changed);
        apply(school, changed);

        assertThat(preview.changes())
                .extracting(Change::who, Change::field, Change::before, Change::after)
                .containsExactlyInAnyOrder(
                        tuple(NAME + " (9900000001) – Toán", "Mức đạt được CK", "T", "H"),
                        tuple(NAME + " (9900000001) – Toán", "Điểm KTĐK", "9", "7"));
        assertThat(preview(school, changed).total()).isEqualTo(new Counts(0, 0, 1, 0));
    }

    static Stream<Arguments> refusedFiles() throws IOException {
        return Stream.of(
                Arguments.of("school.file.csv", new NamedFile("a.xlsx", "STT;Lớp".getBytes(StandardCharsets.UTF_8))),
                Arguments.of("school.file.empty", new NamedFile("a.xlsx", new byte[0])),
                Arguments.of("school.file.not-xlsx", new NamedFile("a.xlsx", new byte[] {'P', 'K', 3})),
                Arguments.of("school.file.old-format", oldContainer("Workbook")),
                Arguments.of("school.file.encrypted", oldContainer("EncryptedPackage")),
                Arguments.of("school.file.damaged", zip("readme.txt", 100)),
                Arguments.of("school.file.bomb", zip("xl/worksheets/sheet1.xml", 220_000_000)),
                Arguments.of("school.file.too-large", new NamedFile("a.xlsx", new byte[11_000_000])),
                Arguments.of(
                        "school.file.unknown-kind",
                        TestWorkbook.withHeader("THỜI KHÓA BIỂU", "Thứ", "Tiết").file()),
                Arguments.of(
                        "school.file.columns-missing",
                        TestWorkbook.withHeader("DANH SÁCH HỌC SINH", "STT", "Họ tên", "Ngày sinh")
                                .file()),
                Arguments.of(
                        "school.file.column-twice",
                        TestWorkbook.withHeader(
                                        "BẢNG PHÂN CÔNG",
                                        "Lớp",
                                        "Lớp",
                                        "Môn học",
                                        "Mã định danh Bộ GD&ĐT giáo viên",
                                        "Vai trò")
                                .file()),
                Arguments.of(
                        "school.file.other-school",
                        TestWorkbook.staff()
                                .of("TRƯỜNG TIỂU HỌC KHÁC (99000009)")
                                .file()),
                Arguments.of(
                        "school.file.no-school-code",
                        TestWorkbook.staff().of("TRƯỜNG TIỂU HỌC KHÁC").file()),
                Arguments.of(
                        "school.file.bad-year",
                        TestWorkbook.staff().in("NĂM HỌC 2026 - 2028").file()),
                Arguments.of("school.file.no-year", TestWorkbook.staff().in("").file()),
                Arguments.of(
                        "school.file.other-year",
                        TestWorkbook.staff().in("NĂM HỌC 2025 - 2026").file()));
    }

    @ParameterizedTest
    @MethodSource("refusedFiles")
    void aFileThatIsWrongAsAWholeIsRefusedAndNothingIsWritten(String reason, NamedFile file) {
        NamedFile good = TestWorkbook.pupils().row(pupil(2, "Trần Thị Bưởi")).file();

        ImportPreview preview = preview(school, file);

        assertThat(preview.canBeApplied()).isFalse();
        assertThat(preview.files().get(0).refusal().key()).isEqualTo(reason);
        assertThatThrownBy(() -> apply(school, good, file))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Chưa ghi gì vào hệ thống");
        assertThat(directory.studying(class1A().id())).hasSize(1);
    }

    @Test
    void filesOfTwoSchoolYearsAreNotMixed() {
        ImportPreview preview = preview(
                school,
                TestWorkbook.pupils().file(),
                TestWorkbook.staff().in("NĂM HỌC 2027 - 2028").file());

        assertThat(preview.files())
                .allSatisfy(file -> assertThat(file.refusal().key()).isEqualTo("school.file.mixed-years"));
    }

    @Test
    void theSameFileTwiceIsReadOnce() {
        NamedFile file = TestWorkbook.pupils().row(pupil(2, "Trần Thị Bưởi")).file();

        ImportPreview preview = preview(school, file, file);

        assertThat(reasons(preview, Severity.WARNING)).containsExactly("school.file.twice");
        assertThat(preview.total()).isEqualTo(new Counts(1, 0, 0, 0));
    }

    private ClassInfo class1A() {
        return directory.classes(school.id(), 2026).get(0);
    }

    private static Object[] markRow(Object level, Object mark) {
        return new Object[] {1, "1A", "9900000001", NAME, "15/03/2020", level, mark, "Tốt"};
    }

    /** The beginning of an OLE2 container and the name of what is in it. */
    private static NamedFile oldContainer(String part) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
        out.write(new byte[500]);
        out.write(part.getBytes(StandardCharsets.UTF_16LE));
        return new NamedFile("a.xlsx", out.toByteArray());
    }

    private static NamedFile zip(String entry, int size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            byte[] block = new byte[1_000_000];
            for (int written = 0; written < size; written += block.length) {
                zip.write(block, 0, Math.min(block.length, size - written));
            }
        }
        return new NamedFile("a.xlsx", out.toByteArray());
    }
}
