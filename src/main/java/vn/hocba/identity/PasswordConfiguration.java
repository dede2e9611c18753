package vn.hocba.identity;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

@Configuration
class PasswordConfiguration {

    private static final String BCRYPT = "bcrypt";

    /** @param cost of new hashes, as a power of two; one that is stored keeps the cost that it was made with */
    @Bean
    PasswordEncoder passwordEncoder(@Value("${hocba.sign-in.bcrypt-cost}") int cost) {
        return new DelegatingPasswordEncoder(BCRYPT, Map.of(BCRYPT, new BCryptPasswordEncoder(cost)));
    }
}
