package vn.hocba.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.ui.BatchProgress.Failure;
import vn.hocba.ui.BatchProgress.Progress;
import vn.hocba.ui.BatchProgress.State;
import vn.hocba.ui.BatchProgress.Waiting;

class SharedPartsTest {

    @BeforeEach
    void aScreen() {
        MockVaadin.setup();
        UI.getCurrent().setLocale(Texts.VIETNAMESE);
    }

    @AfterEach
    void end() {
        MockVaadin.tearDown();
    }

    @Test
    void whatIsSignedIsCalledByItsNameInTheDialog() {
        PinDialog dialog = new PinDialog(ToBeSigned.rows(2), "Môn Toán, lớp 4A", "Nguyễn Thị Lan", pin -> {});
        assertThat(dialog.getHeaderTitle()).isEqualTo("Ký số 2 dòng");
        assertThat(ToBeSigned.rows(2).counted()).isEqualTo("Số dòng");
        assertThat(ToBeSigned.packageOf(38).title()).isEqualTo("Ký số gói gồm 38 học bạ");
        assertThat(ToBeSigned.reportOf(60).action()).isEqualTo("Ký báo cáo");
        assertThat(ToBeSigned.records(38).title()).isEqualTo("Ký số 38 học bạ");
    }

    @Test
    void thePinIsHandedOverOnceAndOverwrittenAfterwards() {
        AtomicReference<char[]> seen = new AtomicReference<>();
        List<String> typed = new ArrayList<>();
        PinDialog dialog = new PinDialog(ToBeSigned.records(38), "Học bạ lớp 4A", "Nguyễn Thị Lan", pin -> {
            typed.add(new String(pin));
            seen.set(pin);
        });
        dialog.open();
        _setValue(_get(PasswordField.class), "123456");
        _click(_get(Button.class, button -> button.withText("Ký 38 học bạ")));
        assertThat(typed).containsExactly("123456");
        assertThat(seen.get()).containsOnly('\0');
        assertThat(dialog.isOpened()).isFalse();
    }

    @Test
    void aWrongPinIsToldAndTheDialogStaysWithAnEmptyField() {
        PinDialog dialog = new PinDialog(ToBeSigned.records(1), "Học bạ", "Nguyễn Thị Lan", pin -> {
            throw Refused.notNow("uitest.refused");
        });
        dialog.open();
        _setValue(_get(PasswordField.class), "000000");
        _click(_get(Button.class, button -> button.withText("Ký 1 học bạ")));
        assertThat(dialog.isOpened()).isTrue();
        assertThat(_get(PasswordField.class).getErrorMessage()).startsWith("Học bạ này đã ký.");
        assertThat(_get(PasswordField.class).getValue()).isEmpty();
    }

    @Test
    void aDoubleClickOpensOneDialogWhicheverItIs() {
        for (int click = 0; click < 2; click++) {
            new PinDialog(ToBeSigned.records(38), "Học bạ lớp 4A", "Nguyễn Thị Lan", pin -> {}).open();
            new ReasonDialog("Trả lại", "Cô Lan sẽ đọc.", 10, "Trả lại", reason -> {}).open();
            Question.ask("Đóng dấu 38 học bạ?", "Không sửa được nữa.", "Đóng dấu", () -> {});
        }
        assertThat(_find(PinDialog.class)).hasSize(1);
        assertThat(_find(ReasonDialog.class)).hasSize(1);
        assertThat(_find(ConfirmDialog.class)).hasSize(1);

        _get(ReasonDialog.class).close();
        new ReasonDialog("Trả lại 2 học bạ", "Cô Lan sẽ đọc.", 10, "Trả lại", reason -> {}).open();
        assertThat(_find(ReasonDialog.class))
                .extracting(ReasonDialog::getHeaderTitle)
                .contains("Trả lại 2 học bạ");
    }

    @Test
    void theSecondClickOfADoubleClickDoesNothingMore() {
        List<String> reasons = new ArrayList<>();
        new ReasonDialog("Trả lại", "Cô Lan sẽ đọc.", 10, "Trả lại", reasons::add).open();
        _setValue(_get(TextArea.class), "Mức đạt được không khớp nhận xét");
        Button submit = _get(Button.class, button -> button.withText("Trả lại"));
        submit.click();
        submit.click();
        assertThat(reasons).hasSize(1);
    }

