package vn.hocba.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What was typed reaches the server or is offered again, whatever happens on the way, and to nobody but who typed it. */
class WorksheetKeepingIT extends WorksheetScreens {

    private static final String FIRST = "Nguyễn Văn An, Nhận xét";
    private static final String SECOND = "Lò Thị Mai, Nhận xét";

    /** Said within three seconds on an idle machine; the build machine may be busy. */
    private Locator bar() {
        return page.locator(".connection-bar");
    }

    private Locator offer() {
        return page.getByLabel("Nội dung chưa lưu từ lần trước").first();
    }

    private String kept() {
        return (String) page.evaluate("() => JSON.stringify(Object.values(localStorage))");
    }

    /** Both before the server answers to the first, however slowly they are typed. */
    private void typeTwoComments() {
        List<Route> underWay = new ArrayList<>();
        Predicate<String> toTheServer = url -> url.contains("v-r=uidl");
        cell(FIRST).click();
        page.route(toTheServer, underWay::add);
        page.keyboard().type("Em đọc to");
        press("Enter");
        page.keyboard().type("Em viết đẹp");
        page.unroute(toTheServer);
        underWay.forEach(Route::resume);
    }

    /** As after a restart of the server: it does not know the session that the browser names. */
    private void loseTheSession() {
        for (Cookie cookie : page.context().cookies()) {
            cookie.value = "0".repeat(32);
            page.context().addCookies(List.of(cookie));
        }
    }

    private void signOut() {
        page.getByLabel("Tài khoản").first().click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Đăng xuất"))
                .click();
    }

    @Test
    void whatWasTypedAfterTheSessionEndedIsOfferedAfterSigningInAgainAndThenSaved() {
        loseTheSession();
        typeTwoComments();
        assertThat(bar()).containsText("Chưa lưu được");
        assertThat(bar()).containsText("Phiên làm việc đã kết thúc");
        assertThat(bar()).not().containsText("lâu không thao tác");
        assertThat(page.locator(".ws-status")).containsText("Nội dung được giữ trong trình duyệt này");
        assertThat(page.locator(".v-system-error")).isHidden();
        assertThat((Boolean) cell(SECOND).evaluate("cell => cell.readOnly")).isTrue();
        Browser.picture(page, "worksheet-ended-1366");
        page.setViewportSize(390, 844);
        Browser.picture(page, "worksheet-ended-390");

        button("Đăng nhập lại").click();
        signIn("gv.lan");
        assertThat(offer()).containsText("Có 2 ô chưa lưu từ lúc");
        Browser.picture(page, "worksheet-offer-390");
        page.setViewportSize(1366, 768);
        Browser.picture(page, "worksheet-offer-1366");
        button("Khôi phục").click();
        isSaved();
        assertThat(offer()).isHidden();
        assertThat(WorksheetSampleView.STORED)
                .containsEntry("p1/comment", "Em đọc to")
                .containsEntry("p2/comment", "Em viết đẹp");
        assertThat(kept()).isEqualTo("[]");
    }

    @Test
    void aValueThatChangedMeanwhileIsShownBesideTheOwnAndThePersonChooses() {
        loseTheSession();
        typeTwoComments();
        assertThat(bar()).containsText("Chưa lưu được");
        WorksheetSampleView.STORED.put("p1/comment", "Đọc chậm");
        WorksheetSampleView.STORED.put("p2/comment", "Viết chậm");
        button("Đăng nhập lại").click();
        signIn("gv.lan");
        assertThat(offer()).containsText("2 ô trong đó nay đã có giá trị khác");
        button("Khôi phục").click();
        Locator conflicts = page.getByLabel("Ô có hai giá trị");
        assertThat(conflicts).containsText("Bạn gõ «Em đọc to», trên máy chủ là «Đọc chậm».");
        Browser.picture(page, "worksheet-conflicts-1366");
        page.setViewportSize(390, 844);
        Browser.picture(page, "worksheet-conflicts-390");
        button("Giữ của tôi: " + FIRST).click();
        button("Lấy trên máy chủ: " + SECOND).click();
        isSaved();
        assertThat(conflicts).isHidden();
        assertThat(cell(SECOND)).hasValue("Viết chậm");
        assertThat(WorksheetSampleView.STORED)
                .containsEntry("p1/comment", "Em đọc to")
                .containsEntry("p2/comment", "Viết chậm");
        assertThat(kept()).isEqualTo("[]");
    }

