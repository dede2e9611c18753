package vn.hocba.signing;

import static vn.hocba.signing.SignedTree.child;

import java.util.LinkedHashMap;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.hocba.document.PacketNames;
import vn.hocba.signing.SignedTree.Place;

/** The places of a supplement. */
final class SupplementTree extends SlottedTree {

    private final Map<DocumentSlot, Place> places = new LinkedHashMap<>();
    private final boolean current;

    SupplementTree(Document document) {
        super(document);
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

    @Override
    boolean fitsStructure() {
        return places.containsKey(SupplementSlot.SUPPLEMENT_HEAD) == current
                && places.containsKey(SupplementSlot.SUPPLEMENT_LEADER) == current;
    }

    @Override
    Map<DocumentSlot, Place> places() {
        return places;
    }
}
