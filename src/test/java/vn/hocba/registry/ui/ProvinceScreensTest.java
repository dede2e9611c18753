package vn.hocba.registry.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.document.ClassPackage;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.Session;
import vn.hocba.registry.Intake;
import vn.hocba.registry.IntakeBoard;
import vn.hocba.registry.IntakeBoard.Answer;
import vn.hocba.registry.IntakeBoard.Outcome;
import vn.hocba.registry.Policy;
import vn.hocba.registry.ProvincePolicies;
import vn.hocba.shared.Texts;
import vn.hocba.ui.EmptyState;

@ReleasedRecordsTest
class ProvinceScreensTest {

    @Autowired
    Intake intake;

    @Autowired
    IntakeBoard board;

    @Autowired
    ProvincePolicies policies;

    @Autowired
    Session session;

    @Autowired
    ReleasedRecords world;

    private School school;

    @BeforeEach
    void aScreen() {
        school = world.school();
        MockVaadin.setup();
        UI.getCurrent().setLocale(Texts.VIETNAMESE);
    }

    @AfterEach
    void end() {
        MockVaadin.tearDown();
    }

    @Test
    void theIntakeShowsCountsPerSchoolAndTheReasonsOfWhatWasRejected() {
        List<String> records = world.released(school, "Lò Thị Mai", "Giàng A Sử");
        intake.receive(world.pack(
                school,
                world.item(records.get(0)),
                new ClassPackage.Item(records.get(1), 1, tampered(world.packet(records.get(1))))));

        session.run(school.official(), () -> {
            UI.getCurrent().add(new IntakeView(board));
            assertThat(text()).contains(school.unit().name(), "1 tiếp nhận", "1 từ chối");
            _setValue(outcome(), Outcome.REJECTED);
            assertThat(answers()).singleElement().satisfies(answer -> {
                assertThat(answer.pupilName()).isEqualTo("Giàng A Sử");
                assertThat(answer.reasons()).isNotBlank();
            });
        });
    }

    @Test
    void beforeAnythingCameInTheIntakeSaysWhatWillBeHere() {
        session.run(school.official(), () -> {
            UI.getCurrent().add(new IntakeView(board));
            _assertOne(EmptyState.class);
        });
    }

    @Test
    void theSwitchOfAPolicyTakesEffectAtOnce() {
        session.run(school.official(), () -> {
            UI.getCurrent().add(new PoliciesView(policies));
            _setValue(_get(Checkbox.class), false);
        });

        assertThat(policies.isOn(school.province().code(), Policy.LOOKUP_SHOW_UNFROZEN))
                .isFalse();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Select<Outcome> outcome() {
        return _get(Select.class, select -> select.withLabel("Kết quả"));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<Answer> answers() {
        return GridKt._findAll(_get(Grid.class));
    }

    private static byte[] tampered(byte[] packet) {
        return new String(packet, StandardCharsets.UTF_8)
                .replace("Chăm ngoan.", "Chăm ngoan, giỏi.")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }
}