    @Test
    void whoTakesADisputedEditBackIsAskedNoMoreAndSeesWhatTheServerHolds() {
        WorksheetSampleView.ELSEWHERE.putAll(Map.of("p1/comment", "Đọc chậm", "p2/comment", "Viết chậm"));
        cell(FIRST).click();
        page.keyboard().type("Em đọc to");
        press("Enter");
        Locator conflicts = page.getByLabel("Ô có hai giá trị");
        assertThat(conflicts).containsText("Bạn gõ «Em đọc to», trên máy chủ là «Đọc chậm».");
        press("Control+z");
        assertThat(conflicts).isHidden();
        assertThat(cell(FIRST)).hasValue("Đọc chậm");

        cell(SECOND).click();
        page.keyboard().type("Em viết đẹp");
        assertThat(conflicts).containsText("Bạn gõ «Em viết đẹp», trên máy chủ là «Viết chậm».");
        press("Escape");
        assertThat(conflicts).isHidden();
        assertThat(cell(SECOND)).hasValue("Viết chậm");
        assertThat(WorksheetSampleView.STORED)
                .containsEntry("p1/comment", "Đọc chậm")
                .containsEntry("p2/comment", "Viết chậm");
        assertThat(kept()).isEqualTo("[]");
    }

    @Test
    void anotherPersonAtTheSameComputerIsNotShownItAndSigningOutDeletesItAfterAQuestion() {
        page.context().clearCookies();
        typeTwoComments();
        assertThat(bar()).containsText("Chưa lưu được");
        assertThat(bar()).not().containsText("chặn cookie");
        button("Đăng nhập lại").click();
        signIn("gv.duc");
        assertThat(cell(FIRST)).hasValue("");
        assertThat(offer()).isHidden();
        signOut();
        page.getByLabel("Mật khẩu").waitFor();
        signIn("gv.lan");
        assertThat(reminder()).containsText("Toán, lớp 4A: có 2 ô chưa lưu từ lúc");
        Browser.picture(page, "unsaved-reminder-1366");
        signOut();
        Locator leave = button("Xóa và đăng xuất");
        assertThat(leave).isVisible();
        Browser.picture(page, "unsaved-sign-out-1366");
        leave.click();
        page.getByLabel("Mật khẩu").waitFor();
        assertThat(kept()).isEqualTo("[]");
        assertThat(WorksheetSampleView.STORED).isEmpty();
    }

    @Test
    void withoutANetworkItIsSaidLegiblyAndEverythingIsSavedWhenItIsBack() {
        cell(FIRST).click();
        page.context().setOffline(true);
        page.keyboard().type("Em đọc to");
        press("Enter");
        assertThat(bar()).containsText("Chưa lưu được 1 ô.");
        assertThat(page.locator(".ws-status")).containsText("Chưa lưu được 1 ô");
        assertThat(page.locator("td.ws-unsaved")).hasCount(1);
        page.keyboard().type("Em viết đẹp");
        Browser.picture(page, "worksheet-offline-1366");
        page.setViewportSize(390, 844);
        Browser.picture(page, "worksheet-offline-390");
        page.context().setOffline(false);
        isSaved();
        assertThat(bar()).isHidden();
        assertThat(page.locator("td.ws-unsaved")).hasCount(0);
        assertThat(WorksheetSampleView.STORED)
                .containsEntry("p1/comment", "Em đọc to")
                .containsEntry("p2/comment", "Em viết đẹp");
        assertThat(kept()).isEqualTo("[]");
    }

    @Test
    void backRightAfterTypingLosesNothing() {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Trang mẫu"))
                .click();
        assertThat(page.getByText("Không có việc nào đang chờ")).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sổ lớp"))
                .click();
        cell(FIRST).click();
        page.keyboard().type("Em đọc to");
        page.evaluate("() => history.back()");
        assertThat(page.getByText("Không có việc nào đang chờ")).isVisible();
        assertThat(WorksheetSampleView.STORED).containsEntry("p1/comment", "Em đọc to");
        assertThat(page.locator(".unsaved-reminder")).hasCount(0);
        assertThat(kept()).isEqualTo("[]");
    }

