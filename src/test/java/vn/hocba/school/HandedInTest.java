package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.hocba.school.TestWorkbook.pupil;
import static vn.hocba.school.TestWorkbook.teacher;
import static vn.hocba.school.TestWorkbook.with;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.assessment.Curriculum;
import vn.hocba.school.ImportPreview.Counts;
import vn.hocba.school.ImportPreview.Problem;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.school.ImportPreview.Thing;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.PupilInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.Texts;

/** What schools really hand in: each of these has ended, somewhere, in a wrong fact or in a pupil without a record. */
class HandedInTest extends SchoolTest {

    private static final int STATUS = 6;
    private static final int CLASS = 7;
    private static final int BIRTH = 3;

    @Autowired
    ImportedMarks importedMarks;

    @Autowired
    Curriculum curriculum;

    private Unit school;

    @BeforeEach
    void aSchool() {
        school = school(TestWorkbook.CODE, SchoolLevel.PRIMARY);
    }

    @Test
    void anEscapedLineEndIsNotPartOfAComment() {
        apply(
                school,
                list(pupil(1, "Nguyễn Văn An")),
                marks(mark(1, "Nguyễn Văn An", "T", 9, "Tốt._x000D_\nGiỏi_x0009_ lắm")));

        assertThat(marks().get(0).get("comment")).isEqualTo("Tốt. Giỏi lắm");
    }

    @Test
    void aFailedFormulaIsNeverACommentNorAName() {
        NamedFile list = list(
                pupil(1, "Nguyễn Văn An"),
                with(pupil(2, "#NAME?"), CLASS, "1A"),
                with(pupil(3, "Lò Văn Cả"), 5, "#N/A"));
        ImportPreview preview = preview(school, list, marks(mark(1, "Nguyễn Văn An", "T", 9, "#REF!")));
        apply(school, list, marks(mark(1, "Nguyễn Văn An", "T", 9, "#REF!")));

        assertThat(preview.problems())
                .extracting(Problem::cell, Problem::value, problem -> problem.reason()
                        .key())
                .containsExactlyInAnyOrder(
                        tuple("C8", "#NAME?", "school.cell.error-value"),
                        tuple("F9", "#N/A", "school.cell.error-value-kept"),
                        tuple("H7", "#REF!", "school.cell.error-value"));
        assertThat(names()).containsExactly("Nguyễn Văn An", "Lò Văn Cả");
        assertThat(marks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Chuyển đi kỳ 1, MOVED_AWAY",
        "Chuyển đi kì II, MOVED_AWAY",
        "Chuyển đi trong hè, MOVED_AWAY",
        "Thôi học kỳ 1, QUIT",
        "Thôi học trong hè, QUIT",
        "Nghỉ học xin học lại kỳ 1, STUDYING",
        "Chuyển đến kì 2, STUDYING",
        "CHUYỂN ĐẾN HỌC KỲ 2, STUDYING",
        "Bảo lưu, SUSPENDED"
    })
    void theSectorsWordsForWhereAPupilIsAreKnown(String words, EnrolmentStatus status) {
        ImportPreview preview = preview(school, list(with(pupil(1, "Nguyễn Văn An"), STATUS, words)));

        assertThat(reasons(preview, Severity.ERROR)).isEmpty();
        assertThat(preview.files().get(0).statuses()).isEqualTo(Map.of(status, 1));
    }

    @Test
    void aPupilWhoLeftAndCameBackIsStudyingWhicheverRowStandsFirst() {
        Object[] back = with(pupil(1, "Nguyễn Văn An"), STATUS, "Chuyển đến kỳ 2");
        Object[] left = with(with(pupil(1, "Nguyễn Văn An"), STATUS, "Chuyển đi kỳ 1"), 0, 2);

        ImportPreview preview = preview(school, list(back, left));

        assertThat(reasons(preview, Severity.ERROR)).isEmpty();
        assertThat(reasons(preview, Severity.WARNING)).containsExactly("school.pupil.history");
        assertThat(preview.files().get(0).statuses()).isEqualTo(Map.of(EnrolmentStatus.STUDYING, 1));
        assertThat(preview.total(Thing.PUPIL)).isEqualTo(new Counts(1, 0, 1, 0));
    }

