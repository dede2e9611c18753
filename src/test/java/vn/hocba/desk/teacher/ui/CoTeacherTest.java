package vn.hocba.desk.teacher.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.ClassFixture;
import vn.hocba.ClassFixture.Opened;
import vn.hocba.desk.teacher.FinishSubject;
import vn.hocba.record.ClassSheets;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;
import vn.hocba.ui.Typing;
import vn.hocba.ui.Worksheet;

/** Two teachers of one subject in a class: one answers for it, the other enters too. */
class CoTeacherTest extends TeacherScreens {

    private static final String SUBJECT = ClassFixture.SPECIALIST;

    @Autowired
    FinishSubject finishSubject;

    @Autowired
    ClassSheets sheets;

    @Autowired
    JdbcClient jdbc;

    private Opened opened;
    private String record;

    @BeforeEach
    void aSecondTeacher() {
        opened = fixture.open(1, 1);
        record = opened.records().get(0);
        jdbc.sql("insert into co_teacher (id, row_version, class_id, subject_code, staff_id) values (?, 0, ?, ?, ?)")
                .params(Ids.next(), opened.classId(), SUBJECT, opened.stranger().staffId())
                .update();
    }

    @Test
    void theSecondFindsTheSheetInTheInboxEntersAndLeavesFinishingToWhoAnswers() {
        at(opened.stranger(), "viec-cua-toi", () -> assertThat(
                        _find(Span.class, spec -> spec.withClasses("line-title")))
                .extracting(Span::getText)
                .containsExactly("Lớp 1A · Giáo dục thể chất"));
        at(opened.stranger(), "so-mon/" + opened.classId() + "/" + SUBJECT, () -> {
            assertThat(_find(Button.class, spec -> spec.withText("Hoàn tất"))).isEmpty();
            assertThat(Typing.into(_get(Worksheet.class), record, "level", "T")
                            .get("accepted")
                            .asBoolean())
                    .isTrue();
            Typing.into(_get(Worksheet.class), record, "comment", "Tập đều.");
        });
        assertThat(session.as(opened.stranger(), () -> finishSubject.finish(opened.classId(), SUBJECT))
                        .incomplete())
                .singleElement()
                .satisfies(left -> assertThat(left.reason()).contains("không được phân công"));

        assertThat(session.as(opened.specialist(), () -> finishSubject.finish(opened.classId(), SUBJECT))
                        .finished())
                .isOne();
        at(opened.stranger(), "viec-cua-toi", () -> assertThat(
                        _find(Span.class, spec -> spec.withClasses("line-title")))
                .isEmpty());
    }

    @Test
    void nothingElseOfTheClassIsOpenToTheSecond() {
        assertThatThrownBy(() -> session.as(opened.stranger(), () -> sheets.subject(opened.classId(), "TOAN")))
                .isInstanceOf(Refused.class);
        assertThat(session.as(opened.stranger(), () -> sheets.ownSubjects(opened.classId())))
                .hasSize(1);
        assertThat(List.copyOf(session.as(opened.homeroom(), () -> sheets.ownSubjects(opened.classId()))))
                .noneMatch(part -> part.code().equals(SUBJECT));
    }
}
