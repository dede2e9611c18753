package vn.hocba.identity;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.springframework.stereotype.Component;

/** The session of somebody who has not signed in ends soon: anyone can make as many of them as they like. {@link FreshRights} lets it stay once a person has signed in. */
@Component
class VisitorSessions implements HttpSessionListener {

    private final SignInPolicy policy;

    VisitorSessions(SignInPolicy policy) {
        this.policy = policy;
    }

    @Override
    public void sessionCreated(HttpSessionEvent created) {
        created.getSession()
                .setMaxInactiveInterval((int) policy.visitorSession().toSeconds());
    }
}
