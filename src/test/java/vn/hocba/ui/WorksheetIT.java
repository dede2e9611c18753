package vn.hocba.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

class WorksheetIT extends WorksheetScreens {

    @Test
    void aTypedLetterIsShownLargeAndEnterGoesDownAndBothAreSaved() {
        cell("Nguyễn Văn An, Mức đạt được").click();
        page.keyboard().type("t");
        page.keyboard().press("Enter");
        page.keyboard().type("h");
        page.keyboard().press("ArrowRight");
        page.keyboard().type("9");
        isSaved();
        assertThat(cell("Lò Thị Mai, Điểm KTĐK")).isFocused();
        assertThat(WorksheetSampleView.STORED)
                .containsEntry("p1/level", "T")
                .containsEntry("p2/level", "H")
                .containsEntry("p2/mark", "9");
    }

    @Test
    void pupilsHaveTheirNumbersOfTheClassListWhereOneHasLeft() {
        assertThat(page.getByRole(AriaRole.ROWHEADER).nth(6)).hasText("7. Lò Thị Khôi");
        assertThat(page.getByRole(AriaRole.ROWHEADER).nth(7)).hasText("9. H'Mari Niê");
    }

    @Test
    void typingReplacesAndF2EditsAndEscapeBringsTheOldWordsBack() {
        cell("Nguyễn Văn An, Nhận xét").click();
        page.keyboard().type("Em đọc to");
        page.keyboard().press("Enter");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("F2");
        page.keyboard().type(", rõ");
        assertThat(cell("Nguyễn Văn An, Nhận xét")).hasValue("Em đọc to, rõ");
        page.keyboard().press("Escape");
        assertThat(cell("Nguyễn Văn An, Nhận xét")).hasValue("Em đọc to");
        page.keyboard().type("Khác");
        assertThat(cell("Nguyễn Văn An, Nhận xét")).hasValue("Khác");
    }

    @Test
    void aBlockFromExcelIsPastedInOneGoAndCanBeTakenBack() {
        cell("Nguyễn Văn An, Mức đạt được").click();
        paste("T\t10\t\"Dòng một\nDòng \"\"hai\"\"\"\r\nH\t7\tĐọc tốt\r\n");
        isSaved();
        assertThat(cell("Nguyễn Văn An, Nhận xét")).hasValue("Dòng một\nDòng \"hai\"");
        assertThat(WorksheetSampleView.STORED)
                .containsEntry("p2/comment", "Đọc tốt")
                .hasSize(6);
        Browser.picture(page, "worksheet-pasted-1366");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hoàn tác"))
                .click();
        assertThat(cell("Lò Thị Mai, Điểm KTĐK")).hasValue("");
    }

    @Test
    void lockedAndExemptCellsStayAsTheyAreAndAreCounted() {
        cell("Quàng Văn Đức, Mức đạt được").click();
        paste("T\t8\r\nH\t9");
        assertThat(page.locator(".ws-status")).containsText("3 ô bị bỏ qua");
        isSaved();
        assertThat(WorksheetSampleView.STORED).containsOnlyKeys("p5/level");
    }

    @Test
    void aRefusedValueStaysVisibleWithItsReasonAndSurvivesAReload() {
        cell("Vừ A Páo, Mức đạt được").click();
        page.keyboard().type("x");
        page.keyboard().press("Enter");
        Locator problem = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Vừ A Páo, Mức đạt được: Mức chỉ gồm T, H, C."));
        assertThat(problem).isVisible();
        page.reload();
        assertThat(cell("Vừ A Páo, Mức đạt được")).hasValue("X");
        problem.click();
        assertThat(cell("Vừ A Páo, Mức đạt được")).isFocused();
        page.keyboard().type("c");
        assertThat(problem).hasCount(0);
    }

    @Test
    void shiftSelectsCellsWhichAreCopiedClearedAndFilledDown() {
        cell("Nguyễn Văn An, Mức đạt được").click();
        page.keyboard().type("t");
        page.keyboard().press("Enter");
        page.keyboard().press("ArrowUp");
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("Shift+ArrowDown");
        }
        page.keyboard().press("Control+d");
        assertThat(cell("Trần Thị Hồng, Mức đạt được")).hasValue("T");
        page.keyboard().press("Control+c");
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("T\r\nT\r\nT\r\nT");
        page.keyboard().press("Delete");
        assertThat(cell("Trần Thị Hồng, Mức đạt được")).hasValue("");
        page.keyboard().press("Control+z");
        assertThat(cell("Trần Thị Hồng, Mức đạt được")).hasValue("T");
    }

    @Test
    void theBankOfCommentsOpensWithF4AndIsChosenFromByKeyboard() {
        cell("Nguyễn Văn An, Nhận xét").click();
        page.keyboard().type("Chăm học.");
        page.keyboard().press("F4");
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(2);
        Browser.picture(page, "worksheet-bank-1366");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(cell("Nguyễn Văn An, Nhận xét")).hasValue("Chăm học. Cần luyện tính nhẩm thêm.");
    }

    @Test
    void theLastLettersAreSavedWhenTheNextClickLeadsAway() {
        cell("Nguyễn Văn An, Nhận xét").click();
        page.keyboard().type("Em ngoan");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Trang mẫu"))
                .click();
        assertThat(page.getByText("Không có việc nào đang chờ")).isVisible();
        assertThat(WorksheetSampleView.STORED).containsEntry("p1/comment", "Em ngoan");
    }

    @Test
    void itIsReadableOnAPhone(Browser browser) {
        cell("Nguyễn Văn An, Mức đạt được").click();
        paste("T\t10\tEm đọc to, rõ; cần luyện viết thêm, đã tiến bộ nhiều trong học kỳ hai\r\nX\t7,5\tĐọc tốt\r\n");
        isSaved();
        Browser.picture(page, "worksheet-1366");
        page.setViewportSize(390, 844);
        Browser.picture(page, "worksheet-390");
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= 390"))
                .isTrue();
    }
}
