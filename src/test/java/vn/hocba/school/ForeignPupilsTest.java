package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.hocba.school.TestWorkbook.pupil;
import static vn.hocba.school.TestWorkbook.with;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
import vn.hocba.school.SchoolDirectory.PupilInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Ids;
import vn.hocba.shared.PupilId;
import vn.hocba.shared.SchoolId;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.Texts;

/** A list sees and changes the pupils of its own school, whatever year it names. */
class ForeignPupilsTest extends SchoolTest {

    private static final String OUR_CODE = "99000002";
    private static final String OUR_TITLE = "TRƯỜNG TIỂU HỌC CỦA TA (" + OUR_CODE + ")";
    private static final String[] ALL_COLUMNS = {
        "STT",
        "Mã định danh Bộ GD&ĐT",
        "Họ và tên",
        "Ngày sinh",
        "Giới tính",
        "Dân tộc",
        "Trạng thái",
        "Lớp học",
        "Khối học",
        "Số định danh cá nhân",
        "Quốc tịch",
        "SĐT liên hệ",
        "Nơi sinh chi tiết",
        "Tỉnh thành quê quán",
        "Phường Xã quê quán",
        "Chỗ ở hiện nay",
        "Tên cha",
        "Nghề nghiệp cha",
        "Tên mẹ",
        "Nghề nghiệp mẹ",
        "Tên người giám hộ"
    };
    private static final Object[] THEIRS = {
        1,
        "9900000001",
        "Giàng Thị Kín",
        "17/11/2019",
        "Nữ",
        "Cống",
        "Đang học",
        "1Mật",
        "Khối 1",
        "001319000017",
        "Việt Nam",
        "0987000111",
        "Bản Khuất",
        "Tỉnh Ẩn",
        "Xã Giấu",
        "Thôn Che",
        "Giàng A Bí",
        "Thợ rèn",
        "Lò Thị Mờ",
        "Thợ dệt",
        "Giàng Văn Giữ"
    };
    private static final Object[] OURS_OF_IT = {
        1,
        "9900000001",
        "Kẻ Đổi Tên",
        "05/05/2020",
        "Nam",
        "Kinh",
        "Đang học",
        "1A",
        "Khối 1",
        "079219000099",
        "Việt Nam",
        "0911222333",
        "Nơi khác",
        "Tỉnh khác",
        "Xã khác",
        "Chỗ khác",
        "Cha khác",
        "Việc khác",
        "Mẹ khác",
        "Việc nọ",
        "Người khác"
    };

    @Autowired
    Movements movements;

    @Autowired
    Belonging belonging;

    @Autowired
    Clock clock;

    private Unit theirs;
    private Unit ours;

    @BeforeEach
    void aPupilOfAnotherSchoolWithMarks() {
        theirs = school(TestWorkbook.CODE, SchoolLevel.PRIMARY);
        ours = school(OUR_CODE, SchoolLevel.PRIMARY);
        apply(
                theirs,
                theirList(THEIRS),
                TestWorkbook.marks("Toán", "1Mật")
                        .row(1, "1Mật", "9900000001", "Giàng Thị Kín", "17/11/2019", "T", 9, "Chăm chỉ kín đáo")
                        .file());
    }

    static Stream<Arguments> listsOfOurs() {
        List<Arguments> lists = new ArrayList<>();
        for (String year : List.of("2024 - 2025", "2025 - 2026", "2026 - 2027", "2027 - 2028", "2028 - 2029")) {
            for (String status : List.of("Đang học", "Chuyển đến", "Chuyển đi", "Bảo lưu", "Thôi học")) {
                lists.add(Arguments.of(year, status, false));
            }
            lists.add(Arguments.of(year, "Đang học", true));
        }
        return lists.stream();
    }

