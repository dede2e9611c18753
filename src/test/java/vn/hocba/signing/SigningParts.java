package vn.hocba.signing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The clock of the tests, a phone that goes by it, and who has a key there. */
@TestConfiguration(proxyBeanMethods = false)
@Import({SigningWorld.class, PhoneOwners.class})
public class SigningParts {

    /** Whoever moves it resets it after each test: all share it. */
    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    Phone phone(MovableClock clock) {
        return new Phone(clock);
    }
}
