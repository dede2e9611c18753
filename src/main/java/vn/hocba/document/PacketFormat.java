package vn.hocba.document;

import vn.hocba.record.RecordSnapshot;

/** The XML packet, which is the legal original of a version. */
public interface PacketFormat {

    /** The unsigned packet of a version: canonical, UTF-8, empty slots, valid against the schema in docs/packet. */
    byte[] packet(RecordSnapshot snapshot);

    /**
     * Reads a packet back.
     *
     * @throws vn.hocba.shared.Refused when it is not a packet of this schema
     */
    RecordSnapshot read(byte[] packet);
}
