package vn.hocba.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import vn.hocba.ClassFixture;
import vn.hocba.ClassFixture.Opened;
import vn.hocba.assessment.Part;
import vn.hocba.fixture.Worlds;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.shared.Refused;

@SpringBootTest
@ActiveProfiles("test")
@Import(Worlds.class)
class ClassSheetsTest {

    @Autowired
    ClassFixture fixture;

    @Autowired
    ClassSheets sheets;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    private List<ClassSheets.HomeroomRow> summary(CurrentUser user, Opened opened) {
        return session.as(user, () -> sheets.homeroom(opened.classId()));
    }

    @Test
    void aSubjectHasARowPerPupilInTheOrderOfTheClassList() {
        Opened opened = fixture.open(4, 3);

        List<ClassSheets.SubjectRow> rows =
                session.as(opened.homeroom(), () -> sheets.subject(opened.classId(), "TOAN"));

        assertThat(rows)
                .extracting(ClassSheets.SubjectRow::pupilName)
                .containsExactly("Nguyễn Văn An", "Lò Thị Mai", "Vừ A Páo");
        assertThat(rows).extracting(ClassSheets.SubjectRow::recordId).isEqualTo(opened.records());
    }

    @Test
    void rowsKeepTheirNumbersOfTheClassListWhereAPupilHasLeft() {
        Opened opened = fixture.open(4, 3);
        jdbc.sql("update year_record set ordinal = ordinal + 1 where id in (?, ?)")
                .params(opened.records().get(1), opened.records().get(2))
                .update();

        assertThat(session.as(opened.homeroom(), () -> sheets.subject(opened.classId(), "TOAN")))
                .extracting(ClassSheets.SubjectRow::ordinal)
                .containsExactly(1, 3, 4);
        assertThat(summary(opened.homeroom(), opened))
                .extracting(ClassSheets.HomeroomRow::ordinal)
                .containsExactly(1, 3, 4);
    }

    @Test
    void aSubjectThatOneDoesNotTeachIsRefused() {
        Opened opened = fixture.open(4, 1);

        assertThatThrownBy(() -> session.as(opened.specialist(), () -> sheets.subject(opened.classId(), "TOAN")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("không có học sinh nào thuộc môn bạn dạy");
    }

    @Test
    void anAddressWithAClassThatDoesNotExistIsRefusedInWords() {
        Opened opened = fixture.open(4, 1);

        assertThatThrownBy(() -> session.as(opened.homeroom(), () -> sheets.subject("khong-co", "TOAN")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Không có lớp này");
    }

    @Test
    void theSummaryNamesWhatIsMissingAndForWhichSubjectsTheRecordWaits() {
        Opened opened = fixture.open(1, 1);
        fixture.finish(opened, "TOAN");

        ClassSheets.HomeroomRow row = summary(opened.homeroom(), opened).get(0);

        assertThat(row.assessment().result()).isNull();
        assertThat(row.missing())
                .contains("thiếu mức đạt được môn Tiếng Việt", "thiếu mức «Yêu nước»", "thiếu số ngày nghỉ")
                .doesNotContain("thiếu mức đạt được môn Toán");
        assertThat(row.unfinished()).contains("TV", "GDTC").doesNotContain("TOAN");
    }

    @Test
    void theSummaryOfACompleteRecordLacksNothingAndHasItsResult() {
        Opened opened = fixture.open(1, 2);
        fixture.finishAll(opened);
        fixture.sumUp(opened);

        assertThat(summary(opened.homeroom(), opened)).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo(RecordState.HOMEROOM);
            assertThat(row.missing()).isEmpty();
            assertThat(row.unfinished()).isEmpty();
            assertThat(row.assessment().result()).isEqualTo("EXCELLENT");
        });
    }

    @Test
    void thePrincipalMayReadTheSummaryAndAnotherTeacherMayNot() {
        Opened opened = fixture.open(1, 1);

        assertThat(summary(opened.principal(), opened)).hasSize(1);
        assertThatThrownBy(() -> summary(opened.stranger(), opened))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("không phải giáo viên chủ nhiệm");
    }

    @Test
    void aTeacherFindsTheOwnSubjectsAndTheOwnHomeroomClass() {
        Opened opened = fixture.open(1, 1);

        assertThat(session.as(opened.specialist(), () -> sheets.ownSubjects(opened.classId())))
                .extracting(Part::code)
                .containsExactly(ClassFixture.SPECIALIST);
        assertThat(session.as(opened.homeroom(), () -> sheets.ownSubjects(opened.classId())))
                .extracting(Part::code)
                .startsWith("TV", "TOAN")
                .doesNotContain(ClassFixture.SPECIALIST);
        assertThat(session.as(opened.homeroom(), sheets::ownClasses))
                .extracting(info -> info.id())
                .containsExactly(opened.classId());
        assertThat(session.as(opened.specialist(), sheets::ownClasses)).isEmpty();
    }
}