    @ParameterizedTest
    @MethodSource("listsOfOurs")
    void nothingOfAPupilOfAnotherSchoolIsShownOrWrittenWhateverTheYear(String year, String status, boolean kept) {
        if (kept) {
            record(theirs);
        }
        NamedFile list = list(OUR_TITLE, "NĂM HỌC " + year, with(with(OURS_OF_IT, 3, "17/11/2019"), 6, status));
        NamedFile marks = TestWorkbook.marks("Toán", "1A")
                .of(OUR_TITLE)
                .in("NĂM HỌC " + year)
                .row(1, "1A", "9900000001", "Kẻ Đổi Tên", "05/05/2020", "C", 1, "")
                .file();
        List<Map<String, Object>> before = everythingOf();

        ImportPreview preview = preview(ours, list, marks);
        apply(ours, list, marks);

        assertThat(reasons(preview, Severity.ERROR)).contains("school.pupil.not-ours");
        assertThat(preview.total(Thing.PUPIL)).isEqualTo(new Counts(0, 0, 0, 1));
        assertThat(preview.total(Thing.MARK)).isEqualTo(new Counts(0, 0, 0, 1));
        assertThat(preview.changes()).isEmpty();
        String shown = shown(preview);
        for (String secret : secrets()) {
            assertThat(shown).doesNotContain(secret);
        }
        assertThat(everythingOf()).isEqualTo(before);
        assertThat(count("select count(*) from enrolment where school_id = ?", ours.id()))
                .isZero();
    }

    @Test
    void theWordsDoNotTellWhetherTheBirthDateIsRight() {
        NamedFile right = ourList(with(OURS_OF_IT, 3, "17/11/2019"));
        NamedFile wrong = ourList(OURS_OF_IT);

        assertThat(errors(preview(ours, right))).isEqualTo(errors(preview(ours, wrong)));
        assertThat(errors(preview(ours, wrong)).get(0).reason().text(Texts.VIETNAMESE))
                .contains("Nhận học sinh từ trường trong cùng tỉnh, thành phố");
    }

    @Test
    void aPersonalIdOfAPupilOfAnotherSchoolIsNotToldOf() {
        ImportPreview preview = preview(ours, ourList(with(with(OURS_OF_IT, 1, "9900000050"), 9, "001319000017")));

        assertThat(preview.total(Thing.PUPIL)).isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(reasons(preview, Severity.WARNING))
                .as("what the number itself says")
                .containsExactly("school.pupil.id-birth", "school.pupil.id-gender");
    }

    @Test
    void aPreviewThatMeetsKnownPupilsIsLoggedWithCounts() {
        preview(ours, ourList(OURS_OF_IT));
        preview(theirs, theirList(THEIRS));
        preview(ours, ourList(with(OURS_OF_IT, 1, "9900000050")));

        assertThat(previews(ours)).containsExactly("2026 - 2027; files 1, pupils compared 0, of other schools 1");
        assertThat(previews(theirs)).containsExactly("2026 - 2027; files 1, pupils compared 1, of other schools 0");
    }

    @Test
    void aPupilOfOursFromLastYearIsComparedAndPromoted() {
        NamedFile next = list(
                theirTitle(), "NĂM HỌC 2027 - 2028", with(with(with(THEIRS, 7, "2Mật"), 8, "Khối 2"), 15, "Thôn Mới"));

        ImportPreview preview = preview(theirs, next);
        apply(theirs, next);

        assertThat(preview.problems()).isEmpty();
        assertThat(preview.total(Thing.PUPIL)).isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(preview.changes())
                .extracting(Change::field, Change::before, Change::after)
                .containsExactly(tuple("Chỗ ở hiện nay", "Thôn Che", "Thôn Mới"));
        assertThat(pupilOf(directory.classes(theirs.id(), 2027).get(0)).residence())
                .isEqualTo("Thôn Mới");
    }

    @Test
    void aPupilWhoLeftWithoutGoingToAnotherSchoolComesBack() {
        record(theirs);
        apply(theirs, theirList(with(THEIRS, 6, "Chuyển đi")));

        ImportPreview preview = preview(theirs, theirList(THEIRS));

        assertThat(preview.problems()).isEmpty();
        assertThat(preview.changes())
                .extracting(Change::field, Change::before, Change::after)
                .containsExactly(tuple("Trạng thái", "Chuyển đi", "Đang học"));
    }

