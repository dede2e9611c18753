package vn.hocba.document;

import org.w3c.dom.Document;

/** The files by which a Sở confirms what it has frozen and what it has taken in; their shape is published as docs/packet/bien-nhan.xsd. */
public interface ReceiptFormat {

    /** The list that is to be signed: canonical, UTF-8. */
    byte[] write(ReceiptList list);

    /** Reads a list whose tree has passed {@link PacketSchema#checkReceiptList}; says nothing about its signature. */
    ReceiptList readList(Document checked);

    /** The receipt of one version: canonical, UTF-8. */
    byte[] write(Receipt receipt);

    /** Reads a receipt whose tree has passed {@link PacketSchema#checkReceipt}; says nothing about whether it is true. */
    Receipt read(Document checked);
}
