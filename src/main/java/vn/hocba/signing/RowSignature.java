package vn.hocba.signing;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.w3c.dom.Document;
import vn.hocba.document.PacketNames;
import vn.hocba.document.StrictXml;
import vn.hocba.shared.Refused;
import vn.hocba.signing.SignedTree.Place;

/**
 * A teacher's signature over a row, taken out of the draft in which it was made and put into the packet that is begun later. It covers the canonical row and
 * nothing around it, so it holds in every packet that has the same row.
 */
final class RowSignature {

    private RowSignature() {}

    /** The bytes of the ds:Signature in the slot of a row. */
    static byte[] of(byte[] signed, String rowId) {
        String packet = new String(signed, StandardCharsets.UTF_8);
        String open = open(rowId);
        int start = packet.indexOf(open);
        int end = packet.indexOf(close(), start);
        if (start < 0 || end <= start + open.length()) {
            throw new IllegalArgumentException("no signature over " + rowId);
        }
        return packet.substring(start + open.length(), end).getBytes(StandardCharsets.UTF_8);
    }

    /** The packet with the signature in its slot; empty when there is no empty slot for it, or it does not hold for the row that is there now. */
    static Optional<byte[]> into(byte[] packet, String rowId, byte[] signature) {
        String text = new String(packet, StandardCharsets.UTF_8);
        String empty = open(rowId) + close();
        int slot = text.indexOf(empty);
        if (slot < 0) {
            return Optional.empty();
        }
        int inside = slot + open(rowId).length();
        byte[] filled = (text.substring(0, inside)
                        + new String(signature, StandardCharsets.UTF_8)
                        + text.substring(inside))
                .getBytes(StandardCharsets.UTF_8);
        return holds(filled, rowId) ? Optional.of(filled) : Optional.empty();
    }

    private static boolean holds(byte[] packet, String rowId) {
        Document document = StrictXml.parse(packet, StrictXml.PACKET_LIMIT);
        if (!SignedTree.registerIds(document).isEmpty()) {
            throw Refused.invalid("signing.damaged");
        }
        Place place = new SignedTree(document).places().get(new Slot(SlotKind.GVBM, rowId));
        XmlSignature signature = new XmlSignature(place.signature());
        return signature.wrongForm(place.signed()).isEmpty() && signature.holds();
    }

    private static String open(String rowId) {
        return "<" + PacketNames.TEACHER_SLOT + " " + PacketNames.ID + "=\"" + PacketNames.teacherSlotId(rowId) + "\">";
    }

    private static String close() {
        return "</" + PacketNames.TEACHER_SLOT + ">";
    }
}
