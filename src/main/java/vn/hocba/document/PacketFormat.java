package vn.hocba.document;

import java.util.Optional;
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
     * The packet that the homeroom teacher has signed, with what the signature for the school says of its signer. It stands outside of what is signed already.
     *
     * @throws vn.hocba.shared.Refused when it is said already, or as {@link #packet}
     */
    byte[] signedFor(byte[] packet, ActingFor signer);

    /** As what somebody signed for the school, from a checked tree as {@link #read(Document)}; empty where the packet does not say it. */
    Optional<ActingFor> actingFor(Document checked);

    /**
     * Reads the values from a tree that was parsed by {@link StrictXml} and passed {@link PacketSchema}: after verification they come from the very
     * tree that was verified.
     */
    RecordSnapshot read(Document checked);
}
