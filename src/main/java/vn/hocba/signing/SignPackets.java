package vn.hocba.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.hocba.document.PacketSchema;
import vn.hocba.document.StrictXml;
import vn.hocba.shared.Refused;
import vn.hocba.signing.SignedTree.Place;
import vn.hocba.signing.session.Drafts;
import vn.hocba.signing.session.Drafts.Draft;
import vn.hocba.signing.session.NotSigned;
import vn.hocba.signing.session.SigningSession;

@Service
class SignPackets implements PacketSigning {

    private final CertificateTrust trust;
    private final PacketSchema schema;
    private final Drafts drafts;
    private final Clock clock;

    SignPackets(CertificateTrust trust, PacketSchema schema, Drafts drafts, Clock clock) {
        this.trust = trust;
        this.schema = schema;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** A document with a signature that lacks its value. */
    private record Unsigned(XadesDraft draft, String signatureId, Instant signedAt, SignaturePlace place) {}

    @Override
    public SignedPacket sign(byte[] document, SignaturePlace place, SigningSession session) {
        HeldKey key = HeldKey.of(session);
        demandFits(key, place);
        Unsigned unsigned = unsigned(document, place, key, now());
        return signed(unsigned, key.sign(unsigned.draft().dataToSign()), key);
    }

    @Override
    public Instant signingTime(String targetId, SigningSession session) {
        return session.holdsKey() || session.isPreparing()
                ? now()
                : drafts.find(waiting(session).id(), targetId)
                        .map(Draft::signedAt)
                        .orElseGet(this::now);
    }

    @Override
    public void prepare(String targetId, int version, byte[] document, SignaturePlace place, SigningSession session) {
        ConsentSession consent = waiting(session);
        demandFits(consent, place);
        Unsigned unsigned = unsigned(document, place, consent, now());
        drafts.put(consent.id(), targetId, version, unsigned.signedAt(), hash(unsigned));
    }

    @Override
    public SignedPacket complete(
            String targetId, int version, byte[] document, SignaturePlace place, SigningSession session) {
        if (session.holdsKey()) {
            return sign(document, place, session);
        }
        ConsentSession consent = waiting(session);
        demandFits(consent, place);
        Draft draft = drafts.find(consent.id(), targetId).orElseThrow(() -> Refused.notFound("signing.no-draft"));
        Unsigned unsigned = unsigned(document, place, consent, draft.signedAt());
        if (version != draft.version()
                || !HexFormat.of().formatHex(hash(unsigned)).equals(draft.hash())) {
            throw Refused.notNow("signing.content-changed");
        }
        if (draft.value() == null) {
            throw draft.refusal() == null
                    ? new NotSigned("signing.not-signed")
                    : new NotSigned("signing.not-signed-because", draft.refusal());
        }
        SignedPacket signed = signed(unsigned, draft.value(), consent);
        drafts.remove(consent.id(), targetId);
        return signed;
    }

    private static ConsentSession waiting(SigningSession session) {
        if (CertifiedSession.of(session) instanceof ConsentSession consent) {
            return consent;
        }
        throw new IllegalArgumentException("a session that keeps no drafts");
    }

    private void demandFits(CertifiedSession session, SignaturePlace place) {
        trust.requireUsable(session.chain());
        if (place.wantsSeal() != session.isSeal()) {
            throw Refused.invalid(place.wantsSeal() ? "signing.slot-wants-seal" : "signing.slot-wants-person");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static byte[] hash(Unsigned unsigned) {
        return ExclusiveC14n.sha256(unsigned.draft().dataToSign());
    }

    /** First phase: the same arguments always give the same bytes. */
    private Unsigned unsigned(byte[] document, SignaturePlace place, CertifiedSession session, Instant signedAt) {
        if (place instanceof Slot slot) {
            return inSlot(document, slot, session, signedAt);
        }
        return place instanceof DocumentSlot slot
                ? inDocument(document, slot, session, signedAt)
                : whole(document, (WholeDocument) place, session, signedAt);
    }

    private Unsigned inDocument(byte[] document, DocumentSlot slot, CertifiedSession session, Instant signedAt) {
        SlottedTree tree = SlottedTree.of(document, slot, schema);
        Place open = tree.open(slot);
        String id =
                signatureId(slot.name().toLowerCase(Locale.ROOT), slot.name(), session.serial(), signedAt, document);
        return new Unsigned(
                XadesDraft.of(tree.document(), open.element(), open.signedId(), id, signedAt, session.chain()),
                id,
                signedAt,
                slot);
    }

    private Unsigned inSlot(byte[] packet, Slot slot, CertifiedSession session, Instant signedAt) {
        SignedTree tree = tree(packet);
        Place open = openPlace(tree, slot);
        String id = signatureId(
                slot.kind().name().toLowerCase(Locale.ROOT), slot.toString(), session.serial(), signedAt, packet);
        return new Unsigned(
                XadesDraft.of(tree.document(), open.element(), open.signedId(), id, signedAt, session.chain()),
                id,
                signedAt,
                slot);
    }

    private Unsigned whole(byte[] content, WholeDocument kind, CertifiedSession session, Instant signedAt) {
        Document tree = wholeTree(content, kind);
        if (PackageSignature.of(tree).isPresent()) {
            throw Refused.notNow("signing.slot-taken");
        }
        String id = signatureId("goi", "null", session.serial(), signedAt, content);
        return new Unsigned(
                XadesDraft.of(tree, tree.getDocumentElement(), "", id, signedAt, session.chain()), id, signedAt, kind);
    }

    /** Second phase. */
    private SignedPacket signed(Unsigned unsigned, byte[] value, CertifiedSession session) {
        byte[] signed = withValue(() -> unsigned.draft().signed(value));
        if (unsigned.place() instanceof Slot slot) {
            Place filled = reread(signed).places().get(slot);
            requireGood(filled.signature(), filled.signed(), unsigned.signedAt());
        } else if (unsigned.place() instanceof DocumentSlot slot) {
            Place filled = SlottedTree.of(signed, slot, schema).places().get(slot);
            requireGood(filled.signature(), filled.signed(), unsigned.signedAt());
        } else {
            Document tree = wholeTree(signed, (WholeDocument) unsigned.place());
            requireGood(PackageSignature.of(tree).orElse(null), null, unsigned.signedAt());
        }
        return new SignedPacket(signed, unsigned.signatureId(), unsigned.signedAt(), session.serial());
    }

    /** What comes from a provider may be no such value at all. */
    private static byte[] withValue(Supplier<byte[]> document) {
        try {
            return document.get();
        } catch (IllegalArgumentException noValue) {
            throw new NotSigned("signing.value-wrong");
        }
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

    private Document wholeTree(byte[] content, WholeDocument kind) {
        int limit = kind == WholeDocument.HAND_OVER ? StrictXml.PACKET_LIMIT : StrictXml.PACKAGE_LIMIT;
        Consumer<Document> structure =
                switch (kind) {
                    case PACKAGE -> schema::checkPackage;
                    case REPORT -> schema::checkReport;
                    case RECEIPTS -> schema::checkReceiptList;
                    case HAND_OVER -> schema::checkHandOver;
                };
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

    /** What was just made has to hold, whoever gave the value. */
    private static void requireGood(Element signature, Element signed, Instant signedAt) {
        if (signature == null) {
            throw new IllegalStateException("the signature did not reach its slot");
        }
        XmlSignature made = new XmlSignature(signature);
        Optional<String> wrong = made.wrongForm(signed);
        if (wrong.isPresent() || !made.holds() || !made.signedAt().equals(Optional.of(signedAt))) {
            throw new NotSigned("signing.value-wrong");
        }
    }

    /**
     * Two equal ids in one packet break both signatures: the slot, the content and the second go into it.
     *
     * @param place begins the id
     * @param slot tells places of the same kind apart
     */
    private static String signatureId(String place, String slot, String serial, Instant signedAt, byte[] content) {
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
