package vn.hocba.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.hocba.document.PacketSchema;
import vn.hocba.document.StrictXml;
import vn.hocba.identity.Access;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.UnitKind;
import vn.hocba.shared.Refused;
import vn.hocba.signing.SignedTree.Place;

@Service
class SignPackets implements PacketSigning {

    private final SigningProvider provider;
    private final CertificateRepository certificates;
    private final CertificateMappings mappings;
    private final CertificateTrust trust;
    private final AuthorityKeys authority;
    private final PacketSchema schema;
    private final SchoolDirectory directory;
    private final Session session;
    private final Access access;
    private final Clock clock;

    SignPackets(
            SigningProvider provider,
            CertificateRepository certificates,
            CertificateMappings mappings,
            CertificateTrust trust,
            AuthorityKeys authority,
            PacketSchema schema,
            SchoolDirectory directory,
            Session session,
            Access access,
            Clock clock) {
        this.provider = provider;
        this.certificates = certificates;
        this.mappings = mappings;
        this.trust = trust;
        this.authority = authority;
        this.schema = schema;
        this.directory = directory;
        this.session = session;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public UnlockedKey unlockPersonal(String staffId, char[] pin) {
        try {
            if (!staffId.equals(session.user().staffId())) {
                throw Refused.notAllowed("signing.not-your-key");
            }
            StaffInfo staff = directory.staff(staffId);
            if (!staff.working()) {
                throw Refused.notAllowed("signing.left-school");
            }
            Certificate certificate = usable(OwnerKind.PERSON, staffId);
            X509Certificate x509 = certificate.x509();
            Optional<String> named = CertificateNames.person(x509);
            boolean own = named.isPresent() && named.get().equals(staff.personalId());
            if (!own && !mappings.isApproved(certificate.serial, staffId)) {
                throw Refused.notAllowed("signing.other-person", staff.fullName());
            }
            return held(certificate, named.orElse(""), pin);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    @Override
    public UnlockedKey unlockSeal(String unitId, char[] pin) {
        try {
            Unit unit = directory.unit(unitId);
            access.at(unitId, unit.kind() == UnitKind.PROVINCE ? Role.PROVINCE : Role.CLERK);
            Certificate certificate = usable(OwnerKind.ORGANISATION, unitId);
            X509Certificate x509 = certificate.x509();
            Optional<String> named = CertificateNames.organisation(x509);
            if (CertificateNames.namesPerson(x509)
                    || named.isEmpty()
                    || !named.get().equals(unit.taxCode())) {
                throw Refused.notAllowed("signing.other-school");
            }
            return held(certificate, named.get(), pin);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    @Override
    public SignedPacket sign(byte[] packet, Slot slot, UnlockedKey key) {
        HeldKey held = usable(key);
        boolean wantsSeal = slot.kind() == SlotKind.KY_PHAT_HANH;
        if (wantsSeal != (held.ownerKind() == OwnerKind.ORGANISATION)) {
            throw Refused.invalid(wantsSeal ? "signing.slot-wants-seal" : "signing.slot-wants-person");
        }
        SignedTree tree = tree(packet);
        Place place = openPlace(tree, slot);
        Instant signedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String signatureId = signatureId(slot, held.serial(), signedAt, packet);
        XadesDraft draft =
                XadesDraft.of(tree.document(), place.element(), place.signedId(), signatureId, signedAt, held.chain());
        byte[] signed = draft.signed(held.sign(draft.dataToSign()));
        Place filled = reread(signed).places().get(slot);
        requireGood(filled.signature(), filled.signed(), signedAt);
        return new SignedPacket(signed, signatureId, signedAt, held.serial());
    }

    @Override
    public byte[] signPackage(byte[] content, UnlockedKey seal) {
        return signWhole(content, sealOf(seal), StrictXml.PACKAGE_LIMIT, schema::checkPackage);
    }

    @Override
    public byte[] signReport(byte[] content, UnlockedKey seal) {
        return signWhole(content, sealOf(seal), StrictXml.PACKAGE_LIMIT, schema::checkReport);
    }

    @Override
    public byte[] signHandOver(byte[] content, UnlockedKey key) {
        HeldKey held = usable(key);
        if (held.ownerKind() != OwnerKind.PERSON) {
            throw Refused.invalid("signing.slot-wants-person");
        }
        return signWhole(content, held, StrictXml.PACKET_LIMIT, schema::checkHandOver);
    }

    private HeldKey sealOf(UnlockedKey key) {
        HeldKey held = usable(key);
        if (held.ownerKind() != OwnerKind.ORGANISATION) {
            throw Refused.invalid("signing.slot-wants-seal");
        }
        return held;
    }

    private HeldKey usable(UnlockedKey key) {
        HeldKey held = HeldKey.of(key);
        trust.requireUsable(held);
        return held;
    }

    private byte[] signWhole(byte[] content, HeldKey held, int limit, Consumer<Document> structure) {
        Document tree = wholeTree(content, limit, structure);
        if (PackageSignature.of(tree).isPresent()) {
            throw Refused.notNow("signing.slot-taken");
        }
        Instant signedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String signatureId = signatureId(null, held.serial(), signedAt, content);
        XadesDraft draft = XadesDraft.of(tree, tree.getDocumentElement(), "", signatureId, signedAt, held.chain());
        byte[] signed = draft.signed(held.sign(draft.dataToSign()));
        requireGood(PackageSignature.of(wholeTree(signed, limit, structure)).orElse(null), null, signedAt);
        return signed;
    }

    private HeldKey held(Certificate certificate, String identifier, char[] pin) {
        List<X509Certificate> chain =
                List.of(certificate.x509(), authority.get().issuingCertificate());
        trust.refusal(chain, clock.instant()).ifPresent(key -> {
            throw Refused.notNow("signing.certificate-unusable");
        });
        return new HeldKey(certificate.ownerKind, identifier, chain, provider.unlock(certificate, pin));
    }

    /** The certificate to sign with; the reasons are told apart because each asks for another step. */
    private Certificate usable(OwnerKind kind, String ownerId) {
        List<Certificate> all = certificates.findByOwnerKindAndOwnerIdOrderByNotAfterDesc(kind, ownerId);
        if (all.isEmpty()) {
            throw Refused.notFound("signing.no-certificate");
        }
        List<Certificate> notRevoked = all.stream()
                .filter(certificate -> certificate.revokedAt == null)
                .toList();
        if (notRevoked.isEmpty()) {
            throw Refused.notNow("signing.certificate-revoked");
        }
        Instant now = clock.instant();
        return notRevoked.stream()
                .filter(certificate -> certificate.isValidAt(now))
                .findFirst()
                .orElseThrow(() -> Refused.notNow("signing.certificate-expired"));
    }

    private SignedTree tree(byte[] packet) {
        Document document = StrictXml.parse(packet, StrictXml.PACKET_LIMIT);
        schema.checkPacket(document);
        if (!SignedTree.registerIds(document).isEmpty()) {
            throw Refused.invalid("signing.damaged");
        }
        return new SignedTree(document);
    }

    /** What was just made of a tree that had passed the schema; only its signature is new, and that is looked at closely. */
    private static SignedTree reread(byte[] signed) {
        Document document = StrictXml.parse(signed, StrictXml.PACKET_LIMIT);
        SignedTree.registerIds(document);
        return new SignedTree(document);
    }

    private static Document wholeTree(byte[] content, int limit, Consumer<Document> structure) {
        Document document = StrictXml.parse(content, limit);
        structure.accept(document);
        if (!SignedTree.registerIds(document).isEmpty()) {
            throw Refused.invalid("signing.damaged");
        }
        return document;
    }

    /** Tools sign in any order without complaint: the gates GVBM, GVCN, CBQL, KY_PHAT_HANH are ours (docs/packet.md). */
    private static Place openPlace(SignedTree tree, Slot slot) {
        Place wanted = tree.places().get(slot);
        if (wanted == null || wanted.signed() == null) {
            throw Refused.notNow("signing.slot-missing");
        }
        if (wanted.signature() != null) {
            throw Refused.notNow("signing.slot-taken");
        }
        for (Map.Entry<Slot, Place> other : tree.places().entrySet()) {
            int order = other.getKey().kind().compareTo(slot.kind());
            boolean filled = other.getValue().signature() != null;
            if (order < 0 && !filled) {
                throw Refused.notNow("signing.earlier-missing." + other.getKey().kind());
            }
            if (order > 0 && filled) {
                throw Refused.invalid("signing.damaged");
            }
        }
        return wanted;
    }

    /** What was just made has to hold. */
    static void requireGood(Element signature, Element signed, Instant signedAt) {
        if (signature == null) {
            throw new IllegalStateException("the signature did not reach its slot");
        }
        XmlSignature made = new XmlSignature(signature);
        Optional<String> wrong = made.wrongForm(signed);
        if (wrong.isPresent() || !made.holds() || !made.signedAt().equals(Optional.of(signedAt))) {
            throw new IllegalStateException("the signature just made does not hold: " + wrong.orElse("value"));
        }
    }

    private static String signatureId(Slot slot, String serial, Instant signedAt, byte[] content) {
        String place = slot == null ? "goi" : slot.kind().name().toLowerCase(Locale.ROOT);
        return signatureId(place, String.valueOf(slot), serial, signedAt, content);
    }

    /**
     * Two equal ids in one packet break both signatures: the slot, the content and the second go into it.
     *
     * @param place begins the id
     * @param slot tells places of the same kind apart
     */
    static String signatureId(String place, String slot, String serial, Instant signedAt, byte[] content) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update((slot + "|" + serial + "|" + signedAt + "|").getBytes(StandardCharsets.UTF_8));
            hash.update(content);
            return "chuky-" + place + "-" + HexFormat.of().formatHex(hash.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
