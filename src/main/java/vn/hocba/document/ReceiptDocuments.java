package vn.hocba.document;

import static vn.hocba.document.PacketNames.*;
import static vn.hocba.document.ReceiptNames.*;

import java.time.Instant;
import java.util.Base64;
import org.springframework.stereotype.Service;
import org.w3c.dom.Document;
import vn.hocba.document.ReceiptLeaf.Answered;
import vn.hocba.document.ReceiptLeaf.Frozen;
import vn.hocba.document.ReceiptLeaf.Kind;

@Service
class ReceiptDocuments implements ReceiptFormat {

    @Override
    public byte[] write(ReceiptList list) {
        boolean freeze = list.kind() == Kind.FREEZE;
        return new XmlText()
                .open(RECEIPT_LIST)
                .text(RECEIPT_KIND, RECEIPT_KINDS.get(list.kind()))
                .text(RECEIPT_LIST_ID, list.id())
                .text(PROVINCE_CODE, list.provinceCode())
                .text(RECEIPT_PROVINCE, list.provinceName())
                .text(PROVINCE_TAX_CODE, list.taxCode())
                .text(SCHOOL_YEAR, freeze ? schoolYear(list.schoolYear()) : null)
                .text(WAVE, freeze ? list.wave() : null)
                .text(EFFECTIVE_ON, freeze ? list.day() : null)
                .text(INTAKE_FROM, freeze ? null : list.from())
                .text(INTAKE_TO, freeze ? null : list.day())
                .text(RECEIPT_TOTAL, list.total())
                .text(RECEIPT_ROOT, list.root())
                .text(APPROVED_BY, list.approvedBy())
                .text(APPROVED_ON, list.approvedOn())
                .close()
                .bytes();
    }

    @Override
    public ReceiptList readList(Document checked) {
        Fields root = Fields.of(checked);
        Kind kind = keyOf(RECEIPT_KINDS, root.text(RECEIPT_KIND));
        boolean freeze = kind == Kind.FREEZE;
        return new ReceiptList(
                kind,
                root.text(RECEIPT_LIST_ID),
                root.text(PROVINCE_CODE),
                root.text(RECEIPT_PROVINCE),
                root.text(PROVINCE_TAX_CODE),
                freeze ? schoolYearStart(root.text(SCHOOL_YEAR)) : null,
                freeze ? root.number(WAVE) : null,
                root.date(freeze ? EFFECTIVE_ON : INTAKE_FROM),
                root.date(freeze ? EFFECTIVE_ON : INTAKE_TO),
                root.number(RECEIPT_TOTAL),
                root.text(RECEIPT_ROOT),
                root.text(APPROVED_BY),
                root.date(APPROVED_ON));
    }

    @Override
    public byte[] write(Receipt receipt) {
        XmlText xml = new XmlText().open(RECEIPT);
        if (receipt.leaf() instanceof Frozen frozen) {
            xml.text(PACKAGE_ITEM, base64(receipt.packet()));
            xml.open(FREEZE_RECEIPT).text(LOOKUP_CODE, frozen.lookupCode());
            version(xml, frozen).text(EFFECTIVE_ON, frozen.effectiveOn());
        } else if (receipt.leaf() instanceof Answered answered) {
            xml.open(INTAKE_RECEIPT).text(RECEIPT_NO, answered.receiptNo());
            version(xml, answered).flag(RECEIPT_ACCEPTED, answered.accepted()).text(RECEIPT_AT, answered.at());
        }
        xml.text(RECEIPT_SALT, receipt.leaf().salt()).close();
        xml.text(RECEIPT_PLACE, receipt.place()).open(RECEIPT_PATH);
        receipt.path().forEach(hash -> xml.text(RECEIPT_NEIGHBOUR, hash));
        return xml.close()
                .text(RECEIPT_SIGNED_LIST, base64(receipt.signedList()))
                .close()
                .bytes();
    }

    private static XmlText version(XmlText xml, ReceiptLeaf leaf) {
        return xml.text(YEAR_RECORD, leaf.yearRecordId())
                .text(VERSION, leaf.versionNo())
                .text(PACKET_HASH, leaf.packetHash());
    }

    @Override
    public Receipt read(Document checked) {
        Fields root = Fields.of(checked);
        String packet = root.text(PACKAGE_ITEM);
        return new Receipt(
                packet == null ? null : bytes(packet),
                packet == null ? answered(root.child(INTAKE_RECEIPT)) : frozen(root.child(FREEZE_RECEIPT)),
                root.number(RECEIPT_PLACE),
                root.child(RECEIPT_PATH).children(RECEIPT_NEIGHBOUR).stream()
                        .map(Fields::content)
                        .toList(),
                bytes(root.text(RECEIPT_SIGNED_LIST)));
    }

    private static Frozen frozen(Fields leaf) {
        return new Frozen(
                leaf.text(LOOKUP_CODE),
                leaf.text(YEAR_RECORD),
                leaf.number(VERSION),
                leaf.text(PACKET_HASH),
                leaf.date(EFFECTIVE_ON),
                leaf.text(RECEIPT_SALT));
    }

    private static Answered answered(Fields leaf) {
        return new Answered(
                leaf.text(RECEIPT_NO),
                leaf.text(YEAR_RECORD),
                leaf.number(VERSION),
                leaf.text(PACKET_HASH),
                leaf.flag(RECEIPT_ACCEPTED),
                Instant.parse(leaf.text(RECEIPT_AT)),
                leaf.text(RECEIPT_SALT));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String base64) {
        return Base64.getMimeDecoder().decode(base64);
    }
}
