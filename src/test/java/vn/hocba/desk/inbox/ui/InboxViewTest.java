package vn.hocba.desk.inbox.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hocba.ClassFixture;
import vn.hocba.ClassFixture.Opened;
import vn.hocba.desk.teacher.ui.SubjectSheetView;
import vn.hocba.desk.teacher.ui.TeacherScreens;
import vn.hocba.ui.Card;

class InboxViewTest extends TeacherScreens {

    private static final String ADDRESS = "viec-cua-toi";
    private static final String REASON = "Nhận xét chưa khớp với mức đạt được.";

    private static List<String> headings() {
        return _find(H2.class).stream().map(H2::getText).toList();
    }

    private static List<String> titles() {
        return _find(Span.class, spec -> spec.withClasses("line-title")).stream()
                .map(Span::getText)
                .toList();
    }

    @Test
    void workIsGroupedByStepClassAndSubject() {
        Opened opened = fixture.open(1, 3);

        at(opened.homeroom(), ADDRESS, () -> {
            assertThat(headings()).containsExactly("Đánh giá, nhận xét môn học");
            assertThat(titles())
                    .startsWith("Lớp 1A · Tiếng Việt", "Lớp 1A · Toán", "Lớp 1A · Đạo đức")
                    .doesNotContain("Lớp 1A · Giáo dục thể chất");
            assertThat(_find(Span.class, spec -> spec.withText("Chưa bắt đầu · 3 em")))
                    .hasSize(titles().size());
        });
    }

    @Test
    void theGreetingCountsWhatIsLeft() {
        Opened opened = fixture.open(1, 3);

        at(opened.specialist(), ADDRESS, () -> assertThat(
                        _find(Paragraph.class).get(0).getText())
                .startsWith("Chào Quàng Văn Đức. Còn 3 việc trong 1 nhóm."));
    }

    @Test
    void aGroupThatWasBegunSaysHowFarItIs() {
        Opened opened = fixture.open(1, 2);
        fixture.finishAll(opened);
        fixture.sendBack(opened, opened.records().get(0), ClassFixture.SPECIALIST, REASON);

        at(opened.specialist(), ADDRESS, () -> {
            assertThat(_find(Span.class, spec -> spec.withText("Xong 1/2 · còn 1")))
                    .hasSize(1);
            assertThat(_find(Button.class, spec -> spec.withText("Làm tiếp"))).hasSize(1);
        });
    }

    @Test
    void whatCameBackIsOnTopWithItsReason() {
        Opened opened = fixture.open(1, 2);
        fixture.finishAll(opened);
        fixture.sendBack(opened, opened.records().get(1), ClassFixture.SPECIALIST, REASON);

        at(opened.specialist(), ADDRESS, () -> {
            assertThat(headings()).startsWith("Bị trả lại – cần sửa trước");
            assertThat(titles()).startsWith("Lò Thị Mai · 1A · Giáo dục thể chất");
            Card card = _find(Card.class).get(0);
            assertThat(card.getElement().getTextRecursively()).contains(REASON).contains("Nguyễn Thị Lan (Giáo viên)");
        });
    }

    @Test
    void mendingLeadsToTheSheetOfTheSubject() {
        Opened opened = fixture.open(1, 2);
        fixture.finishAll(opened);
        fixture.sendBack(opened, opened.records().get(1), ClassFixture.SPECIALIST, REASON);

        at(opened.specialist(), ADDRESS, () -> {
            _click(_get(Button.class, spec -> spec.withText("Sửa")));
            assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                    .isEqualTo("so-mon/" + opened.classId() + "/" + ClassFixture.SPECIALIST + "?em="
                            + opened.records().get(1));
            assertThat(_get(SubjectSheetView.class).getPageTitle()).isEqualTo("Lớp 1A · Giáo dục thể chất");
        });
    }

    @Test
    void anEmptyInboxSaysWhatToDo() {
        Opened opened = fixture.open(1, 1);

        at(opened.stranger(), ADDRESS, () -> assertThat(headings()).containsExactly("Không có việc nào đang chờ"));
    }

    @Test
    void theMenuOffersTheHomeroomBookToHomeroomTeachers() {
        Opened opened = fixture.open(1, 1);

        at(opened.homeroom(), ADDRESS, () -> assertThat(_find(SideNavItem.class))
                .extracting(SideNavItem::getLabel)
                .contains("Việc của tôi", "Bảng tổng hợp kết quả đánh giá"));
    }

    @Test
    void aTeacherWithoutAClassHasNoHomeroomBookInTheMenu() {
        Opened opened = fixture.open(1, 1);

        at(opened.specialist(), ADDRESS, () -> assertThat(_find(SideNavItem.class))
                .extracting(SideNavItem::getLabel)
                .contains("Việc của tôi")
                .doesNotContain("Bảng tổng hợp kết quả đánh giá"));
    }
}
