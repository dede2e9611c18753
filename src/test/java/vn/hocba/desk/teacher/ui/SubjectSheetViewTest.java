package vn.hocba.desk.teacher.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.ClassFixture;
import vn.hocba.ClassFixture.Opened;
import vn.hocba.record.EnterMarks;
import vn.hocba.record.Entry;
import vn.hocba.ui.Typing;
import vn.hocba.ui.Worksheet;

@SuppressWarnings({"rawtypes", "unchecked"})
class SubjectSheetViewTest extends TeacherScreens {

    @Autowired
    EnterMarks enterMarks;

    private static String address(Opened opened, String subject) {
        return "so-mon/" + opened.classId() + "/" + subject;
    }

    private static JsonNode type(String row, String column, String value) {
        return Typing.into(_get(Worksheet.class), row, column, value);
    }

    private static String state() {
        return _find(
                        Span.class,
                        spec -> spec.withPredicate(span -> span.getParent()
                                .filter(parent -> parent.hasClassName("sheet-state"))
                                .isPresent()))
                .get(0)
                .getText();
    }

    @Test
    void theTitleNamesClassAndSubject() {
        Opened opened = fixture.open(4, 1);

        at(opened.homeroom(), address(opened, "TOAN"), () -> assertThat(
                        _get(SubjectSheetView.class).getPageTitle())
                .isEqualTo("Lớp 4A · Toán"));
    }

    @Test
    void whatIsTypedIsStoredAndWhatIsWrongIsRefusedWithItsReason() {
        Opened opened = fixture.open(4, 1);
        String id = opened.records().get(0);

        at(opened.homeroom(), address(opened, "TOAN"), () -> {
            assertThat(type(id, "mark", "9").get("accepted").asBoolean()).isTrue();
            JsonNode refused = type(id, "mark", "7,5");
            assertThat(refused.get("accepted").asBoolean()).isFalse();
            assertThat(refused.get("value").asText()).isEqualTo("9");
            assertThat(refused.get("reason").asText()).contains("số nguyên từ 0 đến 10");
        });
        assertThat(fixture.cell(opened, "TOAN", "mark")).containsEntry(id, "9");
    }

    @Test
    void finishingCountsDownAndListsWhatIsIncompleteAndWhy() {
        Opened opened = fixture.open(1, 2);
        String first = opened.records().get(0);

        at(opened.homeroom(), address(opened, "DD"), () -> {
            assertThat(state()).isEqualTo("Còn 2 dòng · đã hoàn tất 0/2");
            type(first, "level", "t");
            type(first, "comment", "Lễ phép với thầy cô.");
            _click(_get(Button.class, spec -> spec.withText("Hoàn tất")));
            assertThat(state()).isEqualTo("Còn 1 dòng · đã hoàn tất 1/2");
            assertThat(_find(H2.class))
                    .extracting(H2::getText)
                    .containsExactly("Đã hoàn tất 1 dòng, còn 1 dòng chưa đủ");
            assertThat(_get(SubjectSheetView.class).getElement().getTextRecursively())
                    .contains("Lò Thị Mai")
                    .contains("thiếu mức đạt được, thiếu nhận xét");
            assertThat(type(first, "level", "H").get("reason").asText()).contains("Đã hoàn tất");
        });
    }

    @Test
    void aSubjectWithoutATestHasNoColumnForMarks() {
        Opened opened = fixture.open(1, 1);
        String id = opened.records().get(0);

        at(opened.homeroom(), address(opened, "DD"), () -> assertThat(
                        type(id, "mark", "9").get("accepted").asBoolean())
                .isFalse());
    }

    @Test
    void aRowThatSomebodyElseChangedIsNotOverwritten() {
        Opened opened = fixture.open(1, 1);
        String id = opened.records().get(0);

        at(opened.homeroom(), address(opened, "DD"), () -> {
            enterMarks.enter("DD", List.of(new Entry(id, "level", "H", null)));
            JsonNode late = type(id, "level", "T");
            assertThat(late.get("accepted").asBoolean()).isFalse();
            assertThat(late.get("value").asText()).isEqualTo("H");
            assertThat(late.get("reason").asText()).contains("vừa được sửa ở nơi khác");
            assertThat(late.get("conflict").asBoolean()).isTrue();
            assertThat(type(id, "level", "T").get("accepted").asBoolean()).isTrue();
        });
    }

