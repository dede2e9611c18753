package vn.hocba.signing;

import static vn.hocba.document.PacketNames.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import vn.hocba.document.PacketNames;

/** A packet that has passed the schema, with its slots in their order: found by path, never by searching for a name. */
final class SignedTree {

    private final Document document;
    private final Map<Slot, Place> places = new LinkedHashMap<>();

    /**
     * A slot in the tree.
     *
     * @param element that holds the signature
     * @param signedId id of what its signature covers
     * @param signed what its signature covers; null when a subject's slot has no row
     */
    record Place(Element element, String signedId, Element signed) {

        /** The signature in the slot; null while it is empty. */
        Element signature() {
            return children(element).stream().findFirst().orElse(null);
        }
    }

    SignedTree(Document document) {
        this.document = document;
        Element root = document.getDocumentElement();
        Element data = child(root, DATA);
        Element information = child(data, INFORMATION);
        Element release = child(root, RELEASE);
        Element list = child(data, SIGNATURE_LIST);
        Map<String, Element> rows = rows(information);
        Map<String, String> rowsBySlotId = new LinkedHashMap<>();
        rows.keySet().forEach(id -> rowsBySlotId.put(teacherSlotId(id), id));
        for (Element slot : children(child(list, TEACHER_SLOTS))) {
            String slotId = slot.getAttribute(ID);
            String rowId = rowsBySlotId.getOrDefault(slotId, slotId);
            places.put(new Slot(SlotKind.GVBM, rowId), new Place(slot, rowId, rows.get(rowId)));
        }
        Element homeroom = child(list, HOMEROOM_SLOT);
        places.put(Slot.HOMEROOM, new Place(homeroom, INFORMATION_ID, information));
        places.put(Slot.PRINCIPAL, new Place(child(release, MANAGER_SLOT), DATA_ID, data));
        places.put(Slot.SEAL, new Place(child(release, SEAL_SLOT), DATA_ID, data));
    }

    /** Every slot, in the order in which they are filled. */
    Map<Slot, Place> places() {
        return places;
    }

    Document document() {
        return document;
    }

    /**
     * Makes the ids of a tree known to the XML signature code.
     *
     * @return those that stand twice or are spelled otherwise than {@link PacketNames#ID}
     */
    static List<String> registerIds(Document document) {
        List<String> wrong = new ArrayList<>();
        registerIds(document.getDocumentElement(), new HashSet<>(), wrong);
        return wrong;
    }

    private static void registerIds(Element element, Set<String> seen, List<String> wrong) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (attribute.getLocalName().equalsIgnoreCase(ID)) {
                if (!attribute.getName().equals(ID)) {
                    wrong.add(attribute.getName() + "=" + attribute.getValue());
                } else if (!seen.add(attribute.getValue())) {
                    wrong.add(attribute.getValue());
                } else {
                    element.setIdAttributeNode(attribute, true);
                }
            }
        }
        children(element).forEach(child -> registerIds(child, seen, wrong));
    }

    static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(element -> element.getLocalName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " is missing: the schema was not checked"));
    }

    static List<Element> children(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static Map<String, Element> rows(Element information) {
        Map<String, Element> rows = new LinkedHashMap<>();
        Element content = children(information).stream()
                .filter(element -> element.getLocalName().equals(BY_REGULATION))
                .findFirst()
                .orElse(information);
        children(child(content, SUBJECTS)).forEach(row -> rows.put(row.getAttribute(ID), row));
        return rows;
    }
}
