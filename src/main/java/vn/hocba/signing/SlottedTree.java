package vn.hocba.signing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.hocba.document.PacketSchema;
import vn.hocba.document.StrictXml;
import vn.hocba.shared.Refused;
import vn.hocba.signing.PacketVerification.Finding;
import vn.hocba.signing.SignedTree.Place;

/** A document that has passed its schema, with its places in their order: found by path, never by searching for a name. */
abstract class SlottedTree {

    private static final int PARSE = 1;
    private static final int STRUCTURE = 2;
    private static final int IDS = 3;
    private static final int STAGE = 5;

    private final Document document;

    SlottedTree(Document document) {
        this.document = document;
    }

    /** Its places, in the order in which they are filled. */
    abstract Map<DocumentSlot, Place> places();

    /** Whether it has the places of the structure that its signed part names: none can be taken away, none added. */
    abstract boolean fitsStructure();

    /**
     * The kind of document that has this place.
     *
     * @throws Refused when it does not follow its schema, two elements have one id, or it lacks a place
     */
    static SlottedTree of(byte[] content, DocumentSlot slot, PacketSchema schema) {
        boolean supplement = slot instanceof SupplementSlot;
        Document parsed = StrictXml.parse(content, StrictXml.PACKET_LIMIT);
        if (supplement) {
            schema.checkSupplement(parsed);
        } else {
            schema.checkHandOver(parsed);
        }
        String damaged = supplement ? "signing.supplement-damaged" : "signing.hand-over-damaged";
        if (!SignedTree.registerIds(parsed).isEmpty()) {
            throw Refused.invalid(damaged);
        }
        SlottedTree tree = supplement ? new SupplementTree(parsed) : new HandOverTree(parsed);
        if (!tree.fitsStructure()) {
            throw Refused.invalid(damaged);
        }
        return tree;
    }

    /**
     * Checks 1 to 3 (docs/packet.md).
     *
     * @param structure refuses what does not follow the schema
     * @return null where it is no document that we read
     */
    static Document checked(byte[] content, Consumer<Document> structure, List<Finding> findings) {
        Document parsed;
        try {
            parsed = StrictXml.parse(content, StrictXml.PACKET_LIMIT);
        } catch (Refused e) {
            findings.add(new Finding(PARSE, e.key(), e.args()));
            return null;
        }
        try {
            structure.accept(parsed);
        } catch (Refused e) {
            findings.add(new Finding(STRUCTURE, e.key(), e.args()));
        }
        SignedTree.registerIds(parsed).forEach(id -> findings.add(new Finding(IDS, "signing.check.ids", List.of(id))));
        return parsed;
    }

    /**
     * Check 5: the places up to one are filled, and no others.
     *
     * @param last null where none may be
     */
    <S extends Enum<S> & DocumentSlot> void checkStage(S last, List<Finding> findings) {
        places().forEach((slot, place) -> {
            boolean wanted = last != null && ((Enum<?>) slot).ordinal() <= last.ordinal();
            if ((place.signature() != null) != wanted) {
                findings.add(new Finding(
                        STAGE, "signing.check." + (wanted ? "missing." : "too-early.") + slot.name(), List.of()));
            }
        });
    }

    /**
     * The place that is to be signed next.
     *
     * @throws Refused when there is none, it is taken, or one before it is empty
     */
    Place open(DocumentSlot slot) {
        Place wanted = places().get(slot);
        if (wanted == null) {
            throw Refused.notNow("signing.slot-missing");
        }
        if (wanted.signature() != null) {
            throw Refused.notNow("signing.slot-taken");
        }
        for (Map.Entry<DocumentSlot, Place> earlier : places().entrySet()) {
            if (earlier.getKey() == slot) {
                break;
            }
            if (earlier.getValue().signature() == null) {
                throw Refused.notNow(
                        "signing.earlier-missing." + earlier.getKey().name());
            }
        }
        return wanted;
    }

    static Optional<Element> find(Element parent, String name) {
        return SignedTree.children(parent).stream()
                .filter(element -> element.getLocalName().equals(name))
                .findFirst();
    }

    Document document() {
        return document;
    }
}
