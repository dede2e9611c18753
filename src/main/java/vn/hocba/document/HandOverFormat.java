package vn.hocba.document;

import java.util.Optional;
import org.w3c.dom.Document;

/** The document with which a school hands a record over to another; its shape is published as docs/packet/ban-giao.xsd. */
public interface HandOverFormat {

    /** The unsigned document: canonical, UTF-8, empty slots; packets kept byte for byte as base64. */
    byte[] write(HandOver content);

    /**
     * Such a document of the current structure, with what the signature for the school says of its signer. It stands outside of what the homeroom teacher has
     * signed.
     *
     * @throws vn.hocba.shared.Refused when it is said already
     */
    byte[] signedFor(byte[] document, ActingFor signer);

    /**
     * Reads such a document, signed or not; says nothing about its signatures, nor about those of the packets in it.
     *
     * @throws vn.hocba.shared.Refused when it is not a document of this schema
     */
    HandOver read(byte[] content);

    /**
     * Reads the values from a tree that was parsed by {@link StrictXml} and passed {@link PacketSchema}: after verification they come from the very tree that
     * was verified.
     */
    HandOver read(Document checked);

    /** As what somebody signed for the school, from a checked tree; empty where the document does not say it. */
    Optional<ActingFor> actingFor(Document checked);
}
