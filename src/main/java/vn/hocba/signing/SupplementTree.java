package vn.hocba.signing;

import static vn.hocba.signing.SignedTree.child;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.hocba.document.PacketNames;
import vn.hocba.document.PacketSchema;
import vn.hocba.document.StrictXml;
import vn.hocba.shared.Refused;
import vn.hocba.signing.SignedTree.Place;

/** A supplement that has passed the schema, with its slots in their order: found by path, never by searching for a name. */
final class SupplementTree {

    private final Document document;
    private final Map<SupplementSlot, Place> places = new EnumMap<>(SupplementSlot.class);

    private final boolean current;

    SupplementTree(Document document) {
        this.document = document;
        Element root = document.getDocumentElement();
        Element sealed = child(root, PacketNames.SUPPLEMENT_SEALED);
        Element data = child(sealed, PacketNames.SUPPLEMENT_DATA);
        current = find(data, PacketNames.SUPPLEMENT_STRUCTURE).isPresent();
        find(sealed, PacketNames.MANAGER_SLOT)
                .ifPresent(
                        slot -> places.put(SupplementSlot.SUPPLEMENT_HEAD, new Place(slot, PacketNames.DATA_ID, data)));
        places.put(
                SupplementSlot.SUPPLEMENT_SCHOOL,
                new Place(child(sealed, PacketNames.SEAL_SLOT), PacketNames.DATA_ID, data));
        find(root, PacketNames.LEADER_SLOT)
                .ifPresent(slot -> places.put(
                        SupplementSlot.SUPPLEMENT_LEADER, new Place(slot, PacketNames.SUPPLEMENT_SEALED_ID, sealed)));
        places.put(
                SupplementSlot.SUPPLEMENT_PROVINCE,
                new Place(child(root, PacketNames.PROVINCE_SLOT), PacketNames.SUPPLEMENT_SEALED_ID, sealed));
    }

    private static Optional<Element> find(Element parent, String name) {
        return SignedTree.children(parent).stream()
                .filter(element -> element.getLocalName().equals(name))
                .findFirst();
    }

    /** Whether it has the places of the structure that its signed part names: none can be taken away, none added. */
    boolean fitsStructure() {
        return places.containsKey(SupplementSlot.SUPPLEMENT_HEAD) == current
                && places.containsKey(SupplementSlot.SUPPLEMENT_LEADER) == current;
    }

    /** @throws Refused when it does not follow the schema, or two elements have one id */
    static SupplementTree of(byte[] supplement, PacketSchema schema) {
        Document parsed = StrictXml.parse(supplement, StrictXml.PACKET_LIMIT);
        schema.checkSupplement(parsed);
        if (!SignedTree.registerIds(parsed).isEmpty()) {
            throw Refused.invalid("signing.supplement-damaged");
        }
        SupplementTree tree = new SupplementTree(parsed);
        if (!tree.fitsStructure()) {
            throw Refused.invalid("signing.supplement-damaged");
        }
        return tree;
    }

    /**
     * The place that is to be signed next.
     *
     * @throws Refused when there is none, it is taken, or one before it is empty
     */
    Place open(SupplementSlot slot) {
        if (!places.containsKey(slot)) {
            throw Refused.notNow("signing.slot-missing");
        }
        if (isFilled(slot)) {
            throw Refused.notNow("signing.slot-taken");
        }
        for (SupplementSlot earlier : places.keySet()) {
            if (earlier.compareTo(slot) < 0 && !isFilled(earlier)) {
                throw Refused.notNow("signing.earlier-missing." + earlier);
            }
        }
        return places.get(slot);
    }

    Map<SupplementSlot, Place> places() {
        return places;
    }

    private boolean isFilled(SupplementSlot slot) {
        return places.get(slot).signature() != null;
    }

    Document document() {
        return document;
    }
}
