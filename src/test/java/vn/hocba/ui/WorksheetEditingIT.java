package vn.hocba.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Nothing but the edit that was meant changes: with the keys an input method sends, with pastes of all kinds, and with undo and redo. */
class WorksheetEditingIT extends WorksheetScreens {

    private static final String FIRST = "Nguyễn Văn An, Nhận xét";
    private static final String SECOND = "Lò Thị Mai, Nhận xét";
    private static final String THIRD = "Vừ A Páo, Nhận xét";

    private void threeComments() {
        cell(FIRST).click();
        paste("Đọc tốt\nViết đẹp\nTính nhanh");
        isSaved();
    }

    @Test
    void undoTakesBackTheLastEditOnlyAndRedoDoesItAgain() {
        cell("Nguyễn Văn An, Mức đạt được").click();
        paste("T\t10\tĐọc tốt\nH\t7\tViết đẹp\nH\t8\tTính nhanh");
        cell(SECOND).click();
        page.keyboard().type("Viết rất đẹp");
        press("Enter");
        page.keyboard().type("Tính rất nhanh");
        press("Control+z");
        assertThat(cell(THIRD)).hasValue("Tính nhanh");
        assertThat(cell(SECOND)).hasValue("Viết rất đẹp");
        assertThat(cell("Nguyễn Văn An, Điểm KTĐK")).hasValue("10");
        button("Làm lại").click();
        assertThat(cell(THIRD)).hasValue("Tính rất nhanh");
        press("Control+z", "Control+z", "Control+z");
        assertThat(cell("Nguyễn Văn An, Điểm KTĐK")).hasValue("");
        assertThat(cell(SECOND)).hasValue("");
        assertThat(button("Hoàn tác")).isDisabled();
        press("Control+y", "Control+Shift+z");
        isSaved();
        assertThat(page.locator(".ws-status")).containsText("Đã làm lại 1 ô");
        assertThat(WorksheetSampleView.STORED)
                .containsEntry("p1/mark", "10")
                .containsEntry("p2/comment", "Viết rất đẹp")
                .containsEntry("p3/comment", "Tính nhanh");
        Browser.picture(page, "worksheet-redone-1366");
    }

    @Test
    void oneEditIsOneStepWhateverItWas() {
        threeComments();
        press("Control+Home");
        press("ArrowRight", "ArrowRight", "Shift+ArrowDown", "Shift+ArrowDown", "Control+d");
        assertThat(cell(THIRD)).hasValue("Đọc tốt");
        press("Delete");
        assertThat(cell(THIRD)).hasValue("");
        press("Control+z");
        assertThat(cell(SECOND)).hasValue("Đọc tốt");
        press("Control+z");
        assertThat(cell(SECOND)).hasValue("Viết đẹp");
        page.keyboard().type("Khác");
        press("Escape");
        assertThat(cell(SECOND)).hasValue("Viết đẹp");
        press("Control+y");
        assertThat(cell(SECOND)).hasValue("Khác");
        press("Control+z");
        assertThat(cell(SECOND)).hasValue("Viết đẹp");
        press("Control+z");
        assertThat(cell(SECOND)).hasValue("");
    }

    @Test
    void typingAndBackspaceOfAnInputMethodInARangeChangeTheActiveCellOnly() {
        threeComments();
        press("Escape", "Shift+ArrowDown", "Shift+ArrowDown", "C", "h", "a", "Backspace");
        page.keyboard().insertText("ă");
        press("m");
        assertThat(cell(FIRST)).hasValue("Chăm");
        press("Backspace");
        assertThat(cell(FIRST)).hasValue("Chă");
        assertThat(cell(SECOND)).hasValue("Viết đẹp");
        assertThat(cell(THIRD)).hasValue("Tính nhanh");
        press("Enter");
        isSaved();
        assertThat(WorksheetSampleView.STORED)
                .containsEntry("p1/comment", "Chă")
                .containsEntry("p2/comment", "Viết đẹp");
    }

    @Test
    void aComposedLetterInARangeChangesTheActiveCellOnly() {
        threeComments();
        press("Escape", "Shift+ArrowDown");
        page.evaluate("() => { const at = document.activeElement;"
                + "at.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));"
                + "at.value = 'Đ';"
                + "at.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true, data: 'Đ' }));"
                + "at.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: 'Đ' })); }");
        press("Backspace");
        assertThat(cell(FIRST)).hasValue("");
        assertThat(cell(SECOND)).hasValue("Viết đẹp");
    }

    @Test
    void aWordPastedWhileTypingGoesIntoTheTextOfThatCell() {
        threeComments();
        press("Escape", "Shift+ArrowDown");
        page.keyboard().type("Chăm ");
        page.evaluate("() => navigator.clipboard.writeText('ngoan')");
        press("Control+v");
        assertThat(cell(FIRST)).hasValue("Chăm ngoan");
        assertThat(cell(SECOND)).hasValue("Viết đẹp");
        press("Control+z");
        assertThat(cell(FIRST)).hasValue("Đọc tốt");
    }

