package vn.hocba.signing;

import java.time.Instant;

/**
 * A certificate as screens show it.
 *
 * @param subject distinguished name, such as «CN=Nguyễn Thị Hoa,UID=CCCD:…»
 * @param serial hexadecimal
 * @param revokedAt null unless revoked
 */
public record CertificateView(String subject, String serial, Instant notBefore, Instant notAfter, Instant revokedAt) {

    public boolean isRevoked() {
        return revokedAt != null;
    }
}
