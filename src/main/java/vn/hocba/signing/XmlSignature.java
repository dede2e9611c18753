package vn.hocba.signing;

import static vn.hocba.signing.SignedTree.child;
import static vn.hocba.signing.SignedTree.children;

import eu.europa.esig.dss.spi.DSSSecurityProvider;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Element;

/**
 * One ds:Signature of a tree that has passed the schema: whether it has the only form that is accepted, and whether its value holds. Generic verifiers accept
 * far more forms, and an attacker lives in the difference (docs/packet.md).
 */
final class XmlSignature {

    private static final String SIGNED_PROPERTIES = "http://uri.etsi.org/01903#SignedProperties";
    private static final String SECURE_VALIDATION = "org.jcp.xml.dsig.secureValidation";
    /** Bouncy Castle checks an ECDSA value five times as fast as the JDK 17; this is most of what a packet costs its reader. */
    private static final String SIGNATURE_PROVIDER = "org.jcp.xml.dsig.internal.dom.SignatureProvider";

    private static final Set<String> METHODS = Set.of(
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256");
    private static final int LEAST_RSA_BITS = 2048;
    private static final int LEAST_EC_BITS = 256;

    private final Element signature;
    private final Element signedInfo;
    private final Element signedProperties;
    private final List<Element> references;
    private final List<X509Certificate> certificates;

    /** @throws IllegalArgumentException when a certificate in it is not readable */
    XmlSignature(Element signature) {
        this.signature = signature;
        signedInfo = child(signature, "SignedInfo");
        references = children(signedInfo).stream()
                .filter(element -> element.getLocalName().equals("Reference"))
                .toList();
        signedProperties = child(child(child(signature, "Object"), "QualifyingProperties"), "SignedProperties");
        certificates = children(child(child(signature, "KeyInfo"), "X509Data")).stream()
                .map(XmlSignature::certificate)
                .toList();
    }

    /** The bytes are those of the certificate and nothing beside them: no signature covers what would follow. */
    private static X509Certificate certificate(Element element) {
        byte[] encoded = base64(element);
        X509Certificate certificate = CertificateNames.parse(encoded);
        try {
            if (!Arrays.equals(encoded, certificate.getEncoded())) {
                throw new IllegalArgumentException("more than a certificate");
            }
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("not a certificate", e);
        }
        return certificate;
    }

    String id() {
        return signature.getAttribute("Id");
    }

    X509Certificate certificate() {
        return certificates.get(0);
    }

    /** All certificates that came with it, the signer's first. */
    List<X509Certificate> certificates() {
        return certificates;
    }

    /** The signing time that the signer claims; empty when it is not a time. */
    Optional<Instant> signedAt() {
        String text = child(child(signedProperties, "SignedSignatureProperties"), "SigningTime")
                .getTextContent();
        try {
            return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /**
     * What is wrong with its form (check 4); empty when nothing is.
     *
     * @param expected the element that it has to cover; null: the whole document around it
     * @return a word for the log and the technical staff
     */
    Optional<String> wrongForm(Element expected) {
        if (references.size() != 2) {
            return Optional.of("Reference: " + references.size());
        }
        if (!algorithm("CanonicalizationMethod").equals(CanonicalizationMethod.EXCLUSIVE)) {
            return Optional.of("CanonicalizationMethod: " + algorithm("CanonicalizationMethod"));
        }
        if (!METHODS.contains(algorithm("SignatureMethod"))) {
            return Optional.of("SignatureMethod: " + algorithm("SignatureMethod"));
        }
        Element content = references.get(0);
        Element properties = references.get(1);
        boolean whole = expected == null;
        List<String> transforms = whole
                ? List.of(Transform.ENVELOPED, CanonicalizationMethod.EXCLUSIVE)
                : List.of(CanonicalizationMethod.EXCLUSIVE);
        if (!transforms(content).equals(transforms)
                || !transforms(properties).equals(List.of(CanonicalizationMethod.EXCLUSIVE))) {
            return Optional.of("Transform: " + transforms(content) + transforms(properties));
        }
        if (!digest(content).equals(DigestMethod.SHA256) || !digest(properties).equals(DigestMethod.SHA256)) {
            return Optional.of("DigestMethod: " + digest(content) + " " + digest(properties));
        }
        boolean coversContent = whole
                ? content.getAttribute("URI").isEmpty()
                        && signature.getParentNode()
                                == signature.getOwnerDocument().getDocumentElement()
                : target(content) == expected;
        if (!coversContent || content.hasAttribute("Type")) {
            return Optional.of("Reference: " + content.getAttribute("URI"));
        }
        if (target(properties) != signedProperties
                || !properties.getAttribute("Type").equals(SIGNED_PROPERTIES)) {
            return Optional.of("SignedProperties: " + properties.getAttribute("URI"));
        }
        return wrongUnsignedAttribute(content);
    }

    /** No signature covers these: each is tied to the signed id of the signed properties. */
    private Optional<String> wrongUnsignedAttribute(Element content) {
        Element qualifying = (Element) signedProperties.getParentNode();
        String format = child(child(signedProperties, "SignedDataObjectProperties"), "DataObjectFormat")
                .getAttribute("ObjectReference");
        boolean tied = signedProperties.getAttribute("Id").equals("xades-" + id())
                && child(signature, "SignatureValue").getAttribute("Id").equals("value-" + id())
                && qualifying.getAttribute("Target").equals("#" + id())
                && format.equals("#" + content.getAttribute("Id"));
        return tied ? Optional.empty() : Optional.of("Id: " + id());
    }

    /** Whether the digests and the signature value hold, for the key of the certificate that the signed properties name (check 7). */
    boolean holds() {
        return isOfCertificate() && isStrong() && validate();
    }

    private boolean isOfCertificate() {
        List<Element> named =
                children(child(child(signedProperties, "SignedSignatureProperties"), "SigningCertificateV2"));
        Element digest = child(named.get(0), "CertDigest");
        if (!child(digest, "DigestMethod").getAttribute("Algorithm").equals(DigestMethod.SHA256)) {
            return false;
        }
        try {
            byte[] actual =
                    MessageDigest.getInstance("SHA-256").digest(certificate().getEncoded());
            return Arrays.equals(actual, base64(child(digest, "DigestValue")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private boolean isStrong() {
        var key = certificate().getPublicKey();
        return key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= LEAST_RSA_BITS
                || key instanceof ECPublicKey ec
                        && ec.getParams().getCurve().getField().getFieldSize() >= LEAST_EC_BITS;
    }

    private boolean validate() {
        DOMValidateContext context = new DOMValidateContext(
                KeySelector.singletonKeySelector(certificate().getPublicKey()), signature);
        context.setProperty(SECURE_VALIDATION, Boolean.TRUE);
        context.setProperty(SIGNATURE_PROVIDER, DSSSecurityProvider.getSecurityProvider());
        try {
            return XMLSignatureFactory.getInstance("DOM")
                    .unmarshalXMLSignature(context)
                    .validate(context);
        } catch (MarshalException | XMLSignatureException e) {
            return false;
        }
    }

    private String algorithm(String name) {
        return child(signedInfo, name).getAttribute("Algorithm");
    }

    private Element target(Element reference) {
        String uri = reference.getAttribute("URI");
        return uri.startsWith("#") ? signature.getOwnerDocument().getElementById(uri.substring(1)) : null;
    }

    private static List<String> transforms(Element reference) {
        return children(reference).stream()
                .filter(element -> element.getLocalName().equals("Transforms"))
                .flatMap(element -> children(element).stream())
                .map(element -> element.getAttribute("Algorithm"))
                .toList();
    }

    private static String digest(Element reference) {
        return child(reference, "DigestMethod").getAttribute("Algorithm");
    }

    private static byte[] base64(Element element) {
        return Base64.getMimeDecoder().decode(element.getTextContent());
    }
}