    @Test
    void aReasonThatSaysNothingIsNotTaken() {
        List<String> reasons = new ArrayList<>();
        ReasonDialog dialog = new ReasonDialog("Trả lại", "Cô Lan sẽ đọc.", 10, "Trả lại", reasons::add);
        dialog.open();
        _setValue(_get(TextArea.class), "sai");
        _click(_get(Button.class, button -> button.withText("Trả lại")));
        assertThat(reasons).isEmpty();
        _setValue(_get(TextArea.class), " Mức đạt được  không khớp nhận xét ");
        _click(_get(Button.class, button -> button.withText("Trả lại")));
        assertThat(reasons).containsExactly("Mức đạt được không khớp nhận xét");
        assertThat(dialog.isOpened()).isFalse();
    }

    private static String verdictOn(Progress progress) {
        BatchProgress shown = new BatchProgress(() -> progress, () -> {});
        UI.getCurrent().add(shown);
        return _get(shown, Paragraph.class).getText();
    }

    @Test
    void doneIsSaidOnlyWhenNothingFailed() {
        assertThat(verdictOn(new Progress(45, 45, 0, 0, State.FINISHED, null, List.of())))
                .isEqualTo("Đã xong cả 45.");
        assertThat(verdictOn(new Progress(
                        45,
                        44,
                        0,
                        1,
                        State.FINISHED,
                        null,
                        List.of(new Failure("Lò Thị Mai", "chứng thư chữ ký số hết hạn")))))
                .startsWith("Xong 44, chưa được 1.");
        assertThat(verdictOn(new Progress(45, 0, 0, 1, State.STOPPED, null, List.of())))
                .isEqualTo("Đã dừng giữa chừng: xong 0, chưa làm 45.");
    }

    @Test
    void pollingRunsOnlyWhileTheBatchDoes() {
        AtomicReference<Progress> now = new AtomicReference<>(new Progress(2, 1, 0, 0, State.RUNNING, null, List.of()));
        List<String> over = new ArrayList<>();
        UI.getCurrent().add(new BatchProgress(now::get, () -> over.add("over")));
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(400);
        now.set(new Progress(2, 2, 0, 0, State.FINISHED, null, List.of()));
        com.vaadin.flow.component.ComponentUtil.fireEvent(
                UI.getCurrent(), new com.vaadin.flow.component.PollEvent(UI.getCurrent(), true));
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
        assertThat(over).hasSize(1);
    }

    @Test
    void whileAPersonHasToConfirmElsewhereItSaysWhereAndIsNotDrawnAnew() {
        Waiting asked = new Waiting("Xác nhận trên điện thoại", "https://ky.example/1", "73 15", Instant.EPOCH);
        Progress waiting = new Progress(2, 0, 0, 0, State.WAITING, null, asked, List.of());
        BatchProgress shown = new BatchProgress(() -> waiting, () -> {});
        UI.getCurrent().add(shown);
        Anchor link = _get(shown, Anchor.class);

        com.vaadin.flow.component.ComponentUtil.fireEvent(
                UI.getCurrent(), new com.vaadin.flow.component.PollEvent(UI.getCurrent(), true));

        assertThat(link.getHref()).isEqualTo("https://ky.example/1");
        assertThat(_get(shown, Anchor.class)).isSameAs(link);
        assertThat(_get(shown, Span.class, span -> span.withText("73 15")).isVisible())
                .isTrue();
        assertThat(_get(shown, Paragraph.class, words -> words.withText("Xác nhận trên điện thoại")))
                .isNotNull();
    }

    @Test
    void thePageIsAskedAsOftenAsTheMostImpatientPartWantsAndNoLongerThanOneIsThere() {
        Polling calm = new Polling(2000, () -> {});
        Polling eager = new Polling(400, () -> {});
        UI.getCurrent().add(calm, eager);
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(400);
        UI.getCurrent().remove(eager);
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(2000);
        UI.getCurrent().remove(calm);
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }

    @Test
    void theDiagramViewerLiesWhereThePageAsksForIt() {
        assertThat(List.of(ProcessDiagram.VIEWER_SCRIPT, ProcessDiagram.VIEWER_STYLE))
                .allSatisfy(file -> assertThat(getClass().getResource("/META-INF/resources/" + file))
                        .isNotNull());
    }
}
