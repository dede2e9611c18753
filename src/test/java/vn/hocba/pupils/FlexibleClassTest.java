package vn.hocba.pupils;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import vn.hocba.desk.admin.OpenSchoolYear;
import vn.hocba.desk.teacher.FinishSubject;
import vn.hocba.dossier.RecordDocuments;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.Worlds;
import vn.hocba.identity.Session;
import vn.hocba.pupils.ListedSchool.School;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.Tt27View;
import vn.hocba.school.NamedFile;
import vn.hocba.school.TestWorkbook;

/** Lớp học linh hoạt (TT 27/2020 Điều 8.3): what has to be assessed there is policy data; other subjects only where somebody teaches them. */
@SpringBootTest
@ActiveProfiles("test")
@Import(Worlds.class)
class FlexibleClassTest {

    @Autowired
    ListedSchool world;

    @Autowired
    OpenSchoolYear openYear;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ReleasedRecords released;

    @Autowired
    RecordLife life;

    @Autowired
    FinishSubject finishSubject;

    @Autowired
    RecordDocuments documents;

    private static NamedFile list(School school, Object[]... rows) {
        TestWorkbook list = TestWorkbook.withHeader(
                        "DANH SÁCH HỌC SINH",
                        "STT",
                        "Mã định danh Bộ GD&ĐT",
                        "Họ tên",
                        "Ngày sinh",
                        "Giới tính",
                        "Dân tộc",
                        "Trạng thái",
                        "Lớp học",
                        "Khối học",
                        "Số định danh cá nhân",
                        "Loại lớp")
                .of(school.title())
                .in("NĂM HỌC 2026 - 2027");
        List.of(rows).forEach(list::row);
        return list.file();
    }

    private static Object[] of(String className, String kind, Object[] row) {
        Object[] longer = Arrays.copyOf(row, row.length + 1);
        longer[ListedSchool.CLASS] = className;
        longer[row.length] = kind;
        return longer;
    }

    private List<String> subjects(School school, String className) {
        return jdbc.sql(
                        "select p.code from record_part p join year_record r on r.id = p.year_record_id"
                                + " join school_class c on c.id = r.class_id where c.school_id = ? and c.name = ? order by p.ordinal")
                .params(school.unit().id(), className)
                .query(String.class)
                .list();
    }

    @Test
    void aFlexibleClassHasItsOwnSubjectsAndThoseThatAreTaughtAndNothingIsSaidToBeMissing() {
        School school = world.school();
        List<NamedFile> files = world.staffed(school, "1A", "1B");
        files.add(list(
                school,
                of("1A", "Lớp học linh hoạt", school.child(1, "Giàng A Páo " + school.number())),
                of("1B", "Bình thường", school.child(2, "Lò Thị Mai " + school.number()))));
        world.apply(school, files);

        assertThat(session.as(
                        school.admin(), () -> openYear.readiness(school.unit().id(), 2026)))
                .filteredOn(ready -> !ready.problems().isEmpty())
                .extracting(OpenSchoolYear.ClassReadiness::className)
                .containsExactly("1B");
        world.open(school, 2026);

        assertThat(subjects(school, "1A")).containsExactly("TV", "TOAN", "DD", "HOMEROOM");
        assertThat(subjects(school, "1B")).contains("TV", "TOAN", "DD", "GDTC", "AN", "HOMEROOM");
    }

    @Test
    void itsRecordIsJudgedBySubjectsThatItHasSignedTakenAndPrinted() {
        ReleasedRecords.School school = released.school();
        jdbc.sql("update school_class set flexible = true where id = ?")
                .param(school.classId())
                .update();
        jdbc.sql("delete from teaching_assignment where class_id = ? and subject_code not in ('TV', 'TOAN')")
                .param(school.classId())
                .update();
        String record = released.commenting(school, "Lò Thị Mai");
        for (String subject : List.of("TV", "TOAN")) {
            session.run(school.homeroom(), () -> finishSubject.finish(school.classId(), subject));
        }
        life.signAndSubmit(school, record);

        assertThat(life.state(record)).isEqualTo("ACCEPTED");
        RecordSnapshot signed = released.content(record);
        assertThat(Tt27View.of(signed).subjects())
                .extracting(Tt27View.SubjectMarks::code)
                .containsExactly("TV", "TOAN");
        assertThat(signed.conclusion().completed()).isTrue();
        assertThat(session.as(school.principal(), () -> documents.printedForm(record)))
                .isNotEmpty();
    }
}
