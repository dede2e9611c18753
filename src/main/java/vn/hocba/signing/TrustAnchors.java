package vn.hocba.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The roots that are trusted here, with the authorities below them: those of the configuration, and the sandbox's own where that is on. */
@Component
class TrustAnchors {

    /** Longer ones are no chains but a ring. */
    private static final int LONGEST_CHAIN = 4;

    private final TrustSettings settings;
    private final AuthorityKeys authority;
    private final List<Anchor> configured;

    /** @throws IllegalStateException when a configured file is no certificate */
    TrustAnchors(TrustSettings settings, AuthorityKeys authority) {
        this.settings = settings;
        this.authority = authority;
        this.configured = settings.roots().stream()
                .map(root -> new Anchor(
                        read(root.certificate()),
                        root.issuers().stream().map(TrustAnchors::read).toList(),
                        root.legalValue()))
                .toList();
    }

    /**
     * A trusted root.
     *
     * @param issuers authorities below it that the configuration vouches for
     */
    record Anchor(X509Certificate root, List<X509Certificate> issuers, boolean legalValue) {}

    List<Anchor> all() {
        if (!settings.sandbox()) {
            return configured;
        }
        AuthorityKeys.Authority own = authority.get();
        return Stream.concat(
                        configured.stream(),
                        Stream.of(new Anchor(own.rootCertificate(), List.of(own.issuingCertificate()), false)))
                .toList();
    }

    /** Whether the configuration names it as an issuer; those are not looked up in the register of certificates. */
    boolean isConfigured(X509Certificate issuer) {
        return configured.stream().anyMatch(anchor -> anchor.issuers().contains(issuer));
    }

    /** A certificate with those of its issuers, as far as they are known here and without the root. */
    List<X509Certificate> chain(X509Certificate holder) {
        List<X509Certificate> issuers =
                all().stream().flatMap(anchor -> anchor.issuers().stream()).toList();
        List<X509Certificate> chain = new ArrayList<>(List.of(holder));
        Optional<X509Certificate> next = issuerOf(holder, issuers);
        while (next.isPresent() && chain.size() < LONGEST_CHAIN) {
            chain.add(next.get());
            next = issuerOf(next.get(), issuers);
        }
        return List.copyOf(chain);
    }

    /** The root that a certificate leads to; empty when none is trusted. */
    Optional<Anchor> of(X509Certificate holder) {
        List<X509Certificate> chain = chain(holder);
        X509Certificate last = chain.get(chain.size() - 1);
        return all().stream().filter(anchor -> isIssuedBy(last, anchor.root())).findFirst();
    }

    private static Optional<X509Certificate> issuerOf(X509Certificate certificate, List<X509Certificate> issuers) {
        return issuers.stream()
                .filter(issuer -> isIssuedBy(certificate, issuer))
                .findFirst();
    }

    private static boolean isIssuedBy(X509Certificate certificate, X509Certificate issuer) {
        if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    private static X509Certificate read(Resource file) {
        try {
            return CertificateNames.parse(file.getContentAsByteArray());
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("not a certificate: " + file, e);
        }
    }
}
