package vn.hocba.lookup.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.Session;
import vn.hocba.lookup.AskSchool;
import vn.hocba.lookup.LookUp;
import vn.hocba.registry.Intake;
import vn.hocba.registry.Policy;
import vn.hocba.registry.ProvincePolicies;
import vn.hocba.shared.Texts;

@ReleasedRecordsTest
class LookupViewTest {

    @Autowired
    LookUp lookUp;

    @Autowired
    AskSchool askSchool;

    @Autowired
    Intake intake;

    @Autowired
    ProvincePolicies policies;

    @Autowired
    Session session;

    @Autowired
    ReleasedRecords world;

    private School school;
    private String code;

    @BeforeEach
    void theFormOfAnAcceptedRecord() {
        school = world.school();
        String record = world.released(school, "Lò Thị Mai").get(0);
        code = world.content(record).lookupCode();
        intake.receive(world.pack(school, world.item(record)));
        session.run(school.official(), () -> policies.set(Policy.LOOKUP_SHOW_UNFROZEN, true));
        MockVaadin.setup();
        UI.getCurrent().setLocale(Texts.VIETNAMESE);
        UI.getCurrent().add(new LookupView(lookUp, askSchool));
    }

    @AfterEach
    void end() {
        MockVaadin.tearDown();
    }

    @Test
    void codeAndBirthDateShowTheRecordWithItsStateAndDocuments() {
        find("05/09/2020");

        assertThat(text())
                .contains("Lò Thị Mai", "Sở đã tiếp nhận, chưa chốt", "Chưa chốt, chưa có hiệu lực", "Học tốt.");
        _assertOne(Anchor.class, link -> link.withText("Tải bản in (PDF)"));
        _assertOne(Anchor.class, link -> link.withText("Tải bản gốc (XML)"));
    }

    @Test
    void aWrongDateIsToldWithoutSayingWhichOfTheTwoIsWrong() {
        find("06/09/2020");

        assertThat(text()).contains("Không có học bạ nào khớp với mã tra cứu và ngày sinh này");
        _assertNone(Anchor.class);
    }

    @Test
    void whatTheProvinceHidesShowsItsStateOnly() {
        session.run(school.official(), () -> policies.set(Policy.LOOKUP_SHOW_UNFROZEN, false));

        find("05/09/2020");

        assertThat(text())
                .contains("Sở đã tiếp nhận, chưa chốt", "Nội dung chỉ hiện khi học bạ đã chốt")
                .doesNotContain("Lò Thị Mai");
        _assertNone(Anchor.class);
    }

    @Test
    void aVisitorWritesToTheSchoolAndReadsTheAnswerLater() {
        find("05/09/2020");
        _click(_get(Button.class, button -> button.withText("Viết đề nghị")));
        _setValue(_get(TextArea.class), "ngắn");
        _setValue(_get(TextField.class, field -> field.withLabel("Họ tên người đề nghị")), "Lò Văn Cha");
        _click(_get(Button.class, button -> button.withText("Gửi đề nghị")));
        assertThat(text()).contains("Hãy ghi rõ đề nghị, ít nhất 10 chữ cái");

        _setValue(_get(TextArea.class), "Cháu cần một bản sao học bạ để nộp hồ sơ.");
        _click(_get(Button.class, button -> button.withText("Gửi đề nghị")));
        Matcher receipt = Pattern.compile("Mã đề nghị là ([0-9a-f]{8})").matcher(text());
        assertThat(receipt.find()).isTrue();

        _click(_get(Button.class, button -> button.withText("Quay lại")));
        _get(TextField.class, field -> field.withLabel("Mã đề nghị"));

        UI.getCurrent().removeAll();
        UI.getCurrent().add(new LookupView(lookUp, askSchool));
        find("05/09/2020");
        _setValue(_get(TextField.class, field -> field.withLabel("Mã đề nghị")), receipt.group(1));
        _click(_get(Button.class, button -> button.withText("Xem trả lời")));
        assertThat(text()).contains("Chờ trường trả lời, chậm nhất ngày", "Cháu cần một bản sao học bạ");
        _click(_get(Button.class, button -> button.withText("Quay lại")));
        _get(Button.class, button -> button.withText("Viết đề nghị"));
    }

    private void find(String birthDate) {
        _setValue(
                _get(TextField.class, field -> field.withLabel("Mã tra cứu")), code.toUpperCase(java.util.Locale.ROOT));
        _setValue(_get(TextField.class, field -> field.withLabel("Ngày sinh của học sinh")), birthDate);
        _click(_get(Button.class, button -> button.withText("Tra cứu")));
    }

    private static String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }
}
