package vn.hocba.signing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether signatures have legal value: a property of the root that their certificates lead to, and of nothing else. */
@Service
public class LegalValue {

    private static final int CACHED = 10_000;

    private final CertificateRepository certificates;
    private final TrustAnchors anchors;

    /** A certificate never changes, nor do the roots while the server runs. */
    private final Cache<String, Boolean> known =
            Caffeine.newBuilder().maximumSize(CACHED).build();

    LegalValue(CertificateRepository certificates, TrustAnchors anchors) {
        this.certificates = certificates;
        this.anchors = anchors;
    }

    /**
     * Whether all of these signatures have it; false when there is none.
     *
     * @param serials of their certificates, hexadecimal
     */
    @Transactional(readOnly = true)
    public boolean of(Collection<String> serials) {
        return !serials.isEmpty()
                && serials.stream().allMatch(serial -> Boolean.TRUE.equals(known.get(serial, this::isLegal)));
    }

    /** Whether every signature that is accepted here has it. */
    public boolean everywhere() {
        return anchors.all().stream().allMatch(TrustAnchors.Anchor::legalValue);
    }

    /** Null, and not remembered, where the certificate is not registered: it may be later. */
    private Boolean isLegal(String serial) {
        return certificates
                .findBySerial(serial)
                .map(certificate -> anchors.of(certificate.x509())
                        .filter(TrustAnchors.Anchor::legalValue)
                        .isPresent())
                .orElse(null);
    }
}
