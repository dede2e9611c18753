package vn.hocba.pupils;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocba.pupils.ListedSchool.CLASS;
import static vn.hocba.pupils.ListedSchool.ETHNICITY;
import static vn.hocba.pupils.ListedSchool.GRADE;
import static vn.hocba.pupils.ListedSchool.STATUS;
import static vn.hocba.school.TestWorkbook.with;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import vn.hocba.dossier.RecordPage;
import vn.hocba.fixture.Worlds;
import vn.hocba.identity.Session;
import vn.hocba.pupils.ListedSchool.School;
import vn.hocba.request.Input;
import vn.hocba.request.RequestBoard;
import vn.hocba.school.NamedFile;
import vn.hocba.workflow.CountsCheck;

/** Lists that are imported while the year is open: the records follow by themselves. */
@SpringBootTest
@ActiveProfiles("test")
@Import(Worlds.class)
class ListedPupilsTest {

    @Autowired
    ListedSchool world;

    private static final String NEXT_YEAR = "NĂM HỌC 2026 - 2027";

    @Autowired
    RequestBoard board;

    @Autowired
    RecordPage pages;

    @Autowired
    Session session;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private School school;
    private Object[] pao;
    private Object[] mai;

    @BeforeEach
    void aSchoolWhoseYearIsOpen() {
        school = world.school();
        pao = school.child(1, "Giàng A Páo " + school.number());
        mai = school.child(2, "Lò Thị Mai " + school.number());
        List<NamedFile> files = world.staffed(school, "1A", "1B");
        files.add(world.list(school, pao, mai, with(school.child(3, "Lù A Pó " + school.number()), CLASS, "1B")));
        world.apply(school, files);
        world.open(school, 2026);
    }

    @Test
    void theRecordFollowsTheListIntoAnotherClassOutOfTheSchoolAndBack() {
        assertThat(records(pao)).containsExactly("1A COMMENTING");

        world.apply(school, world.list(school, with(pao, CLASS, "1B"), with(mai, STATUS, "Thôi học kỳ 1")));
        assertThat(records(pao)).containsExactly("1B COMMENTING");
        assertThat(records(mai)).containsExactly("1A LEFT");

        world.apply(
                school,
                world.list(
                        school,
                        with(with(pao, CLASS, "1B"), STATUS, "Từ trần"),
                        with(mai, STATUS, "Thôi học xin học lại")));
        assertThat(records(pao)).containsExactly("1B LEFT");
        assertThat(records(mai)).containsExactly("1A COMMENTING");
        CountsCheck.ofSchool(jdbc, school.unit().id());
    }

    @Test
    void whoSkipsAGradeIsSaidAtTheImportAndNeedsADecisionThatIsKept() {
        aSchoolWhoseFormerYearIsOpen();
        completed(pao, true);
        Object[] skips = with(with(pao, CLASS, "3A"), GRADE, "Khối 3");
        NamedFile list = world.list(school, NEXT_YEAR, skips);
        assertThat(reasons(list)).contains("school.pupil.skips-grade");
        world.apply(school, list);

        assertThat(world.open(school, 2026).remarks()).singleElement().satisfies(remark -> assertThat(remark.reason())
                .contains("học vượt lớp cần quyết định"));
        assertThat(records(pao)).containsExactly("1A ACCEPTED");

        String before = record(pao, 2025);
        session.run(
                school.principal(),
                () -> board.take(
                        "pupils.grade",
                        before,
                        Input.of(Map.of("grade", "3", "number", "31/QĐ-TH", "day", LocalDate.now(clock)))));
        assertThat(world.open(school, 2026).done()).isOne();

        assertThat(records(pao)).containsExactly("1A ACCEPTED", "3A COMMENTING");
        assertThat(session.as(school.admin(), () -> pages.of(record(pao, 2026)))
                        .whereabouts()
                        .decisions())
                .singleElement()
                .satisfies(decision -> assertThat(decision.decisionNo()).isEqualTo("31/QĐ-TH"));
        assertThat(reasons(list)).doesNotContain("school.pupil.skips-grade");
    }

    @Test
    void whoHasNotCompletedTheProgrammeIsNotPromotedByTheList() {
        aSchoolWhoseFormerYearIsOpen();
        completed(pao, false);
        completed(mai, false);
        NamedFile list = world.list(
                school, NEXT_YEAR, with(with(pao, CLASS, "2A"), GRADE, "Khối 2"), with(mai, STATUS, "Lưu ban"));
        assertThat(reasons(list)).containsExactly("school.pupil.repeats-grade");
        world.apply(school, list);

        assertThat(world.open(school, 2026).remarks()).singleElement().satisfies(remark -> assertThat(remark.reason())
                .contains("chưa có quyết định lên lớp"));

        assertThat(records(pao)).containsExactly("1A ACCEPTED");
        assertThat(records(mai)).containsExactly("1A ACCEPTED", "1A COMMENTING");
        jdbc.sql("update year_record set promoted = true where id = ?")
                .param(record(pao, 2025))
                .update();
        assertThat(world.open(school, 2026).done()).isOne();
    }

