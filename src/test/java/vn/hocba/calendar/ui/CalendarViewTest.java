package vn.hocba.calendar.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.CalendarHistory;
import vn.hocba.calendar.ChangeCalendar;
import vn.hocba.calendar.DecideDaysOff;
import vn.hocba.calendar.Milestone;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.Session;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;

/** Of a year that no clock reaches, and of one long past. */
@ReleasedRecordsTest
class CalendarViewTest {

    private static final int FUTURE = 2926;
    private static final int PAST = 2015;

    @Autowired
    Calendar calendar;

    @Autowired
    ChangeCalendar change;

    @Autowired
    DecideDaysOff daysOff;

    @Autowired
    CalendarHistory history;

    @Autowired
    Session session;

    @Autowired
    Clock clock;

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
    void theSoSeesWhatFollowsThenDecidesWithAReason() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        classesIn(FUTURE);
        jdbc.sql("update work_item set school_year = ? where year_record_id = ?")
                .params(FUTURE, record)
                .update();
        session.run(school.official(), () -> {
            open(FUTURE);
            assertThat(text()).contains("Đang theo ngày mặc định", "Sở chưa đổi lịch của năm học này");
            _setValue(day("Hạn đóng gói và nộp Sở"), LocalDate.of(2927, 6, 25));
            _click(button("Xem trước thay đổi"));
            assertThat(text())
                    .contains(
                            "Hạn đóng gói và nộp Sở: 20/06/2927 → 25/06/2927",
                            "1 việc đang mở ở các trường sẽ đổi hạn");

            _click(button("Quyết định lịch này"));
            _setValue(_get(TextArea.class), "Công văn 123/SGDĐT-GDPT");
            _click(_find(Button.class, b -> b.withText("Quyết định lịch này")).get(1));

            assertThat(text())
                    .contains("Đang theo quyết định lần 1", "Lần 1", "Phạm Thanh Bình", "Công văn 123/SGDĐT-GDPT");
        });
        assertThat(calendar.of(school.province().id(), FUTURE)
                        .limit(Milestone.SUBMIT)
                        .day())
                .isEqualTo("2927-06-25");
    }

    @Test
    void anotherDateAfterThePreviewMakesItGoAway() {
        classesIn(FUTURE);
        session.run(school.official(), () -> {
            open(FUTURE);
            _setValue(day("Chốt đợt 1"), LocalDate.of(2927, 6, 28));
            _click(button("Xem trước thay đổi"));
            _get(Button.class, b -> b.withText("Quyết định lịch này"));

            _setValue(day("Chốt đợt 1"), LocalDate.of(2927, 6, 27));

            _assertNone(Button.class, b -> b.withText("Quyết định lịch này"));
        });
    }

    @Test
    void theLastMomentIsSaidToTheSecondAndFollowsTheTick() {
        classesIn(FUTURE);
        session.run(school.official(), () -> {
            open(FUTURE);
            assertThat(day("Chốt đợt 1").getHelperText()).isEqualTo("Kịp đến hết 23:59:59 ngày 29/06/2927");

            _setValue(_find(Checkbox.class).get(0), true);

            assertThat(day("Chốt đợt 1").getHelperText()).isEqualTo("Kịp đến hết 23:59:59 ngày 30/06/2927");
            _click(button("Xem trước thay đổi"));
            assertThat(text()).contains("30/06/2927 → 30/06/2927 (tính cả ngày này)");
        });
    }

    @Test
    void whatHasComeCannotBeTyped() {
        classesIn(PAST);
        session.run(school.official(), () -> {
            open(PAST);

            for (String past : new String[] {"Mở làm học bạ năm học", "Chốt đợt 1", "Báo cáo Bộ đợt 2"}) {
                assertThat(day(past).isReadOnly()).as(past).isTrue();
                assertThat(day(past).getHelperText()).isEqualTo("Đã qua, không dời được");
            }
        });
    }

    @Test
    void aMissingDateIsAskedFor() {
        classesIn(FUTURE);
        session.run(school.official(), () -> {
            open(FUTURE);
            _setValue(day("Chốt đợt 2"), null);

            assertThatThrownBy(() -> _click(button("Xem trước thay đổi")))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Chưa có ngày cho «Chốt đợt 2»");
        });
    }

    private void classesIn(int year) {
        jdbc.sql("update school_class set school_year = ? where id = ?")
                .params(year, school.classId())
                .update();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void open(int year) {
        UI.getCurrent().add(new CalendarView(calendar, change, history, daysOff, session, clock));
        Select<Integer> years = _get(Select.class, select -> select.withLabel("Năm học"));
        _setValue(years, year);
    }

    private static DatePicker day(String label) {
        return _get(DatePicker.class, picker -> picker.withLabel(label));
    }

    private static Button button(String words) {
        return _get(Button.class, b -> b.withText(words));
    }

    private static String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }
}
