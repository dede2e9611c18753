package vn.hocba.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A XAdES-BASELINE-B signature (ETSI EN 319 132-1) between its two phases: it stands in its document and lacks only its value. Nothing else creates
 * signatures. It has the one form that {@link XmlSignature} accepts, and EU DSS judges it in tests and on a record's page (docs/decisions/0005).
 */
final class XadesDraft {

    private static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
    private static final String SIGNED_PROPERTIES = "http://uri.etsi.org/01903#SignedProperties";
    private static final String ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
    private static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private static final String CONTENT_TYPE = "application/octet-stream";

    private final Document tree;
    private final String id;
    private final List<X509Certificate> chain;
    private Element signedInfo;
    private Element signatureValue;

    private XadesDraft(Document tree, String id, List<X509Certificate> chain) {
        this.tree = tree;
        this.id = id;
        this.chain = chain;
    }

    /**
     * First phase. The same arguments always give the same bytes, so a value that comes back minutes later, perhaps to another process, is put into a draft
     * made anew.
     *
     * @param tree what is signed, with its ids registered; the draft becomes part of it
     * @param place the empty element that takes the signature, or the root for an enveloped one
     * @param reference id of the signed element; empty for the whole document
     * @param signatureId unique in the document
     * @param signedAt whole seconds
     * @param chain the signer's certificate first, without the root
     */
    static XadesDraft of(
            Document tree,
            Element place,
            String reference,
            String signatureId,
            Instant signedAt,
            List<X509Certificate> chain) {
        Element signed = reference.isEmpty() ? tree.getDocumentElement() : tree.getElementById(reference);
        // Before the signature stands in the tree: what an enveloped one covers is the document without it.
        byte[] digest = ExclusiveC14n.digest(signed);
        XadesDraft draft = new XadesDraft(tree, signatureId, chain);
        draft.build(place, reference, digest, signedAt);
        return draft;
    }

    /** The canonical SignedInfo, what the key signs. */
    byte[] dataToSign() {
        return ExclusiveC14n.exclusive(signedInfo);
    }

    /**
     * Second phase.
     *
     * @param value as keys make it: ECDSA in DER (SEC 1), RSA as it is
     * @return the document with the signature
     * @throws IllegalArgumentException when it is no such value
     */
    byte[] signed(byte[] value) {
        signatureValue.setTextContent(base64(isElliptic() ? plain(value) : value));
        return ExclusiveC14n.document(tree);
    }

    private void build(Element place, String reference, byte[] contentDigest, Instant signedAt) {
        Element signature = tree.createElementNS(XMLSignature.XMLNS, "ds:Signature");
        signature.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:ds", XMLSignature.XMLNS);
        signature.setAttribute("Id", id);
        place.appendChild(signature);
        signedInfo = ds(signature, "SignedInfo");
        signatureValue = ds(signature, "SignatureValue");
        signatureValue.setAttribute("Id", "value-" + id);
        Element certificates = ds(ds(signature, "KeyInfo"), "X509Data");
        chain.forEach(certificate -> ds(certificates, "X509Certificate").setTextContent(base64(encoded(certificate))));
        Element properties = properties(ds(signature, "Object"), signedAt);
        algorithm(signedInfo, "CanonicalizationMethod", CanonicalizationMethod.EXCLUSIVE);
        algorithm(signedInfo, "SignatureMethod", isElliptic() ? ECDSA : RSA);
        Element content = ds(signedInfo, "Reference");
        content.setAttribute("Id", "r-" + id);
        List<String> exclusive = List.of(CanonicalizationMethod.EXCLUSIVE);
        if (reference.isEmpty()) {
            fill(content, "", List.of(Transform.ENVELOPED, CanonicalizationMethod.EXCLUSIVE), contentDigest);
        } else {
            fill(content, "#" + reference, exclusive, contentDigest);
        }
        Element signedProperties = ds(signedInfo, "Reference");
        signedProperties.setAttribute("Type", SIGNED_PROPERTIES);
        fill(signedProperties, "#" + properties.getAttribute("Id"), exclusive, ExclusiveC14n.digest(properties));
    }

    private Element properties(Element object, Instant signedAt) {
        Element qualifying = xades(object, "QualifyingProperties");
        qualifying.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:xades", XADES);
        qualifying.setAttribute("Target", "#" + id);
        Element properties = xades(qualifying, "SignedProperties");
        properties.setAttribute("Id", "xades-" + id);
        Element ofSignature = xades(properties, "SignedSignatureProperties");
        xades(ofSignature, "SigningTime").setTextContent(signedAt.toString());
        Element certificate = xades(xades(ofSignature, "SigningCertificateV2"), "Cert");
        Element digest = xades(certificate, "CertDigest");
        algorithm(digest, "DigestMethod", DigestMethod.SHA256);
        ds(digest, "DigestValue").setTextContent(base64(ExclusiveC14n.sha256(encoded(chain.get(0)))));
        xades(certificate, "IssuerSerialV2").setTextContent(base64(issuerSerial(chain.get(0))));
        Element format = xades(xades(properties, "SignedDataObjectProperties"), "DataObjectFormat");
        format.setAttribute("ObjectReference", "#r-" + id);
        xades(format, "MimeType").setTextContent(CONTENT_TYPE);
        return properties;
    }

    private void fill(Element reference, String uri, List<String> transforms, byte[] digest) {
        reference.setAttribute("URI", uri);
        Element list = ds(reference, "Transforms");
        transforms.forEach(transform -> algorithm(list, "Transform", transform));
        algorithm(reference, "DigestMethod", DigestMethod.SHA256);
        ds(reference, "DigestValue").setTextContent(base64(digest));
    }

    private void algorithm(Element parent, String name, String algorithm) {
        ds(parent, name).setAttribute("Algorithm", algorithm);
    }

    private Element ds(Element parent, String name) {
        return (Element) parent.appendChild(tree.createElementNS(XMLSignature.XMLNS, "ds:" + name));
    }

    private Element xades(Element parent, String name) {
        return (Element) parent.appendChild(tree.createElementNS(XADES, "xades:" + name));
    }

    private boolean isElliptic() {
        return chain.get(0).getPublicKey() instanceof ECPublicKey;
    }

    /** XML signatures carry r and s side by side, each as long as the order of the curve (RFC 4050, XMLDSig 1.1 §6.4.3). */
    private byte[] plain(byte[] der) {
        BigInteger order =
                ((ECPublicKey) chain.get(0).getPublicKey()).getParams().getOrder();
        try {
            BigInteger[] pair = StandardDSAEncoding.INSTANCE.decode(order, der);
            return PlainDSAEncoding.INSTANCE.encode(order, pair[0], pair[1]);
        } catch (IOException e) {
            throw new IllegalArgumentException("no ECDSA value in DER", e);
        }
    }

    private static byte[] issuerSerial(X509Certificate certificate) {
        X500Name issuer =
                X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded());
        try {
            return new IssuerSerial(
                            new GeneralNames(new GeneralName(issuer)), new ASN1Integer(certificate.getSerialNumber()))
                    .getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException("a parsed name has an encoding", e);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a parsed certificate has an encoding", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
