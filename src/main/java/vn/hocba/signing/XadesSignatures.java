package vn.hocba.signing;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.reference.CanonicalizationTransform;
import eu.europa.esig.dss.xades.reference.DSSReference;
import eu.europa.esig.dss.xades.reference.DSSTransform;
import eu.europa.esig.dss.xades.reference.EnvelopedSignatureTransform;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.nio.ByteBuffer;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import org.springframework.stereotype.Component;

/** Builds XAdES-BASELINE-B signatures with EU DSS in two phases; the only class that creates signatures. */
@Component
class XadesSignatures {

    private static final int CACHED = 10_000;

    private final XAdESService service;

    /** A token remembers who signed it: checked once instead of six times for every signature. */
    private final LoadingCache<ByteBuffer, CertificateToken> tokens =
            Caffeine.newBuilder().maximumSize(CACHED).build(encoded -> DSSUtils.loadCertificate(encoded.array()));

    XadesSignatures(AuthorityKeys authority) {
        JdkXml.use();
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        // Whether the certificate is valid now is decided by our clock before the key is touched.
        verifier.setAlertOnExpiredCertificate(new SilentOnStatusAlert());
        verifier.setAlertOnNotYetValidCertificate(new SilentOnStatusAlert());
        // A chain that ends at a trusted certificate is not searched further for every signature.
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(authority.get().rootCertificate()));
        verifier.setTrustedCertSources(trusted);
        service = new XAdESService(verifier);
    }

    /** First phase; see {@link PreparedSignature} for the parameters. */
    PreparedSignature prepare(
            byte[] document,
            String place,
            String reference,
            String signatureId,
            Instant signedAt,
            List<X509Certificate> chain) {
        List<byte[]> encoded = chain.stream().map(XadesSignatures::encoded).toList();
        PreparedSignature open = new PreparedSignature(place, reference, signatureId, signedAt, encoded, new byte[0]);
        DSSDocument input = new InMemoryDocument(document);
        byte[] dataToSign =
                service.getDataToSign(input, parameters(open, input)).getBytes();
        return new PreparedSignature(place, reference, signatureId, signedAt, encoded, dataToSign);
    }

    /** Second phase: puts the value that the key made into the same document. */
    byte[] embed(byte[] document, PreparedSignature prepared, byte[] value) {
        DSSDocument input = new InMemoryDocument(document);
        XAdESSignatureParameters parameters = parameters(prepared, input);
        SignatureAlgorithm algorithm = parameters.getSignatureAlgorithm();
        return DSSUtils.toByteArray(service.signDocument(input, parameters, new SignatureValue(algorithm, value)));
    }

    private XAdESSignatureParameters parameters(PreparedSignature prepared, DSSDocument document) {
        List<CertificateToken> chain =
                prepared.chain().stream().map(ByteBuffer::wrap).map(tokens::get).toList();
        XAdESSignatureParameters parameters = new XAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificateDigestMethod(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(chain.get(0));
        parameters.setCertificateChain(chain);
        parameters.setSignedInfoCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE);
        parameters.setSignedPropertiesCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE);
        parameters.bLevel().setSigningDate(Date.from(prepared.signedAt()));
        parameters.getContext().setDeterministicId(prepared.signatureId());
        parameters.setReferences(List.of(reference(prepared, document)));
        if (prepared.place() == null) {
            parameters.setSignaturePackaging(SignaturePackaging.ENVELOPED);
        } else {
            parameters.setSignaturePackaging(SignaturePackaging.INTERNALLY_DETACHED);
            parameters.setXPathLocationString(prepared.place());
        }
        return parameters;
    }

    private static DSSReference reference(PreparedSignature prepared, DSSDocument document) {
        List<DSSTransform> transforms = new ArrayList<>();
        if (prepared.reference().isEmpty()) {
            transforms.add(new EnvelopedSignatureTransform());
        }
        transforms.add(new CanonicalizationTransform(CanonicalizationMethod.EXCLUSIVE));
        DSSReference reference = new DSSReference();
        reference.setId("r-" + prepared.signatureId());
        reference.setUri(prepared.reference().isEmpty() ? "" : "#" + prepared.reference());
        reference.setContents(document);
        reference.setDigestMethodAlgorithm(DigestAlgorithm.SHA256);
        reference.setTransforms(transforms);
        return reference;
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a parsed certificate has an encoding", e);
        }
    }
}