    @Test
    void aPupilWhoCameAndLeftIsGone() {
        Object[] came = with(pupil(1, "Nguyễn Văn An"), STATUS, "Chuyển đến trong hè");
        Object[] left = with(pupil(1, "Nguyễn Văn An"), STATUS, "Chuyển đi kỳ 1");

        assertThat(preview(school, list(came, left)).files().get(0).statuses())
                .isEqualTo(Map.of(EnrolmentStatus.MOVED_AWAY, 1));
    }

    @Test
    void statusesOfWhichNobodyCanTellTheLastAreRefusedOnBothRowsWithARemedy() {
        Object[] came = with(pupil(1, "Nguyễn Văn An"), STATUS, "Chuyển đến kỳ 1");
        Object[] left = with(pupil(1, "Nguyễn Văn An"), STATUS, "Thôi học kỳ 1");

        ImportPreview preview = preview(school, list(came, left));

        assertThat(reasons(preview, Severity.ERROR))
                .containsExactly("school.pupil.order-unknown", "school.pupil.order-unknown");
        assertThat(preview.problems())
                .extracting(problem -> problem.reason().text(Texts.VIETNAMESE))
                .satisfiesExactly(
                        first -> assertThat(first).contains("Dòng 8").contains("Thôi học kỳ 1"),
                        second -> assertThat(second).contains("Dòng 7"));
        assertThat(preview.total(Thing.PUPIL)).isEqualTo(new Counts(0, 0, 0, 2));
    }

    @Test
    void twoRowsOfOneCodeWithTwoPersonalIdsAreOfTwoPersons() {
        ImportPreview preview =
                preview(school, list(pupil(1, "Nguyễn Văn An"), with(pupil(1, "Nguyễn Văn An"), 9, "079220000002")));

        assertThat(reasons(preview, Severity.ERROR))
                .containsExactly("school.pupil.two-persons", "school.pupil.two-persons");
    }

    @Test
    void pupilsOnAHiddenSheetAreSaidAndCountedAsLeftOut() {
        NamedFile file = TestWorkbook.pupils()
                .row(pupil(1, "Nguyễn Văn An"))
                .again("Sheet2")
                .row(pupil(1, "Nguyễn Văn An"))
                .row(pupil(2, "Lò Văn Cả"))
                .row(with(pupil(3, "Bế Văn Đàn"), STATUS, "Chuyển đi kỳ 1"))
                .hidden("Sheet2")
                .file();

        ImportPreview preview = preview(school, file);

        assertThat(preview.problems())
                .extracting(Problem::sheet, problem -> problem.reason().key())
                .containsExactly(
                        tuple("Sheet2", "school.file.hidden-sheet"), tuple("Sheet2", "school.file.hidden-pupils"));
        assertThat(preview.problems().get(1).reason().args()).containsExactly(1);
        assertThat(preview.total(Thing.PUPIL)).isEqualTo(new Counts(1, 0, 0, 1));
    }

    @Test
    void aPupilWithoutNumberAndCodeIsAPupilAndNotAFooter() {
        Object[] bare = new Object[] {"", "", "Lò Văn Cả", "", "Nam", "", "Đang học"};

        ImportPreview preview = preview(school, list(pupil(1, "Nguyễn Văn An"), bare));

        assertThat(reasons(preview, Severity.ERROR)).contains("school.row.empty");
        assertThat(preview.total(Thing.PUPIL)).isEqualTo(new Counts(1, 0, 0, 1));
    }

