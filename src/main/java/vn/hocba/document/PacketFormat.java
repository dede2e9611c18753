package vn.hocba.document;

import org.w3c.dom.Document;
import vn.hocba.record.RecordSnapshot;

/** The XML packet of a version, which is the legal original; its shape is published as docs/packet/hoc-ba.xsd. */
public interface PacketFormat {

    /**
     * The unsigned packet of a version: canonical, UTF-8, empty slots, valid against the schema.
     *
     * @throws vn.hocba.shared.Refused when a text holds a control character that XML cannot carry
     */
    byte[] packet(RecordSnapshot snapshot);

    /**
     * Reads a packet back; says nothing about its signatures.
     *
     * @throws vn.hocba.shared.Refused when it is not a packet of this schema
     */
    RecordSnapshot read(byte[] packet);

    /**
     * Reads the values from a tree that was parsed by {@link StrictXml} and passed {@link PacketSchema}: after verification they come from the very
     * tree that was verified.
     */
    RecordSnapshot read(Document checked);
}
