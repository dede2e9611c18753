package vn.hocba.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.shared.communication.PushMode;
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

    /** The server refuses the line of a visitor; the page does not ask for it. */
    @Bean
    VaadinServiceInitListener noPushForVisitors(Session session) {
        return (ServiceInitEvent start) -> start.getSource().addUIInitListener(page -> {
            if (session.find().isEmpty()) {
                page.getUI().getPushConfiguration().setPushMode(PushMode.DISABLED);
            }
        });
    }
}
