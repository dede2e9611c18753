package vn.hocba.submission;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts an {@link UnreliableProvince} behind the gateway. It answers; a test that lets it do otherwise lets it answer again at its end. */
@TestConfiguration(proxyBeanMethods = false)
public class UnreliableGateway {

    @Bean
    @Primary
    UnreliableProvince unreliableProvince(EmbeddedProvince province) {
        return new UnreliableProvince(province);
    }
}
