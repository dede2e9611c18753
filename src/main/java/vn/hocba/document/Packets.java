package vn.hocba.document;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.w3c.dom.Document;
import vn.hocba.assessment.Regulation;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.Regulations;
import vn.hocba.record.Tt27View;
import vn.hocba.shared.Refused;

@Service
class Packets implements PacketFormat {

    private final PacketSchema schema;
    private final Regulations regulations;

    Packets(PacketSchema schema, Regulations regulations) {
        this.schema = schema;
        this.regulations = regulations;
    }

    @Override
    public byte[] packet(RecordSnapshot snapshot) {
        return new PacketWriter().write(snapshot, regulations.of(snapshot));
    }

    @Override
    public byte[] signedFor(byte[] packet, ActingFor signer) {
        if (actingFor(StrictXml.parse(packet, StrictXml.PACKET_LIMIT)).isPresent()) {
            throw Refused.notNow("record.already-signed");
        }
        return PacketWriter.with(packet, signer);
    }

    @Override
    public Optional<ActingFor> actingFor(Document checked) {
        return PacketReader.actingFor(checked);
    }

    @Override
    public RecordSnapshot read(byte[] packet) {
        Document document = StrictXml.parse(packet, StrictXml.PACKET_LIMIT);
        schema.checkPacket(document);
        return read(document);
    }

    @Override
    public RecordSnapshot read(Document checked) {
        RecordSnapshot version = PacketReader.read(checked);
        if (PacketReader.namesRegulation(checked)) {
            new PartsRules(regulation(version), version).demand();
        } else {
            demandEachCodeOnce(version);
        }
        return version;
    }

    /** The form of TT 27/2020 lets every code stand anywhere; two of the same would be one cell, and one of them would not count. */
    private static void demandEachCodeOnce(RecordSnapshot version) {
        Set<String> parts = new HashSet<>();
        for (RecordSnapshot.Part part : version.parts()) {
            Set<String> cells = new HashSet<>();
            boolean twice = !parts.add(part.code()) || part.cells().stream().anyMatch(cell -> !cells.add(cell.code()));
            if (twice) {
                throw Refused.invalid("packet.code-twice", part.name());
            }
        }
    }

    /** A regulation with a form of its own is not written by parts, where the schema would ask less of it. */
    private Regulation regulation(RecordSnapshot version) {
        if (Tt27View.isOf(version)) {
            throw Refused.invalid("packet.own-form", version.regulation());
        }
        if (!regulations.knows(version.regulation())) {
            throw Refused.invalid("packet.unknown-regulation", version.regulation());
        }
        return regulations.of(version);
    }
}
