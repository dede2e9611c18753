package vn.hocba.document;

import static vn.hocba.document.PacketNames.*;

import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Service;
import org.w3c.dom.Document;
import vn.hocba.record.RecordSnapshot;

@Service
class HandOvers implements HandOverFormat {

    private final PacketSchema schema;
    private final PacketFormat packets;

    HandOvers(PacketSchema schema, PacketFormat packets) {
        this.schema = schema;
        this.packets = packets;
    }

    @Override
    public byte[] write(HandOver content) {
        RecordSnapshot.Issuer sender = content.sender();
        XmlText xml = new XmlText();
        xml.open(HAND_OVER)
                .text(HAND_OVER_ID, content.id())
                .text(CREATED_ON, content.createdOn())
                .text(LOOKUP_CODE, content.lookupCode())
                .open(HAND_OVER_FROM)
                .text(SCHOOL_CODE, sender.schoolCode())
                .text(SCHOOL_NAME, sender.schoolName())
                .text(TAX_CODE, sender.taxCode())
                .text(PROVINCE_CODE, sender.provinceCode())
                .text(PROVINCE_NAME, sender.provinceName())
                .text(PLACE, sender.place())
                .close()
                .open(HAND_OVER_TO)
                .text(SCHOOL_NAME, content.receiver().schoolName())
                .text(PROVINCE_NAME, content.receiver().provinceName())
                .close();
        if (content.unfinished() != null) {
            xml.text(UNFINISHED, base64(packets.packet(content.unfinished())));
        }
        xml.open(PACKAGE_LIST);
        content.issued().forEach(packet -> xml.text(PACKAGE_ITEM, base64(packet)));
        return xml.close().close().bytes();
    }

    @Override
    public HandOver read(byte[] content) {
        Document document = StrictXml.parse(content, StrictXml.PACKET_LIMIT);
        schema.checkHandOver(document);
        Fields root = Fields.of(document);
        Fields from = root.child(HAND_OVER_FROM);
        Fields to = root.child(HAND_OVER_TO);
        String unfinished = root.text(UNFINISHED);
        return new HandOver(
                root.text(HAND_OVER_ID),
                root.date(CREATED_ON),
                root.text(LOOKUP_CODE),
                new RecordSnapshot.Issuer(
                        from.text(SCHOOL_CODE),
                        from.text(SCHOOL_NAME),
                        from.text(TAX_CODE),
                        from.text(PROVINCE_CODE),
                        from.text(PROVINCE_NAME),
                        from.text(PLACE)),
                new HandOver.Receiver(to.text(SCHOOL_NAME), to.text(PROVINCE_NAME)),
                unfinished == null ? null : packets.read(bytes(unfinished)),
                issued(root));
    }

    private static List<byte[]> issued(Fields root) {
        return root.child(PACKAGE_LIST).children(PACKAGE_ITEM).stream()
                .map(item -> bytes(item.content()))
                .toList();
    }

    private static String base64(byte[] packet) {
        return Base64.getEncoder().encodeToString(packet);
    }

    private static byte[] bytes(String base64) {
        return Base64.getMimeDecoder().decode(base64);
    }
}
