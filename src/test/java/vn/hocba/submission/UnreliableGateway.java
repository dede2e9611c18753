package vn.hocba.submission;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts an {@link UnreliableProvince} behind the gateway. */
@TestConfiguration
class UnreliableGateway {

    @Bean
    @Primary
    UnreliableProvince unreliableProvince(EmbeddedProvince province) {
        return new UnreliableProvince(province);
    }
}
