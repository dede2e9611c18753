package vn.hocba.document;

import org.w3c.dom.Document;

/** The XML document of a supplement; its shape is published as docs/packet/bo-sung.xsd. */
public interface SupplementFormat {

    /**
     * The unsigned document: canonical, UTF-8, empty slots, valid against the schema.
     *
     * @throws vn.hocba.shared.Refused when a text holds a control character that XML cannot carry
     */
    byte[] write(Supplement supplement);

    /**
     * Reads the values from a tree that was parsed by {@link StrictXml} and passed {@link PacketSchema}: after verification they come from the very tree that
     * was verified.
     */
    Supplement read(Document checked);
}