    @Test
    void whatIsOlderThanAWeekIsDeletedWhoeverTypedIt() {
        page.evaluate("() => localStorage.setItem('hocba.unsaved/someone/x/1', JSON.stringify({ owner: 'someone',"
                + " address: 'x', since: 0, cells: {}, touched: Date.now() - 8 * 24 * 3600 * 1000 }))");
        page.reload();
        assertThat(cell(FIRST)).isVisible();
        assertThat(kept()).isEqualTo("[]");
    }

    private Locator reminder() {
        return page.locator(".unsaved-reminder");
    }

    private void keepTwoCommentsAndSignInAgain() {
        loseTheSession();
        typeTwoComments();
        assertThat(bar()).containsText("Chưa lưu được");
        button("Đăng nhập lại").click();
        signIn("gv.lan");
        assertThat(offer()).containsText("Có 2 ô chưa lưu từ lúc");
    }

    @Test
    void whatWasLeftBehindIsNeitherRestoredNorThrownAwayOnceTheSessionHasEnded() {
        keepTwoCommentsAndSignInAgain();
        loseTheSession();
        cell("Vừ A Páo, Nhận xét").click();
        page.keyboard().type("Em tính nhanh");
        press("Enter");
        assertThat(bar()).containsText("Phiên làm việc đã kết thúc");
        assertThat(button("Khôi phục")).hasCount(0);
        assertThat(button("Bỏ nội dung chưa lưu từ lần trước")).hasCount(0);
        page.evaluate(
                "() => { const sheet = document.querySelector('hocba-worksheet'); sheet.restore(); sheet.discard(); }");
        assertThat(kept()).contains("Em đọc to", "Em viết đẹp", "Em tính nhanh");
    }

    @Test
    void theValueOfAPupilWhoIsGoneStaysToBeReadUntilItIsThrownAway() {
        loseTheSession();
        typeTwoComments();
        assertThat(bar()).containsText("Chưa lưu được");
        page.evaluate("() => Object.keys(localStorage).forEach(name =>"
                + " localStorage.setItem(name, localStorage.getItem(name).replace('p2 comment', 'p99 comment')))");
        button("Đăng nhập lại").click();
        signIn("gv.lan");
        button("Khôi phục").click();
        isSaved();
        assertThat(WorksheetSampleView.STORED).containsOnly(Map.entry("p1/comment", "Em đọc to"));
        assertThat(offer()).containsText("Học sinh không còn trong bảng: «Em viết đẹp»");
        assertThat(button("Khôi phục")).hasCount(0);
        page.reload();
        assertThat(offer()).containsText("Có 1 ô chưa lưu");
        button("Bỏ nội dung chưa lưu từ lần trước").click();
        assertThat(kept()).isEqualTo("[]");
    }

    @Test
    void anotherPageThatThrowsAwayWhatThisOneStillHoldsDoesNotMakeItLost() {
        page.route(url -> url.contains("v-r=uidl"), Route::abort);
        cell(FIRST).click();
        page.keyboard().type("Em đọc to");
        press("Enter");
        assertThat(page.locator(".ws-status")).containsText("Nội dung được giữ trong trình duyệt này");
        Page other = page.context().newPage();
        other.navigate(url("mau-bang"));
        other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bỏ nội dung chưa lưu từ lần trước"))
                .click();
        page.waitForFunction("() => Object.values(localStorage).some(entry => entry.includes('Em đọc to'))");

        other.getByLabel("Tài khoản").first().click();
        other.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Đăng xuất"))
                .click();
        other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Xóa và đăng xuất"))
                .click();
        other.getByLabel("Mật khẩu").waitFor();
        assertThat(page.locator(".ws-status")).containsText("trình duyệt không giữ được nội dung");
        press("Enter");
        page.keyboard().type("Em viết đẹp");
        assertThat(kept()).isEqualTo("[]");
    }