    @Test
    void aPupilInTwoClassesAtOnceIsInNone() {
        ImportPreview preview =
                preview(school, list(pupil(1, "Nguyễn Văn An"), with(pupil(1, "Nguyễn Văn An"), CLASS, "1B")));

        assertThat(reasons(preview, Severity.ERROR))
                .containsExactly("school.pupil.two-persons", "school.pupil.two-persons");
        assertThat(preview.problems().get(0).column()).isEqualTo("Lớp học");
    }

    @ParameterizedTest
    @CsvSource({
        "Mỹ thuật, MT",
        "Nghệ thuật (Mĩ thuật), MT",
        "Nghệ thuật (Âm nhạc), AN",
        "Lịch sử và Địa lý, LSDL",
        "Tin học và Công nghệ (Tin học), TH",
        "TH-CN (Công nghệ), CN",
        "Tin học và Công nghệ (Công nghệ, CN",
        "Tiếng Anh, NN1",
        "Ngoại ngữ 1 (Tiếng Anh), NN1",
        "Ngoại ngữ 1 (Tiếng Pháp), NN1",
        "Tiếng Nhật, NN1",
        "GDTC, GDTC",
        "HĐTN, HDTN",
        "TN&XH, TNXH",
        "TOÁN, TOAN"
    })
    void theNamesOfTheFormAndTheUsualShortOnesAreKnown(String name, String code) {
        assertThat(subjectNamed(name)).map(Curriculum.Subject::code).contains(code);
    }

    @Test
    void aNameThatCouldBeTwoSubjectsIsNoneAndTheNamesThatAreAreTold() {
        assertThat(subjectNamed("Tin học và Công nghệ")).isEmpty();
        apply(
                school,
                list(pupil(1, "Nguyễn Văn An")),
                TestWorkbook.staff().row(teacher(1, "Lê Thị Bình")).file());

        ImportPreview preview = preview(
                school,
                TestWorkbook.assignments()
                        .row(1, "1A", "Nghệ thuật", "9800000001", "", "Giảng dạy")
                        .file());

        assertThat(preview.problems().get(0).reason().text(Texts.VIETNAMESE))
                .contains("«Âm nhạc»")
                .contains("«Mĩ thuật»");
    }

    @Test
    void lettersThatLookAlikeAreOnePupilAndOneLevel() {
        apply(
                school,
                list(pupil(1, "\u00d0ặng Anh Tuấn")),
                marks(mark(1, "Đặng Anh Tuấn", "T\u200e", "9,0", "Tốt")),
                TestWorkbook.traits("1A")
                        .row(1, "1A", "\u202d9900000001\u202c", "Đặng Anh Tuấn", "\u00d0", "", 0, 0, "")
                        .file());

        assertThat(names()).containsExactly("Đặng Anh Tuấn");
        assertThat(marks())
                .containsExactlyInAnyOrder(
                        Map.of("level", "T", "mark", "9", "comment", "Tốt"),
                        Map.of("PC1", "Đ", "excused", "0", "unexcused", "0"));
    }

    @Test
    void aBirthDateWithDayAndMonthExchangedIsSaidWithBothPlacesAndNothingOfThePupilIsWritten() {
        NamedFile list =
                list(with(pupil(1, "Nguyễn Văn An"), BIRTH, LocalDate.of(2020, 7, 5)), pupil(2, "Trần Thị Bưởi"));
        NamedFile marks = TestWorkbook.marks("Toán", "1A")
                .row(1, "1A", "9900000001", "Nguyễn Văn An", "07/05/2020", "T", 9, "Tốt")
                .row(2, "1A", "9900000002", "Trần Thị Bưởi", "15/03/2020", "T", 9, "Tốt")
                .file();

        ImportPreview preview = preview(school, list, marks);
        apply(school, list, marks);

        assertThat(reasons(preview, Severity.ERROR)).containsExactly("school.pupil.birth-swapped");
        assertThat(preview.problems().stream()
                        .filter(problem -> problem.severity() == Severity.ERROR)
                        .findFirst()
                        .orElseThrow())
                .satisfies(problem -> {
                    assertThat(problem.cell()).isEqualTo("D7");
                    assertThat(problem.value()).isEqualTo("05/07/2020");
                    assertThat(problem.reason().text(Texts.VIETNAMESE))
                            .contains("07/05/2020")
                            .contains("danh-gia-1A.xlsx")
                            .contains("E7");
                });
        assertThat(names()).containsExactly("Trần Thị Bưởi");
        assertThat(marks()).hasSize(1);
    }