    @Test
    void afterATransferTheReceivingSchoolComparesAndTheFormerOneKeepsOnlyItsClassList() {
        ClassInfo target = transferred();
        NamedFile corrected = ourList(with(with(THEIRS, 7, "1A"), 15, "Thôn Mới"));

        assertThat(preview(ours, corrected).changes())
                .extracting(Change::field, Change::before, Change::after)
                .containsExactly(tuple("Chỗ ở hiện nay", "Thôn Che", "Thôn Mới"));
        apply(ours, corrected);
        NamedFile gone = theirList(with(THEIRS, 6, "Chuyển đi"));
        ImportPreview former = preview(theirs, gone);
        apply(theirs, gone);

        assertThat(former.problems()).isEmpty();
        assertThat(former.total(Thing.PUPIL)).isEqualTo(new Counts(0, 0, 1, 0));
        assertThat(shown(former)).doesNotContain("Thôn Mới");
        assertThat(pupilOf(target).residence()).isEqualTo("Thôn Mới");
        for (NamedFile list : List.of(
                theirList(THEIRS),
                theirList(with(THEIRS, 6, "Bảo lưu")),
                list(theirTitle(), "NĂM HỌC 2027 - 2028", with(with(THEIRS, 7, "2Mật"), 8, "Khối 2")))) {
            assertThat(reasons(preview(theirs, list), Severity.ERROR)).containsExactly("school.pupil.not-ours");
        }
    }

    @Test
    void marksOfAPupilWhoWentAwayNeitherNameThePupilAnewNorAreTaken() {
        transferred();
        apply(ours, ourList(with(with(THEIRS, 7, "1A"), 2, "Giàng Thị Tên Mới")));

        ImportPreview preview = preview(
                theirs,
                TestWorkbook.marks("Toán", "1Mật")
                        .row(1, "1Mật", "9900000001", "Giàng Thị Kín", "17/11/2019", "H", 5, "")
                        .file());

        assertThat(reasons(preview, Severity.ERROR)).isEmpty();
        assertThat(reasons(preview, Severity.WARNING)).containsExactly("school.marks.not-studying");
        assertThat(shown(preview)).doesNotContain("Tên Mới");
    }

    @Test
    void aPupilWhoChangesClassLeavesTheMarksOfTheFormerSchoolWhereTheyAre() {
        transferred();
        NamedFile moved = ourList(with(THEIRS, 7, "1B"));
        List<Map<String, Object>> before = rows("select * from imported_mark order by id");

        apply(ours, moved);

        assertThat(directory.classes(ours.id(), 2026)).hasSize(2);
        assertThat(rows("select * from imported_mark order by id")).isEqualTo(before);
    }

    @Test
    void whomEverySchoolLetGoAndWhoHasNoRecordMayBeTakenAsIfNothingWereStored() {
        apply(theirs, theirList(with(THEIRS, 6, "Chuyển đi")));
        NamedFile list = TestWorkbook.pupils()
                .of(OUR_TITLE)
                .row(with(with(pupil(1, "Kẻ Đổi Tên"), 3, "17/11/2019"), 9, "079219000099"))
                .file();
        NamedFile wrongDay = TestWorkbook.pupils()
                .of(OUR_TITLE)
                .row(with(pupil(1, "Kẻ Đổi Tên"), 9, "079219000099"))
                .file();

        assertThat(reasons(preview(ours, wrongDay), Severity.ERROR)).containsExactly("school.pupil.not-ours");
        ImportPreview preview = preview(ours, list);
        apply(ours, list);

        assertThat(preview.problems()).isEmpty();
        assertThat(preview.total(Thing.PUPIL)).isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(preview.changes()).isEmpty();
        PupilInfo pupil = pupilOf(directory.classes(ours.id(), 2026).get(0));
        assertThat(pupil.fullName()).isEqualTo("Kẻ Đổi Tên");
        assertThat(Stream.of(
                        pupil.residence(),
                        pupil.homeTown(),
                        pupil.birthPlace(),
                        pupil.fatherName(),
                        pupil.motherName(),
                        pupil.guardianName()))
                .containsOnlyNulls();
        ImportPreview former = preview(theirs, theirList(with(THEIRS, 6, "Chuyển đi")));
        assertThat(former.changes()).isEmpty();
        assertThat(reasons(preview(theirs, theirList(THEIRS)), Severity.ERROR))
                .containsExactly("school.pupil.not-ours");
    }

    @Test
    void whomEverySchoolLetGoButWhoHasARecordComesByTransferOnly() {
        record(theirs);
        apply(theirs, theirList(with(THEIRS, 6, "Chuyển đi")));

        assertThat(reasons(preview(ours, ourList(with(THEIRS, 7, "1A"))), Severity.ERROR))
                .containsExactly("school.pupil.not-ours");
    }

