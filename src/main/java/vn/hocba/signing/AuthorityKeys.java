package vn.hocba.signing;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.shared.Refused;
import vn.hocba.signing.CertificateMaker.Made;
import vn.hocba.signing.CertificateMaker.Validity;

/** The root and the issuing authority of the sandbox: made when the database is new, read afterwards. */
@Component
class AuthorityKeys implements SmartInitializingSingleton {

    static final String ROOT = "ROOT";
    static final String ISSUING = "ISSUING";

    private static final Logger LOG = LoggerFactory.getLogger(AuthorityKeys.class);
    private static final Duration ROOT_VALIDITY = Duration.ofDays(20 * 365);
    private static final Duration ISSUING_VALIDITY = Duration.ofDays(10 * 365);

    /** The secret has 256 random bits: rounds add nothing to it. */
    private static final int ROUNDS = 1000;

    private final CertificateRepository certificates;
    private final SandboxKeyRepository keys;
    private final InstallationSecret secret;
    private final TrustSettings trust;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile Authority authority;

    AuthorityKeys(
            CertificateRepository certificates,
            SandboxKeyRepository keys,
            InstallationSecret secret,
            TrustSettings trust,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.certificates = certificates;
        this.keys = keys;
        this.secret = secret;
        this.trust = trust;
        this.clock = clock;
        transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Both authorities with their keys. */
    record Authority(Made root, Made issuing) {

        X509Certificate rootCertificate() {
            return root.certificate();
        }

        X509Certificate issuingCertificate() {
            return issuing.certificate();
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (trust.sandbox()) {
            get();
        }
    }

    /** @throws Refused where the sandbox is off */
    Authority get() {
        if (!trust.sandbox()) {
            throw Refused.notNow("signing.sandbox-off");
        }
        if (authority == null) {
            authority = load().orElseGet(this::createOnce);
        }
        return authority;
    }

    /** Two nodes may start at once: the fixed serial numbers let only one of them store its authority. */
    private Authority createOnce() {
        try {
            Authority created = transaction.execute(status -> create());
            LOG.info("A sandbox authority was created: {}", CertificateMaker.NOTICE);
            return created;
        } catch (DataIntegrityViolationException e) {
            return load().orElseThrow(() -> e);
        }
    }

    /** The secret comes after the rows: a node that makes one although the authority is another node's could never start again. */
    private Authority create() {
        Instant now = clock.instant();
        Made root = CertificateMaker.root(BigInteger.ONE, Validity.starting(now, ROOT_VALIDITY));
        Made issuing = CertificateMaker.issuing(BigInteger.TWO, Validity.starting(now, ISSUING_VALIDITY), root);
        Certificate rootRow = store(ROOT, root);
        Certificate issuingRow = store(ISSUING, issuing);
        char[] password = secret.createdIfMissing();
        keys.save(new SandboxKey(rootRow.id(), KeyEncryption.encrypt(root.key(), password, ROUNDS)));
        keys.save(new SandboxKey(issuingRow.id(), KeyEncryption.encrypt(issuing.key(), password, ROUNDS)));
        return new Authority(root, issuing);
    }

    private Certificate store(String name, Made made) {
        return certificates.saveAndFlush(
                new Certificate(OwnerKind.AUTHORITY, name, null, SandboxProvider.NAME, made.certificate()));
    }

    private Optional<Authority> load() {
        return transaction.execute(
                status -> made(ROOT).flatMap(root -> made(ISSUING).map(issuing -> new Authority(root, issuing))));
    }

    private Optional<Made> made(String name) {
        List<Certificate> found = certificates.findByOwnerKindAndOwnerIdOrderByNotAfterDesc(OwnerKind.AUTHORITY, name);
        return found.stream().findFirst().map(certificate -> new Made(key(certificate), certificate.x509()));
    }

    private PrivateKey key(Certificate certificate) {
        SandboxKey key = keys.findByCertificateId(certificate.id()).orElseThrow();
        return KeyEncryption.decrypt(key.pkcs8, secret.required())
                .orElseThrow(
                        () -> new IllegalStateException(
                                "The secret file does not open the sandbox authority's key: it belongs to another database. Copy the file of the node that made this one."));
    }
}
