package vn.hocba.desk.teacher.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.ClassFixture;
import vn.hocba.ClassFixture.Opened;
import vn.hocba.school.CombineClasses;
import vn.hocba.ui.Typing;
import vn.hocba.ui.Worksheet;

/** A room with pupils of two grades: one line of work and one sheet for whoever teaches there, and each pupil assessed in the own grade. */
class CombinedClassTest extends TeacherScreens {

    @Autowired
    CombineClasses combine;

    @Autowired
    JdbcClient jdbc;

    private Opened younger;
    private Opened older;

    @BeforeEach
    void twoClassesInOneRoom() {
        younger = fixture.open(2, 2);
        older = fixture.beside(younger, 3, 1);
        session.run(
                younger.principal(),
                () -> combine.combine(younger.schoolId(), Set.of(younger.classId(), older.classId()), "2+3"));
    }

    private static List<String> titles() {
        return _find(Span.class, spec -> spec.withClasses("line-title")).stream()
                .map(Span::getText)
                .toList();
    }

    private static Button button(String begins) {
        return _get(
                Button.class,
                spec -> spec.withPredicate(button -> button.getText().startsWith(begins)));
    }

    private static boolean accepts(String record, String column, String value) {
        return Typing.into(_get(Worksheet.class), record, column, value)
                .get("accepted")
                .asBoolean();
    }

    private List<String> states() {
        return Stream.of(younger, older)
                .flatMap(opened -> opened.records().stream())
                .map(record -> jdbc.sql("select state from year_record where id = ?")
                        .param(record)
                        .query(String.class)
                        .single())
                .toList();
    }

    @Test
    void theInboxHasOneLineForTheRoomAndWhatOneGradeOnlyLearnsForItsClass() {
        at(younger.homeroom(), "viec-cua-toi", () -> assertThat(titles())
                .contains("Lớp ghép 2+3 (2A, 3A) · Toán", "Lớp 3A · Công nghệ")
                .doesNotContain("Lớp 2A · Toán", "Lớp 3A · Toán"));
        at(younger.specialist(), "viec-cua-toi", () -> assertThat(titles())
                .containsExactly("Lớp ghép 2+3 (2A, 3A) · Giáo dục thể chất"));
    }

    @Test
    void aSubjectIsEnteredAndFinishedForAllPupilsOfTheRoomOnOneSheet() {
        at(younger.specialist(), "so-mon/" + older.classId() + "/GDTC", () -> {
            assertThat(_get(SubjectSheetView.class).getPageTitle()).isEqualTo("Lớp 2A, 3A · Giáo dục thể chất");
            for (String record :
                    List.of(younger.records().get(0), older.records().get(0))) {
                assertThat(accepts(record, "level", "T")).isTrue();
                assertThat(accepts(record, "comment", "Tập đều.")).isTrue();
            }
            _click(button("Hoàn tất"));
            assertThat(_get(SubjectSheetView.class).getElement().getTextRecursively())
                    .contains("Đã hoàn tất 2 dòng, còn 1 dòng chưa đủ")
                    .contains("Còn 1 dòng · đã hoàn tất 2/3");
        });
    }

    @Test
    void onTheHomeroomSheetEveryPupilHasWhatTheOwnGradeHas() {
        at(younger.homeroom(), "so-chu-nhiem", () -> {
            assertThat(_get(HomeroomView.class).getPageTitle())
                    .isEqualTo("Bảng tổng hợp kết quả đánh giá · Lớp 2A, 3A");
            assertThat(accepts(older.records().get(0), "NLD4", "T")).isTrue();
            assertThat(accepts(younger.records().get(0), "NLD4", "T")).isFalse();
            assertThat(accepts(younger.records().get(0), "PC1", "T")).isTrue();
        });
    }

    @Test
    void theRoomIsSignedWithOneConfirmation() {
        fixture.certify(younger);
        for (Opened opened : List.of(younger, older)) {
            fixture.finishAll(opened);
            fixture.sumUp(opened);
        }

        at(younger.homeroom(), "so-chu-nhiem/" + older.classId(), () -> {
            _click(button("Ký học bạ cả lớp (3)"));
            _setValue(_get(PasswordField.class), ClassFixture.PIN);
            _click(button("Ký 3 học bạ"));
        });

        await().until(() -> states().equals(List.of("PRINCIPAL", "PRINCIPAL", "PRINCIPAL")));
        assertThat(jdbc.sql("select grade from year_record where id in (:ids) order by grade")
                        .param(
                                "ids",
                                List.of(
                                        younger.records().get(0),
                                        older.records().get(0)))
                        .query(Integer.class)
                        .list())
                .containsExactly(2, 3);
    }
}
