package vn.hocba.document;

import org.springframework.stereotype.Service;
import org.w3c.dom.Document;
import vn.hocba.record.RecordSnapshot;

@Service
class Packets implements PacketFormat {

    private final PacketSchema schema;

    Packets(PacketSchema schema) {
        this.schema = schema;
    }

    @Override
    public byte[] packet(RecordSnapshot snapshot) {
        return new PacketWriter().write(snapshot);
    }

    @Override
    public RecordSnapshot read(byte[] packet) {
        Document document = StrictXml.parse(packet, StrictXml.PACKET_LIMIT);
        schema.checkPacket(document);
        return PacketReader.read(document);
    }

    @Override
    public RecordSnapshot read(Document checked) {
        return PacketReader.read(checked);
    }
}