    @Test
    void aListThatComesAgainAfterANewerOneSaysWhatItWouldTakeBack() {
        NamedFile older = world.list(school, pao, mai);
        world.apply(school, older);
        Object[] corrected = with(pao, ETHNICITY, "Mông");
        world.apply(school, world.list(school, corrected, mai));

        assertThat(world.preview(school, older).problems())
                .extracting(problem -> problem.reason().key())
                .containsOnlyOnce("school.file.older-list", "school.pupil.older-values");
        assertThat(world.preview(school, world.list(school, corrected, mai)).problems())
                .extracting(problem -> problem.reason().key())
                .doesNotContain("school.file.older-list", "school.pupil.older-values");
    }

    @Test
    void aListThatDoesNotKnowWhatAPersonHasSetDownSaysSo() {
        session.run(
                school.admin(),
                () -> board.take(
                        "pupils.leave",
                        record(pao, 2026),
                        Input.of(Map.of("status", "QUIT", "day", LocalDate.now(clock)))));
        assertThat(records(pao)).containsExactly("1A LEFT");
        NamedFile list = world.list(school, pao, mai);

        assertThat(world.preview(school, list).problems())
                .extracting(problem -> problem.reason().key())
                .contains("school.pupil.decided-here");
        world.apply(school, list);

        assertThat(records(pao)).containsExactly("1A COMMENTING");
        assertThat(world.preview(school, list).problems())
                .extracting(problem -> problem.reason().key())
                .doesNotContain("school.pupil.decided-here");
        CountsCheck.ofSchool(jdbc, school.unit().id());
    }

    @Test
    void whoCameBackIntoAnotherClassMayBePutIntoTheFormerOneByTheList() {
        String record = record(pao, 2026);
        session.run(school.admin(), () -> {
            board.take("pupils.leave", record, Input.of(Map.of("status", "QUIT", "day", LocalDate.now(clock))));
            board.take(
                    "pupils.return",
                    record,
                    Input.of(Map.of(
                            "class",
                            jdbc.sql("select id from school_class where school_id = ? and name = '1B'")
                                    .param(school.unit().id())
                                    .query(String.class)
                                    .single(),
                            "day",
                            LocalDate.now(clock))));
        });
        assertThat(records(pao)).containsExactly("1B COMMENTING");

        world.apply(school, world.list(school, pao, mai));

        assertThat(records(pao)).containsExactly("1A COMMENTING");
        CountsCheck.ofSchool(jdbc, school.unit().id());
    }

    @Test
    void whoArrivesWithoutAPastGetsARecordForWhatRemainsAndTheFormerSchoolIsSaid() {
        world.apply(school, world.list(school, with(mai, STATUS, "Thôi học")));
        Object[] fresh = school.child(9, "Sùng Thị Mây " + school.number());
        world.apply(school, world.list(school, fresh));
        assertThat(world.open(school, 2026).done()).isOne();
        String record = record(fresh, 2026);

        session.run(
                school.admin(),
                () -> board.take(
                        "pupils.arrival",
                        record,
                        Input.of(Map.of(
                                "day", LocalDate.now(clock),
                                "school", "Trường Tiểu học Sakura, Nhật Bản",
                                "brought", "Toán 8 cuối học kì I"))));

        assertThat(session.as(school.admin(), () -> pages.of(record))
                        .whereabouts()
                        .arrival())
                .satisfies(arrival -> {
                    assertThat(arrival.formerSchool()).isEqualTo("Trường Tiểu học Sakura, Nhật Bản");
                    assertThat(arrival.brought()).isEqualTo("Toán 8 cuối học kì I");
                });
        assertThat(records(fresh)).containsExactly("1A COMMENTING");
        assertThat(jdbc.sql(
                                "select since from enrolment where pupil_id = (select pupil_id from year_record where id = ?)")
                        .param(record)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.now(clock));
    }

    /** Another one, because the next year is opened from its day on only. */
    private void aSchoolWhoseFormerYearIsOpen() {
        school = world.school();
        pao = school.child(1, "Giàng A Páo " + school.number());
        mai = school.child(2, "Lò Thị Mai " + school.number());
        world.apply(school, world.list(school, "NĂM HỌC 2025 - 2026", pao, mai));
        world.open(school, 2025);
    }

    private void completed(Object[] row, boolean completed) {
        jdbc.sql("update year_record set state = 'ACCEPTED', programme_completed = ? where id = ?")
                .params(completed, record(row, 2025))
                .update();
        jdbc.sql("update work_item set state = 'GONE' where year_record_id = ?")
                .param(record(row, 2025))
                .update();
    }

    private String record(Object[] row, int year) {
        return jdbc.sql(
                        "select r.id from year_record r join pupil p on p.id = r.pupil_id where p.full_name = ? and r.school_year = ?")
                .params(row[ListedSchool.NAME], year)
                .query(String.class)
                .single();
    }

    private List<String> reasons(NamedFile list) {
        return world.preview(school, list).problems().stream()
                .map(problem -> problem.reason().key())
                .filter(key -> key.endsWith("-grade"))
                .toList();
    }

    private List<String> records(Object[] row) {
        return world.records((String) row[ListedSchool.NAME]);
    }
}
