package vn.hocba.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the page to open once the demo can be used. */
@Component
@ConditionalOnProperty("hocba.demo")
class Greeting {

    private static final Logger LOG = LoggerFactory.getLogger(Greeting.class);

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web) {
            LOG.info(
                    "Open http://localhost:{}/ (PIN of the demo: see the sign-in page)",
                    web.getWebServer().getPort());
        }
    }
}
