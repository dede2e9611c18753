package vn.hocba.document;

import static vn.hocba.document.PacketNames.*;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.w3c.dom.Document;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.shared.Refused;

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
        XmlText xml = new XmlText();
        xml.open(HAND_OVER);
        if (content.structure() == HandOver.CURRENT) {
            xml.open(HAND_OVER_SIGNED, ID, HAND_OVER_SIGNED_ID)
                    .open(HAND_OVER_DATA, ID, DATA_ID)
                    .text(SUPPLEMENT_STRUCTURE, HandOver.CURRENT)
                    .flag(HAND_OVER_HOMEROOM, content.byHomeroom() ? Boolean.TRUE : null);
            ends(xml, content);
            xml.text(PROGRESS, content.progress());
            records(xml, content);
            xml.close();
            if (content.byHomeroom()) {
                xml.open(HOMEROOM_SLOT).close();
            }
            xml.close().open(MANAGER_SLOT).close().open(SEAL_SLOT).close();
        } else {
            ends(xml, content);
            records(xml, content);
        }
        return xml.close().bytes();
    }

    /** Which transfer it is, from where to where. */
    private static void ends(XmlText xml, HandOver content) {
        RecordSnapshot.Issuer sender = content.sender();
        xml.text(HAND_OVER_ID, content.id())
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
    }

    private void records(XmlText xml, HandOver content) {
        if (content.unfinished() != null) {
            xml.text(UNFINISHED, base64(packets.packet(content.unfinished())));
        }
        xml.open(PACKAGE_LIST);
        content.issued().forEach(packet -> xml.text(PACKAGE_ITEM, base64(packet)));
        xml.close();
    }

    @Override
    public byte[] signedFor(byte[] document, ActingFor signer) {
        if (actingFor(StrictXml.parse(document, StrictXml.PACKET_LIMIT)).isPresent()) {
            throw Refused.notNow("record.already-signed");
        }
        return PacketWriter.with(document, HAND_OVER_SIGNED, signer);
    }

    @Override
    public HandOver read(byte[] content) {
        Document document = StrictXml.parse(content, StrictXml.PACKET_LIMIT);
        schema.checkHandOver(document);
        return read(document);
    }

    @Override
    public HandOver read(Document checked) {
        Optional<Fields> signed = signed(checked);
        Fields root = signed.map(part -> part.child(HAND_OVER_DATA)).orElseGet(() -> Fields.of(checked));
        Fields from = root.child(HAND_OVER_FROM);
        Fields to = root.child(HAND_OVER_TO);
        String unfinished = root.text(UNFINISHED);
        return new HandOver(
                signed.isPresent() ? root.number(SUPPLEMENT_STRUCTURE) : HandOver.FORMER,
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
                root.text(HAND_OVER_HOMEROOM) != null,
                root.text(PROGRESS),
                unfinished == null ? null : packets.read(bytes(unfinished)),
                issued(root));
    }

    @Override
    public Optional<ActingFor> actingFor(Document checked) {
        return signed(checked).flatMap(PacketReader::actingFor);
    }

    /** What is signed for the school; empty in a document of the former structure. */
    private static Optional<Fields> signed(Document document) {
        return Fields.of(document).children(HAND_OVER_SIGNED).stream().findFirst();
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
