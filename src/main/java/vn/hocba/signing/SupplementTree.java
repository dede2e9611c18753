package vn.hocba.signing;

import static vn.hocba.signing.SignedTree.child;

import java.util.EnumMap;
import java.util.Map;
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

    SupplementTree(Document document) {
        this.document = document;
        Element root = document.getDocumentElement();
        Element sealed = child(root, PacketNames.SUPPLEMENT_SEALED);
        Element data = child(sealed, PacketNames.SUPPLEMENT_DATA);
        places.put(
                SupplementSlot.SUPPLEMENT_SCHOOL,
                new Place(child(sealed, PacketNames.SEAL_SLOT), PacketNames.DATA_ID, data));
        places.put(
                SupplementSlot.SUPPLEMENT_PROVINCE,
                new Place(child(root, PacketNames.PROVINCE_SLOT), PacketNames.SUPPLEMENT_SEALED_ID, sealed));
    }

    /** @throws Refused when it does not follow the schema, or two elements have one id */
    static SupplementTree of(byte[] supplement, PacketSchema schema) {
        Document parsed = StrictXml.parse(supplement, StrictXml.PACKET_LIMIT);
        schema.checkSupplement(parsed);
        if (!SignedTree.registerIds(parsed).isEmpty()) {
            throw Refused.invalid("signing.supplement-damaged");
        }
        return new SupplementTree(parsed);
    }

    /**
     * The place that is to be signed next.
     *
     * @throws Refused when it is taken, or the school has not signed before the Sở
     */
    Place open(SupplementSlot slot) {
        if (isFilled(slot)) {
            throw Refused.notNow("signing.slot-taken");
        }
        if (slot == SupplementSlot.SUPPLEMENT_PROVINCE && !isFilled(SupplementSlot.SUPPLEMENT_SCHOOL)) {
            throw Refused.notNow("signing.earlier-missing." + SupplementSlot.SUPPLEMENT_SCHOOL);
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
