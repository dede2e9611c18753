package vn.hocba.registry.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.document.ClassPackage;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.Session;
import vn.hocba.registry.CountedAnew;
import vn.hocba.registry.Intake;
import vn.hocba.registry.IntakeBoard;
import vn.hocba.registry.IntakeBoard.Outcome;
import vn.hocba.registry.Policy;
import vn.hocba.registry.ProvincePolicies;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Texts;
import vn.hocba.ui.DataTable;
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

    @Autowired
    JdbcClient jdbc;

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
            assertThat(text()).contains(school.unit().name(), "1 tiếp nhận", "1 không tiếp nhận");
            _setValue(outcome(), Outcome.REJECTED);
            assertThat(answers()).contains("Giàng A Sử", "Không tiếp nhận").doesNotContain("Lò Thị Mai");
        });
    }

    @Test
    void ofManyAnswersTheLatestComeFirstAndTheOthersWhenAsked() {
        List<String> records = world.released(school, "Lò Thị Mai");
        intake.receive(world.pack(school, world.item(records.get(0))));
        for (int i = 1; i <= 60; i++) {
            earlierAnswer(i);
        }
        CountedAnew.of(jdbc);

        session.run(school.official(), () -> {
            UI.getCurrent().add(new IntakeView(board));
            assertThat(answers()).contains("Lò Thị Mai", "BN-SOM-49").doesNotContain("BN-SOM-50");
            _click(_get(Button.class, button -> button.withText("Hiện thêm 11 (còn 11)")));
            assertThat(answers()).contains("Lò Thị Mai", "BN-SOM-50", "BN-SOM-60");
            assertThat(_find(Button.class)).isEmpty();
        });
    }

    /** The same answer again, so many hours before. */
    private void earlierAnswer(int hours) {
        jdbc.sql("insert into receipt select :id, row_version, concat('BN-SOM-', :nr), concat(idempotency_key, :nr),"
                        + " package_id, province_code, school_code, school_name, school_year, class_name, pupil_name, year_record_id,"
                        + " version_no, latest, accepted, reasons, dateadd(hour, -:hours, at) from receipt"
                        + " where school_code = :school and receipt_no not like 'BN-SOM-%'")
                .param("id", Ids.next())
                .param("nr", "%02d".formatted(hours))
                .param("hours", hours)
                .param("school", school.unit().code())
                .update();
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
            _setValue(_get(Checkbox.class, box -> box.withLabel("Hiện nội dung học bạ chưa chốt")), true);
        });

        assertThat(policies.isOn(school.province().code(), Policy.LOOKUP_SHOW_UNFROZEN))
                .isTrue();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Select<Outcome> outcome() {
        return _get(Select.class, select -> select.withLabel("Kết quả"));
    }

    private static String answers() {
        return _get(DataTable.class).getElement().getTextRecursively();
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