    @Test
    void aRowThatAnotherSchoolOnceWroteForTheNextYearGivesItNothing() {
        record(theirs);
        Object[] another = with(with(OURS_OF_IT, 1, "9900000050"), 9, null);
        apply(ours, list(OUR_TITLE, "NĂM HỌC 2027 - 2028", with(with(another, 7, "2A"), 8, "Khối 2")));
        movements.join(pupilId(), directory.classes(ours.id(), 2027).get(0), LocalDate.of(2027, 9, 5));
        NamedFile list = list(
                OUR_TITLE, "NĂM HỌC 2027 - 2028", with(with(with(OURS_OF_IT, 3, "17/11/2019"), 7, "2A"), 8, "Khối 2"));

        assertThat(reasons(preview(ours, list), Severity.ERROR)).containsExactly("school.pupil.not-ours");
        assertThat(preview(theirs, list(theirTitle(), "NĂM HỌC 2027 - 2028", with(with(THEIRS, 7, "2B"), 8, "Khối 2")))
                        .problems())
                .as("the school that keeps the record goes on")
                .isEmpty();
    }

    @Test
    void aHandOverDoesNotTakeAPupilWhomAnotherSchoolHereHasNotLetGo() {
        PupilInfo pupil = directory.pupil(pupilId());

        assertThatThrownBy(() -> movements.arrive(pupil, ours.id())).hasMessageContaining("thuộc một trường khác");

        apply(theirs, theirList(with(THEIRS, 6, "Chuyển đi")));
        assertThat(movements.arrive(pupil, ours.id())).isEqualTo(pupil.id());
    }

    /** Moved in the way of a transfer: the record's management, the enrolments of both schools. */
    private ClassInfo transferred() {
        apply(ours, ourList(with(OURS_OF_IT, 1, "9900000050")));
        ClassInfo target = directory.classes(ours.id(), 2026).get(0);
        String record = record(theirs);
        LocalDate day = LocalDate.of(2026, 12, 1);
        movements.leave(new PupilId(pupilId()), new SchoolId(theirs.id()), 2026, day);
        movements.join(pupilId(), target, day);
        jdbc.sql("insert into record_holder (id, row_version, year_record_id, school_id, since, request_id)"
                        + " values (?, 0, ?, ?, ?, 'x')")
                .params(Ids.next(), record, ours.id(), day)
                .update();
        entities.clear();
        return target;
    }

    private String record(Unit school) {
        String life = Ids.next();
        jdbc.sql("insert into school_record (id, row_version, lookup_code, pupil_id, level, origin)"
                        + " values (?, 0, ?, ?, 'PRIMARY', 'BORN_DIGITAL')")
                .params(life, Ids.unguessable(), pupilId())
                .update();
        String id = Ids.next();
        jdbc.sql(
                        "insert into year_record (id, row_version, school_record_id, pupil_id, school_id, class_id, school_year,"
                                + " grade, ordinal, state, version_no, state_since)"
                                + " select ?, 0, ?, pupil_id, school_id, class_id, school_year, 1, 1, 'COMMENTING', 1, current_timestamp"
                                + " from enrolment where pupil_id = ? and school_id = ?")
                .params(id, life, pupilId(), school.id())
                .update();
        return id;
    }

    private String pupilId() {
        return jdbc.sql("select id from pupil where moet_code = '9900000001'")
                .query(String.class)
                .single();
    }

    private PupilInfo pupilOf(ClassInfo info) {
        return directory.pupilsOfClass(info.id()).values().stream()
                .filter(pupil -> pupil.moetCode().equals("9900000001"))
                .findFirst()
                .orElseThrow();
    }

