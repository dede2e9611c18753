package vn.hocba.desk.teacher.ui;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import vn.hocba.ClassFixture;
import vn.hocba.fixture.Worlds;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.shared.Texts;

/** The real screens over the real services, without a browser. */
@SpringBootTest
@ActiveProfiles("test")
@Import(Worlds.class)
public abstract class TeacherScreens {

    private static final Routes ROUTES = new Routes().autoDiscoverViews("vn.hocba");

    @Autowired
    public ClassFixture fixture;

    @Autowired
    Session session;

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    protected void aBrowserWindow() {
        MockVaadin.setup(MockedUI::new, new MockSpringServlet(ROUTES, context, MockedUI::new));
        UI.getCurrent().setLocale(Texts.VIETNAMESE);
    }

    @AfterEach
    protected void closeIt() {
        MockVaadin.tearDown();
    }

    /** Opens an address and looks at it, in the name of a person. */
    protected void at(CurrentUser user, String address, Runnable look) {
        FakeRequest request = request();
        request.setUserPrincipalInt(user::username);
        request.setUserInRole((principal, role) -> user.is(Role.valueOf(role)));
        session.run(user, () -> {
            UI.getCurrent().navigate(address);
            look.run();
        });
    }

    private static FakeRequest request() {
        ServletRequest request = VaadinServletRequest.getCurrent();
        while (request instanceof ServletRequestWrapper wrapper) {
            request = wrapper.getRequest();
        }
        return (FakeRequest) request;
    }
}
