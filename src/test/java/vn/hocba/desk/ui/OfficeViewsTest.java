package vn.hocba.desk.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasUrlParameter;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import vn.hocba.desk.OfficeTest;
import vn.hocba.desk.OfficeWorld;
import vn.hocba.desk.ReturnTargets.Taught;
import vn.hocba.desk.admin.ui.CertificatesView;
import vn.hocba.desk.admin.ui.OpenYearView;
import vn.hocba.desk.clerk.ui.SealingView;
import vn.hocba.desk.principal.ui.ApprovalView;
import vn.hocba.dossier.ui.PupilSearchView;
import vn.hocba.dossier.ui.RecordView;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.shared.Texts;
import vn.hocba.submission.Submissions;
import vn.hocba.ui.EmptyState;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.EngineJobs;
import vn.hocba.workflow.Step;

/** With a world of its own, because here whole classes move on. */
@OfficeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficeViewsTest {

    OfficeWorld world;

    @Autowired
    Session session;

    @Autowired
    Batches batches;

    @Autowired
    Submissions submissions;

    @Autowired
    EngineJobs jobs;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    void ownSchool(OfficeWorld office) {
        world = office.ownOf(OfficeViewsTest.class);
    }

    @BeforeEach
    void aScreen() {
        MockVaadin.setup(new Routes(Set.of(ApprovalView.class, SealingView.class, RecordView.class), Set.of(), true));
        UI.getCurrent().setLocale(Texts.VIETNAMESE);
    }

    @AfterEach
    void end() {
        MockVaadin.tearDown();
    }

    @Test
    void thePrincipalReturnsAPupilToASubjectAndSignsTheRestWithOnePin() {
        world.toPrincipal("2A");
        world.certify(world.someone(Role.PRINCIPAL).staffId());
        session.run(world.someone(Role.PRINCIPAL), () -> {
            open(ApprovalView.class, world.classNamed("2A").id());
            int all = world.records("2A").size();
            String name = _find(NativeButton.class).get(0).getText().replaceFirst("^\\d+\\. ", "");

            _setValue(
                    _get(
                            Checkbox.class,
                            box -> box.withPredicate(b -> b.getAriaLabel()
                                    .filter(("Chọn " + name)::equals)
                                    .isPresent())),
                    true);
            _click(button("Trả lại (1)"));
            returnToMathematics("Điểm Toán nhập nhầm cột, đề nghị xem lại.");
            finishBatch();

            assertThat(text()).contains("Đã xong cả 1.", (all - 1) + " học bạ chờ ký");
            _setValue(
                    _get(Checkbox.class, box -> box.withLabel("Chọn tất cả " + (all - 1) + " học bạ đang chờ")), true);
            _click(button("Ký duyệt (" + (all - 1) + ")"));
            _setValue(_get(PasswordField.class), "000000");
            _click(button("Ký " + (all - 1) + " học bạ"));
            assertThat(_get(PasswordField.class).getErrorMessage()).contains("Mã PIN không đúng");
            _setValue(_get(PasswordField.class), OfficeWorld.PIN);
            _click(button("Ký " + (all - 1) + " học bạ"));
            finishBatch();

            assertThat(text()).contains("Đã xong cả " + (all - 1) + ".", "Không còn học bạ nào chờ bạn ký");
        });
    }

    @Test
    void theClerkSealsAndSubmitsAClassOnOneScreen() {
        world.toClerk("3A");
        world.certify(world.school().id());
        session.run(world.someone(Role.CLERK), () -> {
            String classId = world.classNamed("3A").id();
            int all = world.records("3A").size();
            open(SealingView.class, classId);

            _click(button("Đóng dấu (" + all + ")"));
            _setValue(_get(PasswordField.class), OfficeWorld.PIN);
            _click(button("Ký " + all + " học bạ"));
            finishBatch();

            assertThat(text()).contains("Đã xong cả " + all + ".", "Không có học bạ nào chờ đóng dấu");
            _click(button("Đóng gói và nộp Sở (" + all + ")"));
            _setValue(_get(PasswordField.class), OfficeWorld.PIN);
            _click(button("Ký gói"));
            assertThat(text()).contains(all + " học bạ, đóng gói lúc", "chờ trả lời " + all, "Đang gửi Sở");
            assertThat(UI.getCurrent().getPollInterval()).isPositive();

            jobs.run(submissions
                    .ofYear(world.classNamed("3A").schoolYear())
                    .get(0)
                    .packageId());
            askAgain();
            assertThat(text()).contains("Sở đã tiếp nhận: " + all, "Tiếp nhận " + all, "chờ trả lời 0");
            assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
        });
    }

    @Test
    void aReturnWithoutReasonOrSubjectGoesNowhere() {
        world.toPrincipal("5A");
        session.run(world.someone(Role.PRINCIPAL), () -> {
            open(ApprovalView.class, world.classNamed("5A").id());
            int all = world.records("5A").size();
            _setValue(_get(Checkbox.class, box -> box.withLabel("Chọn tất cả " + all + " học bạ đang chờ")), true);
            _click(button("Trả lại (" + all + ")"));
            _setValue(target(), Step.COMMENTS.name());
            _setValue(_get(TextArea.class), "ngắn");
            _click(button("Trả lại"));

            assertThat(subjects().isInvalid()).isTrue();
            assertThat(_get(TextArea.class).isInvalid()).isTrue();
            assertThat(world.records("5A"))
                    .allMatch(record -> world.state(record).equals("PRINCIPAL"));
        });
    }

    @Test
    void aRecordShowsItsContentHistorySignaturesAndPlace() {
        world.toPrincipal("4A");
        session.run(world.someone(Role.PRINCIPAL), () -> {
            open(RecordView.class, world.records("4A").get(0));
            assertThat(tab(0)).contains("Nội dung đọc từ bản đã ký", "Tiếng Việt");
            assertThat(tab(1)).contains("Mở học bạ năm học", "Chuỗi nhật ký nguyên vẹn");
            assertThat(tab(2)).contains("Giáo viên chủ nhiệm", "Hợp lệ");
            assertThat(tab(3)).contains("Đang dùng");
            assertThat(tab(4)).contains("đang ở đây");
        });
    }

    @Test
    void whoIsSearchedWithoutTonesIsFoundWithALinkToTheRecord() {
        session.run(world.someone(Role.CLERK), () -> {
            open(PupilSearchView.class, null);
            _setValue(_get(TextField.class), "thuy duong");
            _click(button("Tìm"));
            assertThat(text()).contains("Thùy Dương");

            _setValue(_get(TextField.class), "không có ai");
            _click(button("Tìm"));
            _assertOne(EmptyState.class);
        });
    }

    @Test
    void anOpenedYearHasNothingMoreToOpen() {
        session.run(world.someone(Role.SCHOOL_ADMIN), () -> {
            open(OpenYearView.class, null);
            assertThat(text()).contains("Năm học đã mở đủ cho", "Đủ phân công");
            assertThat(_find(Button.class)).isEmpty();
        });
    }

    @Test
    void aCertificateIsIssuedWithAPinAndRevokedWithAReason() {
        String name = world.homeroom("1A").displayName();
        session.run(world.someone(Role.SCHOOL_ADMIN), () -> {
            open(CertificatesView.class, null);
            _click(labelled("Cấp chứng thư chữ ký số cho " + name));
            _setValue(_get(PasswordField.class), "12");
            _click(_find(Button.class).get(_find(Button.class).size() - 1));
            assertThat(_get(PasswordField.class).getErrorMessage()).contains("ít nhất");
            _setValue(_get(PasswordField.class), OfficeWorld.PIN);
            _click(_find(Button.class).get(_find(Button.class).size() - 1));

            _click(labelled("Thu hồi chứng thư chữ ký số của " + name));
            _setValue(_get(TextArea.class), "Nghỉ công tác từ tháng này.");
            _click(button("Thu hồi", true));
            assertThat(text()).contains("Đã thu hồi");
        });
    }

    private <T extends Component> void open(Class<T> view, String parameter) {
        UI.getCurrent().removeAll();
        T screen = view.cast(beans.createBean(view));
        UI.getCurrent().add(screen);
        if (screen instanceof HasUrlParameter<?> parametrised) {
            set(parametrised, parameter);
        }
    }

    @SuppressWarnings("unchecked")
    private static void set(HasUrlParameter<?> view, String parameter) {
        ((HasUrlParameter<String>) view).setParameter(null, parameter);
    }

    private void returnToMathematics(String reason) {
        _setValue(target(), Step.COMMENTS.name());
        CheckboxGroup<Taught> subjects = subjects();
        Taught mathematics = subjects.getListDataView()
                .getItems()
                .filter(taught -> taught.subjectCode().equals("TOAN"))
                .findFirst()
                .orElseThrow();
        _setValue(subjects, Set.of(mathematics));
        _setValue(_get(TextArea.class), reason);
        _click(button("Trả lại"));
    }

    /** Waits for the batch that was just started, then lets the page ask for it once more. */
    private void finishBatch() {
        world.await(batches.latest().get(0).batchId());
        askAgain();
    }

    private static void askAgain() {
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
    }

    private static Button button(String words) {
        return _get(Button.class, button -> button.withText(words));
    }

    private static Button button(String words, boolean withoutLabel) {
        return _get(Button.class, button -> button.withText(words)
                .withPredicate(b -> b.getAriaLabel().isEmpty() == withoutLabel));
    }

    private static Button labelled(String label) {
        return _get(
                Button.class,
                button -> button.withPredicate(
                        b -> b.getAriaLabel().filter(label::equals).isPresent()));
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<String> target() {
        return _get(RadioButtonGroup.class);
    }

    @SuppressWarnings("unchecked")
    private static CheckboxGroup<Taught> subjects() {
        return _get(CheckboxGroup.class);
    }

    private static String tab(int index) {
        TabSheet tabs = _get(TabSheet.class);
        return tabs.getComponent(tabs.getTabAt(index)).getElement().getTextRecursively();
    }

    private static String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }
}
