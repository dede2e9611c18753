package vn.hocba.pupils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordSnapshot.Study;
import vn.hocba.request.Input;
import vn.hocba.request.RequestBoard;
import vn.hocba.school.NamedFile;
import vn.hocba.school.TestWorkbook;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;

/** «Quá trình học tập»: what lists, screens and papers say of it, and nothing that nobody has said. */
@SpringBootTest
@ActiveProfiles("test")
@Import(Worlds.class)
class StudyHistoryTest {

    private static final LocalDate ENTRY = LocalDate.of(2026, 9, 1);

    @Autowired
    ListedSchool world;

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

    @BeforeEach
    void aSchoolWithTwoClasses() {
        school = world.school();
        pao = school.child(1, "Giàng A Páo " + school.number());
        world.apply(school, world.staffed(school, "1A", "1B"));
    }

    @Test
    void whatNobodyHasSaidIsEmpty() {
        String record = opened(world.list(school, pao));

        assertThat(studies(record))
                .containsExactly(new Study(2026, "1A", school.unit().name(), null, null));
    }

    @Test
    void theListSaysNumberDayAndPapersAndAnEmptyCellTakesNothingBack() {
        NamedFile list = list("DB-017", "01/09/2026", "C1234567", "Con thương binh");
        String record = opened(list);
        assertThat(studies(record))
                .containsExactly(new Study(2026, "1A", school.unit().name(), "DB-017", ENTRY));
        assertThat(content(record).pupil()).satisfies(pupil -> {
            assertThat(pupil.travelDocument()).isEqualTo("Hộ chiếu");
            assertThat(pupil.travelDocumentNo()).isEqualTo("C1234567");
            assertThat(pupil.policyGroup()).isEqualTo("Con thương binh");
        });

        world.apply(school, list("", "", "", "Con thương binh"));

        assertThat(studies(record)).first().satisfies(row -> {
            assertThat(row.registerNo()).isEqualTo("DB-017");
            assertThat(row.enteredOn()).isEqualTo(ENTRY);
        });
        assertThat(content(record).pupil().travelDocumentNo()).isEqualTo("C1234567");
    }

    @Test
    void theOfficeEntersWhatIsMissingAndYearsElsewhere() {
        String record = opened(world.list(school, pao));
        take("pupils.register", record, Map.of("number", "DB-9", "day", ENTRY));
        take("pupils.register", record, Map.of("document", "Hộ chiếu", "documentNo", "N 77"));
        take("pupils.study", record, Map.of("year", "2025 - 2026", "school", "Trường Tiểu học Sakura, Nhật Bản"));
        take(
                "pupils.study",
                record,
                Map.of("year", "2025", "school", "Trường Tiểu học Sakura, Nhật Bản", "class", "1C", "number", "7"));
        take("pupils.study", record, Map.of("year", "2024", "school", "Trường nhầm"));
        take("pupils.study", record, Map.of("year", "2024", "school", "Trường nhầm", "remove", true));

        assertThat(studies(record))
                .containsExactly(
                        new Study(2025, "1C", "Trường Tiểu học Sakura, Nhật Bản", "7", null),
                        new Study(2026, "1A", school.unit().name(), "DB-9", ENTRY));
        assertThat(content(record).pupil().travelDocumentNo()).isEqualTo("N 77");
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("document", "Hộ chiếu"),
                Map.of("day", LocalDate.now(clock).plusDays(1)))) {
            assertThatThrownBy(() -> take("pupils.register", record, wrong)).isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> take("pupils.study", record, Map.of("year", "2027", "school", "Trường xa")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        take("pupils.study", record, Map.of("year", "2023", "school", "Không có", "remove", true)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whoArrivesInTheYearHasARowOfTheFormerSchoolAndTheDayHere() {
        String record = opened(world.list(school, pao));
        take("pupils.arrival", record, Map.of("day", ENTRY, "school", "Học tại nhà"));

        assertThat(studies(record))
                .containsExactly(
                        new Study(2026, null, "Học tại nhà", null, null),
                        new Study(2026, "1A", school.unit().name(), null, ENTRY));
    }

    @Test
    void anotherClassOfTheSameSchoolIsNoOtherEntry() {
        String record = opened(list("DB-017", "01/09/2026", "", ""));
        String classB = Ids.next();
        jdbc.sql(
                        "insert into school_class (id, row_version, school_id, school_year, name, grade) values (?, 0, ?, 2026, '1B', 1)")
                .params(classB, school.unit().id())
                .update();

        session.run(
                school.principal(),
                () -> board.take(
                        "pupils.change-class",
                        record,
                        Input.of(Map.of(
                                "class", classB, "day", LocalDate.now(clock), "reason", "Theo đơn của gia đình"))));

        assertThat(studies(record))
                .containsExactly(new Study(2026, "1B", school.unit().name(), "DB-017", ENTRY));
    }

    private NamedFile list(String number, String day, String passport, String group) {
        Object[] header = Stream.concat(
                        Stream.of(
                                "STT",
                                "Mã định danh Bộ GD&ĐT",
                                "Họ tên",
                                "Ngày sinh",
                                "Giới tính",
                                "Dân tộc",
                                "Trạng thái",
                                "Lớp học",
                                "Khối học",
                                "Số định danh cá nhân"),
                        Stream.of("Số đăng bộ", "Ngày nhập học, chuyển đến", "Số hộ chiếu", "Đối tượng chính sách"))
                .toArray();
        Object[] row = Stream.concat(Arrays.stream(pao).limit(10), Stream.<Object>of(number, day, passport, group))
                .toArray();
        return TestWorkbook.withHeader("DANH SÁCH HỌC SINH", Arrays.copyOf(header, header.length, String[].class))
                .of(school.title())
                .row(row)
                .file();
    }

    private String opened(NamedFile list) {
        world.apply(school, list);
        world.open(school, 2026);
        return jdbc.sql("select r.id from year_record r join pupil p on p.id = r.pupil_id where p.moet_code = ?")
                .param(pao[1])
                .query(String.class)
                .single();
    }

    private void take(String action, String record, Map<String, Object> values) {
        session.run(school.admin(), () -> board.take(action, record, Input.of(values)));
    }

    private List<Study> studies(String record) {
        return content(record).studies();
    }

    private RecordSnapshot content(String record) {
        return session.as(school.principal(), () -> pages.of(record)).content();
    }
}