    @Test
    void aColumnInWhichEveryDateIsEarlyAndEveryTextLateWasReadByAnotherLanguage() {
        TestWorkbook list = TestWorkbook.pupils();
        for (int i = 1; i <= 5; i++) {
            list.row(with(pupil(i, "Nguyễn Văn An"), BIRTH, LocalDate.of(2020, i, 3)));
            list.row(with(pupil(i + 10, "Trần Thị Bưởi"), BIRTH, "2" + i + "/03/2020"));
        }

        ImportPreview preview = preview(school, list.file());

        assertThat(reasons(preview, Severity.ERROR)).hasSize(5).containsOnly("school.pupil.birth-suspect");
        assertThat(reasons(preview, Severity.WARNING)).containsExactly("school.sheet.mixed-dates");
        assertThat(preview.total(Thing.PUPIL)).isEqualTo(new Counts(5, 0, 0, 5));
    }

    @Test
    void whatIsStoredOfAPersonAndWouldChangeIsSaidBeforeItIsWritten() {
        apply(school, list(with(pupil(1, "Nguyễn Văn An"), BIRTH, "05/07/2020")));

        ImportPreview preview = preview(school, list(with(pupil(1, "Nguyễn Văn Ân"), BIRTH, "07/05/2020")));

        assertThat(reasons(preview, Severity.WARNING))
                .containsExactly("school.pupil.other-than-stored", "school.pupil.swapped-to-stored");
        assertThat(preview.problems().get(1).reason().text(Texts.VIETNAMESE)).contains("05/07/2020");
    }

    @Test
    void marksThatGiveAPupilAnotherBirthDateThanIsStoredAreLeftOutAndSaidOnce() {
        apply(school, list(pupil(1, "Nguyễn Văn An")));
        Object[] row = with(mark(1, "Nguyễn Văn An", "T", 9, "Tốt"), 4, "16/03/2020");
        NamedFile marks = TestWorkbook.marks("Toán", "1A").row(row).file();
        NamedFile others = TestWorkbook.marks("Tiếng Việt", "1A").row(row).file();

        ImportPreview preview = preview(school, marks, others);

        assertThat(reasons(preview, Severity.ERROR)).containsExactly("school.marks.other-birth");
        assertThat(preview.total(Thing.MARK)).isEqualTo(new Counts(0, 0, 0, 2));
    }

    @ParameterizedTest
    @CsvSource({"1a", "1 A", "Lớp 1A", "LỚP 1A"})
    void aClassIsOneHoweverItIsWritten(String written) {
        ImportPreview preview = preview(
                school,
                list(pupil(1, "Nguyễn Văn An"), with(pupil(2, "Trần Thị Bưởi"), CLASS, written)),
                marks(with(mark(1, "Nguyễn Văn An", "T", 9, ""), 1, written)));

        assertThat(reasons(preview, Severity.ERROR)).isEmpty();
        assertThat(preview.total(Thing.CLASS)).isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(preview.total(Thing.MARK)).isEqualTo(new Counts(1, 0, 0, 0));
    }

