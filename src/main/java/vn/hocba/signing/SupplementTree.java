package vn.hocba.signing;

import static vn.hocba.signing.SignedTree.child;

import java.util.EnumMap;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.hocba.document.PacketNames;
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

    Map<SupplementSlot, Place> places() {
        return places;
    }

    boolean isFilled(SupplementSlot slot) {
        return places.get(slot).signature() != null;
    }

    Document document() {
        return document;
    }
}
