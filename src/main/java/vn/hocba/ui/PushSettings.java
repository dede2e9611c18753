package vn.hocba.ui;

import com.vaadin.flow.component.PushConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.shared.ui.Transport;
import org.atmosphere.cpr.ApplicationConfig;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocba.identity.Session;

/** Push for people who are signed in, and from the server to the browser only. */
@Configuration
class PushSettings {

    /** Characters or bytes: already more than a browser of ours says. */
    private static final String LONGEST_MESSAGE = "1024";

    /** Vaadin reads these from its servlet when that is made. */
    @Bean
    static BeanPostProcessor oneWayPush() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof ServletRegistrationBean<?> registration
                        && registration.getServlet() instanceof VaadinServlet) {
                    registration.addInitParameter(ApplicationConfig.WEBSOCKET_PROTOCOL, OneWayPush.class.getName());
                    registration.addInitParameter(ApplicationConfig.WEBSOCKET_MAXTEXTSIZE, LONGEST_MESSAGE);
                    registration.addInitParameter(ApplicationConfig.WEBSOCKET_MAXBINARYSIZE, LONGEST_MESSAGE);
                }
                return bean;
            }
        };
    }

    /** Results that come later are pushed to people. The server refuses the line of a visitor, and so that page does not ask for one. */
    @Bean
    VaadinServiceInitListener pushForPeople(Session session) {
        return (ServiceInitEvent start) -> start.getSource().addUIInitListener(page -> {
            if (session.find().isPresent()) {
                PushConfiguration push = page.getUI().getPushConfiguration();
                push.setTransport(Transport.WEBSOCKET_XHR);
                push.setPushMode(PushMode.AUTOMATIC);
            }
        });
    }
}