    @Test
    void aNameThatDiffersByAToneFromThatOfTheListIsSaidOncePerPupilWithBothPlaces() {
        NamedFile list = list(pupil(1, "Nguyễn Văn Toàn"), pupil(2, "Lý Thị Hoà"));
        NamedFile maths = marks(
                mark(1, "Nguyễn Văn Toán", "T", 9, "Tốt"), with(mark(2, "LÍ THỊ HÒA", "T", 9, "Tốt"), 2, "9900000002"));
        NamedFile history = TestWorkbook.marks("Đạo đức", "1A")
                .row(with(mark(1, "Nguyễn Văn Toán", "T", null, "Tốt"), 0, 1))
                .file();

        ImportPreview preview = preview(school, list, maths, new NamedFile("dao-duc.xlsx", history.content()));

        assertThat(reasons(preview, Severity.ERROR)).isEmpty();
        assertThat(preview.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.file()).isEqualTo("danh-gia-1A.xlsx");
            assertThat(problem.value()).isEqualTo("Nguyễn Văn Toán");
            assertThat(problem.reason().key()).isEqualTo("school.row.other-spelling-listed");
            assertThat(problem.reason().text(Texts.VIETNAMESE))
                    .contains("«Nguyễn Văn Toàn»")
                    .contains("hoc-sinh.xlsx")
                    .contains("C7");
        });
        assertThat(preview.total(Thing.MARK)).isEqualTo(new Counts(3, 0, 0, 0));
    }

    @Test
    void aNameThatDiffersByAMarkFromWhatIsStoredIsSaid() {
        apply(school, list(pupil(1, "Nguyễn Văn Toàn")));

        assertThat(reasons(preview(school, marks(mark(1, "Nguyễn Văn Toán", "T", 9, "Tốt"))), Severity.WARNING))
                .containsExactly("school.row.other-spelling");
    }

    @Test
    void theNameOfATeacherIsHeldAgainstTheListOfTheSameUpload() {
        apply(
                school,
                list(pupil(1, "Nguyễn Văn An")),
                TestWorkbook.staff().row(teacher(1, "Lê Thị Bình")).file());
        NamedFile renamed =
                TestWorkbook.staff().row(teacher(1, "Lê Thị Ngọc Bính")).file();

        ImportPreview preview = preview(
                school,
                renamed,
                TestWorkbook.assignments()
                        .row(1, "1A", "Toán", "9800000001", "Lê Thị Ngọc Bình", "Giảng dạy")
                        .row(2, "1A", "Âm nhạc", "9800000001", "Lê Thị Ngọc Bính", "Giảng dạy")
                        .row(3, "1A", "Đạo đức", "9800000001", "Lê Thị Bình", "Giảng dạy")
                        .file());

        assertThat(preview.problems())
                .extracting(problem -> problem.reason().key())
                .containsExactly("school.row.other-spelling-listed", "school.row.other-name-listed");
        assertThat(preview.total(Thing.ASSIGNMENT)).isEqualTo(new Counts(2, 0, 0, 1));
    }

    @Test
    void aNameInAnOldCodePageIsRefusedAndItsMarksGoWithIt() {
        ImportPreview preview =
                preview(school, list(pupil(1, "NguyÔn Quang Huy")), marks(mark(1, "NguyÔn Quang Huy", "T", 9, "Tốt")));

        assertThat(reasons(preview, Severity.ERROR)).contains("school.cell.old-code-page");
        assertThat(preview.total(Thing.PUPIL)).isEqualTo(new Counts(0, 0, 0, 1));
        assertThat(preview.total(Thing.MARK)).isEqualTo(new Counts(0, 0, 0, 1));
    }

    @Test
    void whatThePrintedFormLacksIsRefusedByNameAndWhatItHasIsKeptToTheLetter() {
        NamedFile list = list(
                pupil(1, "Rơ\u0306 Châm Siu Ơ\u0306m"),
                with(pupil(2, "Thạch ភាសា"), CLASS, "1A"),
                with(pupil(3, "Lò Văn Cả"), 5, "京族"));
        NamedFile marks = marks(mark(1, "Rơ\u0306 Châm Siu Ơ\u0306m", "T", 9, "Giỏi 😀"));

        ImportPreview preview = preview(school, list, marks);
        apply(school, list, marks);

        assertThat(preview.problems())
                .extracting(Problem::cell, problem -> problem.reason().key())
                .containsExactlyInAnyOrder(
                        tuple("C8", "school.cell.not-printable"),
                        tuple("F9", "school.cell.not-printable-kept"),
                        tuple("H7", "school.cell.not-printable"));
        assertThat(preview.problems())
                .extracting(problem -> problem.reason().text(Texts.VIETNAMESE))
                .anySatisfy(text -> assertThat(text).contains("«😀»"))
                .anySatisfy(text -> assertThat(text).contains("«京», «族»"))
                .anySatisfy(text -> assertThat(text).contains("«ភ»"));
        assertThat(names()).containsExactly("Rơ\u0306 Châm Siu Ơ\u0306m", "Lò Văn Cả");
    }

    @Test
    void bulletsOfWordInACommentBecomeHyphens() {
        apply(
                school,
                list(pupil(1, "Nguyễn Văn An")),
                marks(mark(1, "Nguyễn Văn An", "T", 9, "\uf0b7 Đọc tốt\n\uf0a7 Viết đẹp")));

        assertThat(marks().get(0).get("comment")).isEqualTo("- Đọc tốt - Viết đẹp");
    }

    @Test
    void twoMembersOfStaffNeverShareAPersonalIdWhateverTheirCellsHold() {
        ImportPreview preview = preview(
                school,
                TestWorkbook.staff()
                        .row(with(teacher(1, "Lê Thị Bình"), 5, "048089306157"))
                        .row(with(teacher(2, "Hà Văn Dũng"), 5, 48089306157L))
                        .file());

        assertThat(reasons(preview, Severity.ERROR)).containsExactly("school.row.twice");
        assertThat(preview.problems().get(0).reason().text(Texts.VIETNAMESE)).contains("dòng 7");
    }

    @Test
    void aCodeThatLostItsZeroIsFoundAmongPupilsAndStaff() {
        apply(
                school,
                list(with(pupil(1, "Nguyễn Văn An"), 1, "0150211777")),
                TestWorkbook.staff()
                        .row(with(teacher(1, "Lê Thị Bình"), 1, "0168725270"))
                        .file());

        ImportPreview preview = preview(
                school,
                marks(with(mark(1, "Nguyễn Văn An", "T", 9, ""), 2, "150211777")),
                TestWorkbook.assignments()
                        .row(1, "1A", "Toán", 168725270, "Lê Thị Bình", "Giảng dạy")
                        .file());

        assertThat(reasons(preview, Severity.ERROR)).isEmpty();
        assertThat(preview.total()).isEqualTo(new Counts(2, 0, 0, 0));
    }

    @Test
    void aCodeThatASpreadsheetRoundedIsRefused() {
        assertThat(reasons(preview(school, list(with(pupil(1, "Nguyễn Văn An"), 1, "3.15E9"))), Severity.ERROR))
                .containsExactly("school.row.rounded-code");
    }

    @Test
    void twoSheetsOfOneThingThatSayTheSameAreReadOnce() {
        apply(school, list(pupil(1, "Nguyễn Văn An")));
        NamedFile first = marks(mark(1, "Nguyễn Văn An", "T", 9, "Tốt"));
        NamedFile again = new NamedFile(
                "danh-gia-1A (1).xlsx",
                marks(mark(7, "Nguyễn Văn An", "T", "9", "Tốt")).content());

        ImportPreview preview = preview(school, first, again);

        assertThat(reasons(preview, Severity.ERROR)).isEmpty();
        assertThat(reasons(preview, Severity.WARNING)).containsExactly("school.sheet.repeats");
        assertThat(preview.total(Thing.MARK)).isEqualTo(new Counts(1, 0, 0, 0));
    }

    @Test
    void twoSheetsOfOneThingThatSayDifferentThingsAreBothRefusedAndNamed() {
        apply(school, list(pupil(1, "Nguyễn Văn An")));
        NamedFile first = marks(mark(1, "Nguyễn Văn An", "T", 9, "Tốt"));
        NamedFile other = new NamedFile(
                "danh-gia-1A (1).xlsx",
                marks(mark(1, "Nguyễn Văn An", "C", 3, "Tốt")).content());

        ImportPreview preview = preview(school, first, other);

        assertThat(reasons(preview, Severity.ERROR))
                .containsExactly("school.sheet.contradicts", "school.sheet.contradicts");
        assertThat(preview.problems().get(0).reason().text(Texts.VIETNAMESE))
                .contains("danh-gia-1A (1).xlsx")
                .contains("9900000001");
        assertThat(preview.total(Thing.MARK)).isEqualTo(new Counts(0, 0, 0, 2));
    }

    @Test
    void aNumberAndAClassWrittenInAnotherWayAreNoContradictionOfTwoSheets() {
        apply(school, list(pupil(1, "Nguyễn Văn An")));
        NamedFile first = marks(mark(1, "Nguyễn Văn An", "T", 9, "Tốt"));
        NamedFile again = new NamedFile(
                "danh-gia-1A (1).xlsx",
                marks(with(mark(1, "NGUYỄN VĂN AN", "T", "9,0", "Tốt"), 1, "Lớp 1a"))
                        .content());

        ImportPreview preview = preview(school, first, again);

        assertThat(reasons(preview, Severity.ERROR)).isEmpty();
        assertThat(reasons(preview, Severity.WARNING)).containsExactly("school.sheet.repeats");
    }

    @Test
    void aNameThatDiffersByItsToneIsAContradictionOfTwoSheets() {
        NamedFile other = new NamedFile(
                "danh-sach (1).xlsx", list(pupil(1, "Nguyễn Văn Toán")).content());

        assertThat(reasons(preview(school, list(pupil(1, "Nguyễn Văn Toàn")), other), Severity.ERROR))
                .containsExactly("school.sheet.contradicts", "school.sheet.contradicts");
    }

    @Test
    void aPupilWhoWentFromTheListOfOneClassToThatOfAnotherIsReadAsAHistory() {
        NamedFile left = list(pupil(2, "Lò Văn Cả"), with(pupil(1, "Nguyễn Văn An"), STATUS, "Chuyển đi kỳ 1"));
        NamedFile came = new NamedFile(
                "danh-sach-1B.xlsx",
                list(with(with(pupil(1, "Nguyễn Văn An"), STATUS, "Chuyển đến kỳ 1"), CLASS, "1B"))
                        .content());

        ImportPreview preview = preview(school, left, came);

        assertThat(reasons(preview, Severity.ERROR)).isEmpty();
        assertThat(reasons(preview, Severity.WARNING)).containsExactly("school.pupil.history");
        assertThat(preview.total(Thing.PUPIL)).isEqualTo(new Counts(2, 0, 1, 0));
    }

    private NamedFile list(Object[]... rows) {
        TestWorkbook workbook = TestWorkbook.pupils();
        List.of(rows).forEach(workbook::row);
        return workbook.file();
    }

    private static NamedFile marks(Object[]... rows) {
        TestWorkbook workbook = TestWorkbook.marks("Toán", "1A");
        List.of(rows).forEach(workbook::row);
        return workbook.file();
    }

    private static Object[] mark(int ordinal, String name, Object level, Object mark, String comment) {
        return new Object[] {ordinal, "1A", "9900000001", name, "15/03/2020", level, mark, comment};
    }

    private List<String> names() {
        return directory.studying(class1A().id()).stream()
                .map(studying -> directory.pupil(studying.pupilId()))
                .map(PupilInfo::fullName)
                .toList();
    }

    private Optional<Curriculum.Subject> subjectNamed(String name) {
        return curriculum.in(SchoolLevel.PRIMARY, 2026, "79").subjectNamed(name);
    }

    private List<Map<String, String>> marks() {
        return importedMarks.of(class1A().id()).stream()
                .map(ImportedMarks.Row::cells)
                .toList();
    }

    private ClassInfo class1A() {
        return directory.classes(school.id(), 2026).get(0);
    }
}
