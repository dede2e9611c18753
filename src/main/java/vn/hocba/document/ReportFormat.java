package vn.hocba.document;

/** The file in which a Sở reports frozen packets to the ministry; its shape is published as docs/packet/bao-cao.xsd. */
public interface ReportFormat {

    /** The unsigned part: canonical, UTF-8; each packet kept byte for byte as base64. */
    byte[] write(ReportPart part);

    /**
     * Reads a part, signed or not; says nothing about its signature.
     *
     * @throws vn.hocba.shared.Refused when it is not of this schema, or counts or hashes do not agree with what it holds
     */
    ReportPart read(byte[] content);
}
