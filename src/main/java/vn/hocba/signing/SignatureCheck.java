package vn.hocba.signing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import vn.hocba.signing.PacketVerification.Finding;

/** Checks 4, 6 and 7 of one signature, in whatever document it stands (docs/packet.md). */
@Component
class SignatureCheck {

    static final int PLACE = 4;
    static final int SIGNER = 6;
    static final int CRYPTOGRAPHY = 7;

    private final CertificateTrust trust;

    SignatureCheck(CertificateTrust trust) {
        this.trust = trust;
    }

    /**
     * One signature.
     *
     * @param signer name in the certificate; empty when that is not readable
     * @param identifier CCCD or MST in the certificate; may be empty
     * @param signedAt null when it does not say
     * @param valid whether form, cryptography, path and validity at the signing time hold
     */
    record Checked(String signer, String identifier, String serial, Instant signedAt, boolean valid) {

        static final Checked UNREADABLE = new Checked("", "", "", null, false);
    }

    /** Why a certificate could not sign at a time; empty when it could. */
    @FunctionalInterface
    interface Refusal {

        Optional<String> of(List<X509Certificate> chain, Instant signedAt);
    }

    /** Checks one that has to lead to the authority trusted here. */
    Checked check(
            String slot, Element element, Element signed, Predicate<X509Certificate> expected, List<Finding> findings) {
        return check(
                slot, element, signed, (certificate, signedAt) -> expected.test(certificate), trust::refusal, findings);
    }

    /**
     * Checks one.
     *
     * @param slot name of the slot, the last word of the findings' keys
     * @param signed the element that it has to cover; null: the whole document around it
     * @param expected whether the certificate is one that this slot takes at the time of signing, which may be null
     * @param refusal whose certificates are trusted
     * @param findings takes what is wrong
     */
    Checked check(
            String slot,
            Element element,
            Element signed,
            BiPredicate<X509Certificate, Instant> expected,
            Refusal refusal,
            List<Finding> findings) {
        XmlSignature signature;
        try {
            signature = new XmlSignature(element);
        } catch (IllegalArgumentException e) {
            findings.add(new Finding(SIGNER, "signing.check.certificate-unreadable", List.of()));
            return Checked.UNREADABLE;
        }
        X509Certificate certificate = signature.certificate();
        String name = CertificateNames.commonName(certificate);
        Instant signedAt = signature.signedAt().orElse(null);
        boolean valid = true;
        Optional<String> wrongForm = signature.wrongForm(signed);
        if (wrongForm.isPresent()) {
            findings.add(new Finding(PLACE, "signing.check.place." + slot, List.of(wrongForm.get())));
            valid = false;
        }
        if (!expected.test(certificate, signedAt)) {
            findings.add(new Finding(SIGNER, "signing.check.signer." + slot, List.of(name)));
        }
        if (valid) {
            Optional<String> broken = signature.holds() && signedAt != null
                    ? refusal.of(signature.certificates(), signedAt)
                    : Optional.of("signing.check.broken");
            broken.ifPresent(key -> findings.add(new Finding(CRYPTOGRAPHY, key, List.of(name))));
            valid = broken.isEmpty();
        }
        String identifier = CertificateNames.person(certificate)
                .or(() -> CertificateNames.organisation(certificate))
                .orElse("");
        return new Checked(name, identifier, Certificate.serialOf(certificate.getSerialNumber()), signedAt, valid);
    }

    /** Whether it is the own certificate of the unit with this MST, and not a person's. */
    static boolean isOf(X509Certificate certificate, String taxCode) {
        return !CertificateNames.namesPerson(certificate)
                && CertificateNames.organisation(certificate)
                        .filter(named -> named.equals(taxCode))
                        .isPresent();
    }
}
