package vn.hocba.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.context.ActiveProfiles;
import vn.hocba.identity.Accounts.NewAccount;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;
import vn.hocba.shared.StaffId;

/** A closed account or a role taken away acts at the next thing that somebody who is signed in does. */
@SpringBootTest
@ActiveProfiles("test")
class RightsEndTest {

    @Autowired
    Accounts accounts;

    @Autowired
    AccountStanding standing;

    @Autowired
    Session session;

    @Autowired
    Access access;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private MockFilterChain rest = new MockFilterChain();

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    private CurrentUser teacher() {
        return put("gv." + Ids.next(), Role.TEACHER);
    }

    private CurrentUser put(String username, Role... roles) {
        return accounts.put(new NewAccount(
                username, null, "Nguyễn Thị Lan", "Giáo viên", Set.of(roles), new StaffId("nv-lan"), "th", "/so/th/"));
    }

    @Test
    void whoseAccountWasClosedDoesNothingMore() {
        CurrentUser teacher = teacher();
        OpenTab.of(teacher, () -> {
            assertThat(access.at("th", Right.ENTER_MARKS)).isEqualTo(teacher);
            accounts.close(teacher.accountId());
            assertThatThrownBy(() -> access.at("th", Right.ENTER_MARKS))
                    .isInstanceOfSatisfying(Refused.class, RightsEndTest::isAboutTheAccount);
            assertThatThrownBy(session::user).isInstanceOfSatisfying(Refused.class, RightsEndTest::isAboutTheAccount);
        });
    }

    @Test
    void whoseAccountWasClosedIsNotTakenForTheSystem() {
        CurrentUser teacher = teacher();
        accounts.close(teacher.accountId());
        OpenTab.of(teacher, () -> assertThatThrownBy(session::find)
                .isInstanceOfSatisfying(Refused.class, RightsEndTest::isAboutTheAccount));
    }

    @Test
    void aRoleThatWasTakenAwayIsMissingAtOnceAndOneThatWasGivenIsThere() {
        CurrentUser teacher = teacher();
        OpenTab.of(teacher, () -> {
            access.holding(Right.ENTER_MARKS);
            put(teacher.username(), Role.CLERK);
            assertThatThrownBy(() -> access.holding(Right.ENTER_MARKS))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.key()).isEqualTo("identity.role-missing"));
            assertThat(access.holding(Right.SEAL).accountId()).isEqualTo(teacher.accountId());
        });
    }

    @Test
    void whatAnotherServerChangedIsKnownWithinSeconds() {
        CurrentUser teacher = teacher();
        OpenTab.of(teacher, () -> {
            access.holding(Right.ENTER_MARKS);
            jdbc.sql("update account set active = false where id = ?")
                    .param(teacher.accountId())
                    .update();
            await().untilAsserted(
                            () -> assertThat(standing.of(teacher.accountId())).isEmpty());
        });
    }

    @Test
    void anActionInTheOpenTabOfAClosedAccountLeadsToTheLoginPageThatSaysWhy() throws Exception {
        CurrentUser teacher = teacher();
        MockHttpServletRequest action = request(teacher, clock.instant(), "POST", "/");
        action.setQueryString("v-r=uidl&v-uiId=0");
        accounts.close(teacher.accountId());
        filter(action);
        assertThat(response.getContentAsString()).contains("\"url\":\"/login?closed\"");
        assertThat(rest.getRequest()).isNull();
        assertThat(action.getSession(false)).isNull();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }

    @Test
    void aPageOfAClosedAccountIsTheLoginPageAndADownloadIsRefused() throws Exception {
        CurrentUser teacher = teacher();
        accounts.close(teacher.accountId());
        filter(request(teacher, clock.instant(), "GET", "/VAADIN/dynamic/resource/0/x/hoc-ba.pdf"));
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(rest.getRequest()).isNull();

        MockHttpServletRequest page = request(teacher, clock.instant(), "GET", "/viec-cua-toi");
        page.addHeader("Accept", "text/html,application/xhtml+xml");
        filter(page);
        assertThat(response.getRedirectedUrl()).isEqualTo("/login?closed");
        assertThat(rest.getRequest()).isNull();
    }

    @Test
    void theRolesThatScreensAskForFollowTheAccount() throws Exception {
        CurrentUser teacher = teacher();
        MockHttpServletRequest action = request(teacher, clock.instant(), "POST", "/");
        HttpSession kept = action.getSession();
        put(teacher.username(), Role.CLERK);
        filter(action);
        assertThat(rest.getRequest()).isNotNull();
        assertThat(SecurityContextHolder.getContext().getAuthentication().getAuthorities())
                .extracting(Object::toString)
                .containsExactly("ROLE_CLERK");
        SecurityContext next =
                (SecurityContext) kept.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        assertThat(next.getAuthentication().getAuthorities())
                .extracting(Object::toString)
                .containsExactly("ROLE_CLERK");
    }

    @Test
    void aSessionEndsTwelveHoursAfterTheSignInHoweverBusy() throws Exception {
        CurrentUser teacher = teacher();
        filter(request(teacher, clock.instant().minus(Duration.ofHours(11)), "GET", "/"));
        assertThat(rest.getRequest()).isNotNull();

        rest = new MockFilterChain();
        MockHttpServletRequest page = request(teacher, clock.instant().minus(Duration.ofHours(13)), "GET", "/");
        page.addHeader("Accept", "text/html");
        filter(page);
        assertThat(response.getRedirectedUrl()).isEqualTo("/login?ended");
        assertThat(rest.getRequest()).isNull();
    }

    @Test
    void aSessionStaysForAnHourOnlyOnceSomebodyHasSignedIn() throws Exception {
        MockHttpServletRequest visitor = new MockHttpServletRequest("GET", "/login");
        visitor.getServletContext().setSessionTimeout(60);
        visitor.getSession().setMaxInactiveInterval(600);
        filter(visitor);
        assertThat(visitor.getSession().getMaxInactiveInterval()).isEqualTo(600);

        rest = new MockFilterChain();
        MockHttpServletRequest person = request(teacher(), clock.instant(), "GET", "/");
        person.getServletContext().setSessionTimeout(60);
        person.getSession().setMaxInactiveInterval(600);
        filter(person);
        assertThat(person.getSession().getMaxInactiveInterval()).isEqualTo(3600);
    }

    private void filter(MockHttpServletRequest request) throws Exception {
        new FreshRights(standing, Duration.ofHours(12), clock).doFilter(request, response, rest);
    }

    private static MockHttpServletRequest request(CurrentUser user, Instant since, String method, String path) {
        Authentication known = SignedInUser.authentication(user, since, null);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(known);
        SecurityContextHolder.setContext(context);
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setSession(new MockHttpSession());
        return request;
    }

    private static void isAboutTheAccount(Refused refused) {
        assertThat(refused.key()).isEqualTo("identity.account-closed");
    }
}
