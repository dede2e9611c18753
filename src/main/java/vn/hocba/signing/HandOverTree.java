package vn.hocba.signing;

import static vn.hocba.signing.SignedTree.child;

import java.util.LinkedHashMap;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.hocba.document.PacketNames;
import vn.hocba.signing.SignedTree.Place;

/** The places of a hand-over; one of the former structure has none, see {@link WholeDocument#HAND_OVER}. */
final class HandOverTree extends SlottedTree {

    private final Map<DocumentSlot, Place> places = new LinkedHashMap<>();
    private final boolean fits;

    HandOverTree(Document document) {
        super(document);
        Element root = document.getDocumentElement();
        if (find(root, PacketNames.HAND_OVER_SIGNED).isEmpty()) {
            fits = false;
            return;
        }
        Element signed = child(root, PacketNames.HAND_OVER_SIGNED);
        Element data = child(signed, PacketNames.HAND_OVER_DATA);
        find(signed, PacketNames.HOMEROOM_SLOT)
                .ifPresent(slot ->
                        places.put(HandOverSlot.HAND_OVER_HOMEROOM, new Place(slot, PacketNames.DATA_ID, data)));
        places.put(
                HandOverSlot.HAND_OVER_HEAD,
                new Place(child(root, PacketNames.MANAGER_SLOT), PacketNames.HAND_OVER_SIGNED_ID, signed));
        places.put(
                HandOverSlot.HAND_OVER_SEAL,
                new Place(child(root, PacketNames.SEAL_SLOT), PacketNames.HAND_OVER_SIGNED_ID, signed));
        fits = places.containsKey(HandOverSlot.HAND_OVER_HOMEROOM)
                == find(data, PacketNames.HAND_OVER_HOMEROOM).isPresent();
    }

    @Override
    boolean fitsStructure() {
        return fits;
    }

    @Override
    Map<DocumentSlot, Place> places() {
        return places;
    }
}
