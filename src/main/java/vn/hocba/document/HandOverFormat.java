package vn.hocba.document;

/** The document with which a school hands a record over to another; its shape is published as docs/packet/ban-giao.xsd. */
public interface HandOverFormat {

    /** The unsigned document: canonical, UTF-8; packets kept byte for byte as base64. */
    byte[] write(HandOver content);

    /**
     * Reads such a document, signed or not; says nothing about its signatures, nor about those of the packets in it.
     *
     * @throws vn.hocba.shared.Refused when it is not a document of this schema
     */
    HandOver read(byte[] content);
}