    @Test
    void aPastedPictureSaysSoAndUndoOfThePasteBeforeIsStillThere() {
        threeComments();
        cell(SECOND).click();
        assertThat(cell(SECOND)).isFocused();
        page.evaluate("() => { const data = new DataTransfer();"
                + "data.items.add(new File([new Uint8Array(8)], 'anh.png', { type: 'image/png' }));"
                + "document.activeElement.dispatchEvent(new ClipboardEvent('paste',"
                + " { clipboardData: data, bubbles: true, cancelable: true })); }");
        assertThat(page.locator(".ws-status")).containsText("bảng tạm không có chữ");
        assertThat(cell(SECOND)).hasValue("Viết đẹp");
        press("Control+z");
        assertThat(cell(SECOND)).hasValue("");
    }

    @Test
    void dittoMarksArePastedAsTheyStand() {
        cell("Nguyễn Văn An, Mức đạt được").click();
        paste("T\t9\tChăm ngoan\nT\t8\t\"\nH\t7\t\"\nC\t3\tCần cố gắng");
        isSaved();
        assertThat(WorksheetSampleView.STORED)
                .containsEntry("p2/comment", "\"")
                .containsEntry("p2/mark", "8")
                .containsEntry("p3/comment", "\"")
                .containsEntry("p3/mark", "7")
                .containsEntry("p4/level", "C")
                .containsEntry("p4/comment", "Cần cố gắng");
    }

    @Test
    void aSecondClickOnALetterReplacesIt() {
        cell("Nguyễn Văn An, Mức đạt được").click();
        page.keyboard().type("t");
        press("Enter");
        cell("Nguyễn Văn An, Mức đạt được").click();
        cell("Nguyễn Văn An, Mức đạt được").click();
        page.keyboard().type("h");
        assertThat(cell("Nguyễn Văn An, Mức đạt được")).hasValue("H");
        page.keyboard().type("c");
        assertThat(cell("Nguyễn Văn An, Mức đạt được")).hasValue("C");
    }

    @Test
    void theHistoryLeavesAloneWhatHoldsAnotherValueByNow() {
        assertThat(page.evaluate(
                        "async script => {"
                                + "const { History } = await import(script);"
                                + "const cells = { a: 'x', b: 'y' };"
                                + "const swap = (key, from, to) => cells[key] === from && (cells[key] = to, true);"
                                + "const history = new History();"
                                + "history.add([{ key: 'a', before: '', after: 'x' }, { key: 'b', before: '', after: 'y' }]);"
                                + "cells.b = 'newer';"
                                + "const undone = history.undo(swap);"
                                + "const between = JSON.stringify(cells);"
                                + "history.redo(swap);"
                                + "return [undone.done.join(), String(undone.left), between, JSON.stringify(cells)]; }",
                        url(Assets.path("worksheet-history.js"))))
                .isEqualTo(List.of("a", "1", "{\"a\":\"\",\"b\":\"newer\"}", "{\"a\":\"x\",\"b\":\"newer\"}"));
    }

    @Test
    void blocksOfEveryKindAreReadAsTheyWereMeant() {
        assertThat(page.evaluate(
                        "async ([script, blocks]) => {"
                                + "const { parseBlock, formatBlock } = await import(script);"
                                + "return [...blocks.map(block => JSON.stringify(parseBlock(block))),"
                                + "JSON.stringify(parseBlock(formatBlock([['a\"b', '\"', 'c\\nd', 'e']])))]; }",
                        List.of(
                                url(Assets.path("worksheet-clipboard.js")),
                                List.of(
                                        "a\tb\r\nc\t\r\n",
                                        "\"một\nhai\"\tx",
                                        "Khá\n\"\n\"\nTốt",
                                        "\"\nKhá\n\"",
                                        "\"Khá\"\tx",
                                        ""))))
                .isEqualTo(List.of(
                        "[[\"a\",\"b\"],[\"c\",\"\"]]",
                        "[[\"một\\nhai\",\"x\"]]",
                        "[[\"Khá\"],[\"\\\"\"],[\"\\\"\"],[\"Tốt\"]]",
                        "[[\"\\\"\"],[\"Khá\"],[\"\\\"\"]]",
                        "[[\"\\\"Khá\\\"\",\"x\"]]",
                        "[]",
                        "[[\"a\\\"b\",\"\\\"\",\"c\\nd\",\"e\"]]"));
    }

    @Test
    void aBankThatIsLateDoesNotOpenWhereThePersonHasGoneOn() {
        cell(FIRST).click();
        List<Route> underWay = new ArrayList<>();
        Predicate<String> toTheServer = url -> url.contains("v-r=uidl");
        page.route(toTheServer, underWay::add);
        press("F4");
        page.waitForCondition(() -> !underWay.isEmpty());
        cell(SECOND).click();
        page.unroute(toTheServer);
        underWay.forEach(Route::resume);
        page.keyboard().type("Em viết đẹp");
        press("ArrowDown", "Enter");
        isSaved();
        assertThat(page.getByRole(AriaRole.LISTBOX)).hasCount(0);
        assertThat(cell(FIRST)).hasValue("");
        assertThat(WorksheetSampleView.STORED).containsOnly(Map.entry("p2/comment", "Em viết đẹp"));
    }
}
