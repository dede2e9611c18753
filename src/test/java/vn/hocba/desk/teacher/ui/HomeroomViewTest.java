package vn.hocba.desk.teacher.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.ClassFixture;
import vn.hocba.ClassFixture.Opened;
import vn.hocba.desk.ReturnTargets.Taught;
import vn.hocba.desk.ui.BeforeSigning;
import vn.hocba.identity.CurrentUser;
import vn.hocba.record.ClassSheets;
import vn.hocba.record.ClassSheets.HomeroomRow;
import vn.hocba.record.Oddity;
import vn.hocba.record.RecordState;
import vn.hocba.record.Regulations;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Typing;
import vn.hocba.ui.Worksheet;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;

@SuppressWarnings({"rawtypes", "unchecked"})
class HomeroomViewTest extends TeacherScreens {

    @Autowired
    ClassSheets sheets;

    @Autowired
    Batches batches;

    private static String address(Opened opened) {
        return "so-chu-nhiem/" + opened.classId();
    }

    private static List<String> badges() {
        return _find(Badge.class).stream().map(Badge::getText).toList();
    }

    private static Button sign() {
        return _get(
                Button.class,
                spec -> spec.withPredicate(button -> button.getText().startsWith("Ký học bạ cả lớp")));
    }

    private List<RecordState> states(Opened opened) {
        return session.as(opened.homeroom(), () -> sheets.homeroom(opened.classId())).stream()
                .map(HomeroomRow::state)
                .toList();
    }

    private Batches.Progress latestOver(CurrentUser user) {
        return await().until(
                        () -> session.as(user, batches::latest).get(0),
                        progress -> progress.state() != BatchState.RUNNING);
    }

    @Test
    void theOnlyOwnClassOpensByItself() {
        Opened opened = fixture.open(1, 1);

        at(opened.homeroom(), "so-chu-nhiem", () -> assertThat(
                        _get(HomeroomView.class).getPageTitle())
                .isEqualTo("Bảng tổng hợp kết quả đánh giá · Lớp 1A"));
    }

    @Test
    void theSummaryMayBePreparedWhileSubjectsAreOpenButNotSigned() {
        Opened opened = fixture.open(1, 1);
        String id = opened.records().get(0);

        at(opened.homeroom(), address(opened), () -> {
            assertThat(Typing.into(_get(Worksheet.class), id, "PC1", "đ")
                            .get("value")
                            .asText())
                    .isEqualTo("Đ");
            assertThat(badges()).contains("1 em chờ môn học");
            assertThat(sign().isEnabled()).isFalse();
        });
    }

    @Test
    void aRecordThatMovedOnMeanwhileDoesNotStopWhoTypes() {
        Opened opened = fixture.open(1, 1);
        String id = opened.records().get(0);

        at(opened.homeroom(), address(opened), () -> {
            fixture.finishAll(opened);
            assertThat(Typing.into(_get(Worksheet.class), id, "PC1", "T")
                            .get("accepted")
                            .asBoolean())
                    .isTrue();
        });
    }

    @Test
    void theListBeforeSigningNamesOnlyWhatATeacherCanDoSomethingAbout() {
        Opened opened = fixture.open(1, 2);
        fixture.finishAll(opened);
        fixture.sumUp(opened);

        at(opened.homeroom(), address(opened), () -> {
            assertThat(session.as(opened.homeroom(), () -> sheets.homeroom(opened.classId())))
                    .allSatisfy(row -> assertThat(row.oddities()).contains(new Oddity.NoPersonalId()));
            assertThat(_find(BeforeSigning.class)).isEmpty();
            Typing.into(_get(Worksheet.class), opened.records().get(1), "unexcused", "29");
            assertThat(_get(BeforeSigning.class).getElement().getTextRecursively())
                    .contains("Nghỉ nhiều: 30 ngày")
                    .doesNotContain("định danh");
        });
    }