    /** Every value that is stored of the pupil and of the pupil's school, but for words that anybody could guess. */
    private Set<String> secrets() {
        Set<String> secrets = new TreeSet<>();
        List<Map<String, Object>> rows = new ArrayList<>(everythingOf());
        rows.addAll(rows("select * from school_record"));
        rows.addAll(rows("select id, name, code from org_unit where id = '" + theirs.id() + "'"));
        for (Map<String, Object> row : rows) {
            row.forEach((column, value) -> {
                if (value instanceof String text && text.length() > 3) {
                    secrets.add(text);
                } else if (value instanceof java.sql.Date day) {
                    // The birth date stands in our own list, to be right; the preview does not repeat it.
                    secrets.add(day.toString());
                    secrets.add(DateTimeFormatter.ofPattern("dd/MM/yyyy").format(day.toLocalDate()));
                }
            });
        }
        secrets.removeAll(Set.of("9900000001", "Việt Nam", "STUDYING", "TOAN", "PRIMARY"));
        assertThat(secrets).contains("Giàng Thị Kín", "17/11/2019", "0987000111", "Giàng Văn Giữ", "1Mật");
        return secrets;
    }

    /** The rows of the other school and its pupil, with their versions. */
    private List<Map<String, Object>> everythingOf() {
        entities.flush();
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.addAll(rows("select * from pupil where moet_code = '9900000001'"));
        rows.addAll(rows("select * from enrolment where school_id = '" + theirs.id() + "'"));
        rows.addAll(rows("select * from school_class where school_id = '" + theirs.id() + "'"));
        rows.addAll(rows("select * from imported_mark where class_id in"
                + " (select id from school_class where school_id = '" + theirs.id() + "')"));
        return rows;
    }

    private List<Map<String, Object>> rows(String sql) {
        entities.flush();
        return jdbc.sql(sql).query().listOfRows();
    }

    /** Everything in a preview, as an object and as what its screen and its list of problems say. */
    private static String shown(ImportPreview preview) {
        StringBuilder all = new StringBuilder(preview.toString());
        for (Problem problem : preview.problems()) {
            all.append(problem.reason().text(Texts.VIETNAMESE))
                    .append(problem.reason().text(Locale.ENGLISH));
        }
        return all.toString();
    }

    private static List<Problem> errors(ImportPreview preview) {
        return preview.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
    }

    private List<String> previews(Unit school) {
        return jdbc.sql("select detail from audit_event where subject = ? and action = 'school.import-previewed'")
                .param(school.id())
                .query(String.class)
                .list();
    }

    private static NamedFile ourList(Object[] row) {
        return list(OUR_TITLE, "NĂM HỌC 2026 - 2027", row);
    }

    private static NamedFile theirList(Object[] row) {
        return list(theirTitle(), "NĂM HỌC 2026 - 2027", row);
    }

    private static String theirTitle() {
        return "TRƯỜNG TIỂU HỌC THỬ NGHIỆM (" + TestWorkbook.CODE + ")";
    }

    private static NamedFile list(String school, String year, Object[] row) {
        return TestWorkbook.withHeader("DANH SÁCH HỌC SINH", ALL_COLUMNS)
                .of(school)
                .in(year)
                .row(row)
                .file();
    }

    @Test
    void aSchoolThatIsClosedHasLetItsPupilsGoFromTheDayAfterItsLast() {
        Unit closing = school("99000007", SchoolLevel.PRIMARY);
        Unit successor = school("99000008", SchoolLevel.PRIMARY);
        apply(
                closing,
                TestWorkbook.pupils()
                        .of("TRƯỜNG TIỂU HỌC SẮP ĐÓNG (99000007)")
                        .row(pupil(7, "Lò Văn Pá"))
                        .file());
        String pupilId = jdbc.sql("select id from pupil where moet_code = ?")
                .param(pupil(7, "Lò Văn Pá")[1])
                .query(String.class)
                .single();

        closesOn(closing, LocalDate.now(clock));
        assertThat(belonging.of(successor.id(), List.of(pupilId))).containsEntry(pupilId, Belonging.Whose.OTHERS);
        assertThat(belonging.isReleasedTo(new SchoolId(successor.id()), new PupilId(pupilId)))
                .isFalse();

        closesOn(closing, LocalDate.now(clock).minusDays(1));
        assertThat(belonging.of(successor.id(), List.of(pupilId))).containsEntry(pupilId, Belonging.Whose.NOBODYS);
        assertThat(belonging.isReleasedTo(new SchoolId(successor.id()), new PupilId(pupilId)))
                .isTrue();
    }

    private void closesOn(Unit school, LocalDate lastDay) {
        jdbc.sql("update org_unit set valid_to = ? where id = ?")
                .params(lastDay, school.id())
                .update();
    }
}
