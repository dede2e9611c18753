package vn.hocba.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocba.signing.SignPacketsTest.assertRefused;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** An installation that issues no trial certificates. */
@SigningTest
@TestPropertySource(properties = "hocba.signing.trust.sandbox=false")
class SandboxOffTest {

    @Autowired
    SigningWorld world;

    @Autowired
    TrustAnchors anchors;

    @Autowired
    JdbcClient jdbc;

    @Test
    void noAuthorityIsMadeNothingIsTrustedAndNoCertificateIsIssued() {
        assertRefused("signing.sandbox-off", () -> world.school());

        assertThat(anchors.all()).isEmpty();
        assertThat(jdbc.sql("select count(*) from certificate")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