    @Test
    void anotherCellOfARowThatSomebodyElseChangedIsStoredAndTheirsIsKept() {
        Opened opened = fixture.open(1, 1);
        String id = opened.records().get(0);

        at(opened.homeroom(), address(opened, "DD"), () -> {
            enterMarks.enter("DD", List.of(new Entry(id, "comment", "Lễ phép.", null)));
            assertThat(type(id, "level", "T").get("accepted").asBoolean()).isTrue();
            JsonNode blind = Typing.over(_get(Worksheet.class), id, "comment", "Ngoan.", "");
            assertThat(blind.get("accepted").asBoolean()).isFalse();
            assertThat(blind.get("conflict").asBoolean()).isTrue();
            assertThat(blind.get("value").asText()).isEqualTo("Lễ phép.");
            assertThat(Typing.over(_get(Worksheet.class), id, "comment", "Ngoan.", "Lễ phép.")
                            .get("accepted")
                            .asBoolean())
                    .isTrue();
        });
        assertThat(fixture.cell(opened, "DD", "level")).containsEntry(id, "T");
    }

    @Test
    void whatSomebodyElseTypedJustTheSameIsNoConflict() {
        Opened opened = fixture.open(1, 1);
        String id = opened.records().get(0);

        at(opened.homeroom(), address(opened, "DD"), () -> {
            enterMarks.enter("DD", List.of(new Entry(id, "level", "H", null)));
            assertThat(type(id, "level", "H").get("accepted").asBoolean()).isTrue();
        });
    }

    @Test
    void returnedRowsAreOnTopWithTheirReason() {
        Opened opened = fixture.open(1, 2);
        fixture.finishAll(opened);
        fixture.sendBack(opened, opened.records().get(1), "TOAN", "Mức T nhưng điểm chỉ là 6.");

        at(opened.homeroom(), address(opened, "TOAN"), () -> {
            assertThat(_find(H2.class)).extracting(H2::getText).containsExactly("Bị trả lại – cần sửa trước");
            assertThat(_get(SubjectSheetView.class).getElement().getTextRecursively())
                    .contains("Lò Thị Mai")
                    .contains("Mức T nhưng điểm chỉ là 6.");
        });
    }

    @Test
    void theOtherSubjectsOfTheTeacherAreOneClickAway() {
        Opened opened = fixture.open(1, 1);

        at(opened.homeroom(), address(opened, "TOAN"), () -> assertThat(_find(RouterLink.class))
                .extracting(RouterLink::getText)
                .contains("Tiếng Việt", "Toán", "Đạo đức")
                .doesNotContain("Giáo dục thể chất"));
    }

    @Test
    void aForeignTeacherIsRefusedInWords() {
        Opened opened = fixture.open(1, 1);

        at(opened.stranger(), address(opened, "TOAN"), () -> assertThatThrownBy(() -> _find(SubjectSheetView.class))
                .hasMessageContaining("không có học sinh nào thuộc môn bạn dạy"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void anOwnSentenceIsOfferedFirst() {
        Opened opened = fixture.open(1, 1);
        String id = opened.records().get(0);

        at(opened.specialist(), address(opened, ClassFixture.SPECIALIST), () -> {
            type(id, "level", "T");
            _click(_get(Button.class, spec -> spec.withText("Nhận xét mẫu của tôi")));
            _setValue(_get(Select.class), "T");
            _setValue(_get(TextArea.class), "Chạy nhanh, bền sức.");
            _click(_get(Button.class, spec -> spec.withText("Thêm")));
            assertThat(Typing.offers(_get(Worksheet.class), id, "comment")).startsWith("[\"Chạy nhanh, bền sức.\"");
        });
    }
}
