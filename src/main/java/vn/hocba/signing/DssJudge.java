package vn.hocba.signing;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Service;
import vn.hocba.document.StrictXml;

/**
 * The second opinion: EU DSS validates every signature of a packet or a package in full. It costs ten times {@link PacketVerification} and knows nothing of
 * slots and signers, so it judges beside it, never instead of it.
 */
@Service
public class DssJudge {

    private final CommonCertificateVerifier verifier = new CommonCertificateVerifier();
    private final Clock clock;

    DssJudge(TrustAnchors anchors, SandboxStatus status, Clock clock) {
        this.clock = clock;
        JdkXml.use();
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        anchors.all().forEach(anchor -> trusted.addCertificate(new CertificateToken(anchor.root())));
        verifier.setTrustedCertSources(trusted);
        verifier.setOcspSource(status);
    }

    /**
     * What DSS says of one signature.
     *
     * @param signatureId the Id of the ds:Signature element
     * @param indication TOTAL_PASSED, TOTAL_FAILED or INDETERMINATE (ETSI EN 319 102-1)
     * @param errors in English, as DSS words them
     */
    public record Verdict(String signatureId, String indication, String subIndication, List<String> errors) {

        public boolean passed() {
            return indication.equals(Indication.TOTAL_PASSED.name());
        }
    }

    /**
     * Validates all signatures, in document order.
     *
     * @throws vn.hocba.shared.Refused when it is not acceptable XML
     */
    public List<Verdict> judge(byte[] signed) {
        StrictXml.parse(signed, StrictXml.PACKAGE_LIMIT);
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(signed));
        validator.setCertificateVerifier(verifier);
        validator.setValidationTime(Date.from(clock.instant()));
        Reports reports = validator.validateDocument();
        SimpleReport report = reports.getSimpleReport();
        return report.getSignatureIdList().stream()
                .map(id -> new Verdict(
                        reports.getDiagnosticData().getSignatureById(id).getDAIdentifier(),
                        report.getIndication(id).name(),
                        report.getSubIndication(id) == null
                                ? ""
                                : report.getSubIndication(id).name(),
                        report.getAdESValidationErrors(id).stream()
                                .map(message -> message.getValue())
                                .toList()))
                .toList();
    }
}