    @Test
    void oneOfTwoReadyRecordsIsCountedAndSignedWithOnePin() {
        Opened opened = fixture.open(1, 2);
        fixture.certify(opened);
        fixture.finishAll(opened);
        fixture.sumUp(opened);

        at(opened.homeroom(), address(opened), () -> {
            Typing.into(_get(Worksheet.class), opened.records().get(1), "comment", "");
            assertThat(badges()).contains("1 em đủ để ký", "1 em còn thiếu");
            assertThat(sign().getText()).isEqualTo("Ký học bạ cả lớp (1)");
            _click(sign());
            _setValue(_get(PasswordField.class), ClassFixture.PIN);
            _click(_get(Button.class, spec -> spec.withText("Ký 1 học bạ")));
        });

        assertThat(latestOver(opened.homeroom()).isComplete()).isTrue();
        assertThat(states(opened)).containsExactly(RecordState.PRINCIPAL, RecordState.HOMEROOM);
    }

    @Test
    void aWrongPinIsToldAndNothingIsSigned() {
        Opened opened = fixture.open(1, 1);
        fixture.certify(opened);
        fixture.finishAll(opened);
        fixture.sumUp(opened);

        at(opened.homeroom(), address(opened), () -> {
            _click(sign());
            _setValue(_get(PasswordField.class), "999999");
            _click(_get(Button.class, spec -> spec.withText("Ký 1 học bạ")));
            assertThat(_get(PasswordField.class).getErrorMessage()).contains("PIN");
            assertThat(batches.latest()).isEmpty();
        });
        assertThat(states(opened)).containsExactly(RecordState.HOMEROOM);
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void chosenRecordsGoBackToChosenSubjectsWithTheReason() {
        Opened opened = fixture.open(1, 2);
        fixture.finishAll(opened);

        at(opened.homeroom(), address(opened), () -> {
            _click(_get(Button.class, spec -> spec.withText("Trả về môn học")));
            CheckboxGroup<HomeroomRow> pupils = _get(CheckboxGroup.class, spec -> spec.withLabel("Học sinh"));
            CheckboxGroup<Taught> subjects = _get(CheckboxGroup.class, spec -> spec.withLabel("Môn cần làm lại"));
            Button go = _get(Button.class, spec -> spec.withText("Trả lại"));
            _click(go);
            assertThat(pupils.isInvalid()).isTrue();
            assertThat(subjects.isInvalid()).isTrue();
            pupils.setValue(Set.of(pupils.getListDataView().getItem(1)));
            subjects.setValue(subjects.getListDataView()
                    .getItems()
                    .filter(taught -> taught.subjectCode().equals("TOAN"))
                    .collect(Collectors.toSet()));
            _setValue(_get(TextArea.class), "Nhận xét chưa khớp với mức đạt được.");
            _click(go);
        });

        assertThat(latestOver(opened.homeroom()).isComplete()).isTrue();
        assertThat(states(opened)).containsExactly(RecordState.HOMEROOM, RecordState.COMMENTING);
    }

    @Autowired
    Regulations regulations;

    @Test
    void theResultStandsBesideTheNameWithItsReasons() {
        Opened opened = fixture.open(1, 1);
        fixture.finishAll(opened);
        fixture.sumUp(opened);
        HomeroomRow row = session.as(opened.homeroom(), () -> sheets.homeroom(opened.classId()))
                .get(0);

        assertThat(new HomeroomRows(regulations.byCode("TT27-2020"), 1, null).summary(row))
                .isEqualTo("Hoàn thành xuất sắc");
    }

    @Test
    void anotherTeachersBookIsRefusedInWords() {
        Opened opened = fixture.open(1, 1);

        at(opened.stranger(), address(opened), () -> assertThatThrownBy(() -> _find(HomeroomView.class))
                .hasMessageContaining("không phải giáo viên chủ nhiệm"));
    }

    @Test
    void aTeacherWithoutAClassLearnsWhomToAsk() {
        Opened opened = fixture.open(1, 1);

        at(opened.stranger(), "so-chu-nhiem", () -> assertThat(_find(Paragraph.class))
                .extracting(Paragraph::getText)
                .anyMatch(words -> words.contains("«Phân công»")));
    }
}