    @Test
    void whatWaitsForASheetCanBeReadAndThrownAwayOnAnyScreen() {
        keepTwoCommentsAndSignInAgain();
        page.navigate(url(""));
        assertThat(reminder()).containsText("Toán, lớp 4A: có 2 ô chưa lưu từ lúc");
        reminder().getByText("Xem nội dung").click();
        assertThat(reminder()).containsText("«Em đọc to»");
        Browser.picture(page, "unsaved-reminder-open-1366");
        page.setViewportSize(390, 844);
        Browser.picture(page, "unsaved-reminder-open-390");
        button("Bỏ các ô này: Toán, lớp 4A").click();
        assertThat(reminder()).hasCount(0);
        assertThat(kept()).isEqualTo("[]");
    }

    @Test
    void whatIsTurnedAwayForTheRowIsKeptAndTriedAgainWhenAsked() {
        WorksheetSampleView.CLOSED.add("p1");
        typeTwoComments();
        press("Enter");
        assertThat(page.locator(".ws-status")).containsText("1 ô máy chủ chưa nhận");
        assertThat(page.locator(".ws-problems")).containsText("Bạn không được phân công lớp này.");
        page.waitForCondition(() -> !kept().contains("Em viết đẹp"));
        assertThat(kept()).contains("Em đọc to");
        Browser.picture(page, "worksheet-held-1366");
        WorksheetSampleView.CLOSED.clear();
        button("Lưu lại").click();
        isSaved();
        assertThat(WorksheetSampleView.STORED).containsEntry("p1/comment", "Em đọc to");
        assertThat(kept()).isEqualTo("[]");
    }

    @Test
    void aValueThatIsFarTooLongIsKeptHereAndHoldsUpNoOther() {
        cell(FIRST).click();
        paste("a".repeat(2_000_001));
        press("Enter");
        page.keyboard().type("Em viết đẹp");
        press("Enter");
        assertThat(page.locator(".ws-problems")).containsText("Tối đa 200 ký tự, đang dài 2000001.");
        page.waitForCondition(() -> WorksheetSampleView.STORED.containsKey("p2/comment"));
        assertThat(WorksheetSampleView.STORED).doesNotContainKey("p1/comment");
        cell(FIRST).click();
        paste("Em đọc to");
        isSaved();
        assertThat(WorksheetSampleView.STORED).containsEntry("p1/comment", "Em đọc to");
    }

    @Test
    void aWordThatIsStillComposedIsTakenAlongWhenNothingMayWait() {
        cell(FIRST).click();
        assertThat(cell(FIRST)).isFocused();
        cell(FIRST)
                .evaluate(
                        "at => {"
                                + "at.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));"
                                + "at.value = 'Đọc';"
                                + "at.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true, data: 'Đọc' })); }");
        page.evaluate("() => window.dispatchEvent(new PopStateEvent('popstate'))");
        page.waitForCondition(() -> "Đọc".equals(WorksheetSampleView.STORED.get("p1/comment")));
    }

    @Test
    void anOlderValueThatDidNotArriveDoesNotComeAfterTheNewerOne() {
        assertThat(page.evaluate(
                        "async script => {"
                                + "const { Saving } = await import(script);"
                                + "const cell = { key: 'p1 comment', row: { id: 'p1' }, column: { key: 'comment' },"
                                + " stored: '', open: true, input: { value: '' } };"
                                + "const sent = [];"
                                + "const nothing = () => {};"
                                + "const saving = new Saving({ cell: () => cell, show: nothing, mark: nothing, settle: nothing,"
                                + " report: nothing, reportSoon: nothing, takeOver: nothing, $server: { save: (json, unanswered) =>"
                                + " new Promise((arrive, fail) => sent.push({ unanswered, arrive, fail })) } });"
                                + "const soon = () => new Promise(resolve => setTimeout(resolve));"
                                + "for (const value of ['older', 'newer']) { saving.put(cell, value, 60000); saving.flush(true); }"
                                + "sent[0].fail(new Error('did not arrive'));"
                                + "await soon();"
                                + "sent[1].arrive(JSON.stringify([{ row: 'p1', column: 'comment', accepted: true, value: 'newer' }]));"
                                + "await soon();"
                                + "return [sent.map(one => one.unanswered).join(), cell.stored, String(saving.pending().size)]; }",
                        url(Assets.path("worksheet-saving.js"))))
                .isEqualTo(List.of("0,1", "newer", "0"));
    }
}
