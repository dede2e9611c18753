package vn.hocba.document;

import static vn.hocba.document.PacketNames.*;
import static vn.hocba.document.PacketNames.DECISION_DAY;
import static vn.hocba.document.PacketNames.DECISION_NO;
import static vn.hocba.document.PacketNames.DECISION_REASON;
import static vn.hocba.document.PacketNames.SUPPLEMENT_ID;
import static vn.hocba.document.PacketNames.SUPPLEMENT_STRUCTURE;

import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Service;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Sha256;

@Service
class ReportParts implements ReportFormat {

    private static final String REPORT_SUPPLEMENTS = "DANH_SACH_DIEU_CHINH";
    private static final String REPORT_SUPPLEMENT = "VAN_BAN_DIEU_CHINH";
    private static final String REPORT_RETRACTIONS = "DANH_SACH_THU_HOI";
    private static final String REPORT_RETRACTION = "HOC_BA_THU_HOI";
    private static final String TOTAL = "TONG_SO";

    private final PacketSchema schema;

    ReportParts(PacketSchema schema) {
        this.schema = schema;
    }

    @Override
    public byte[] write(ReportPart part) {
        XmlText xml = new XmlText();
        xml.open(REPORT)
                .text(SUPPLEMENT_STRUCTURE, ReportPart.STRUCTURE)
                .text(REPORT_ID, part.reportId())
                .text(PROVINCE_CODE, part.provinceCode())
                .text(SCHOOL_YEAR, schoolYear(part.schoolYear()))
                .text(WAVE, part.wave())
                .text(PART_NO, part.partNo())
                .text(PARTS, part.parts())
                .text(REPORT_TOTAL, part.total())
                .text(PART_TOTAL, part.items().size())
                .open(PACKAGE_LIST);
        for (ReportPart.Item item : part.items()) {
            xml.open(
                            PACKAGE_ITEM,
                            PACKET_HASH,
                            item.hash(),
                            YEAR_RECORD,
                            item.yearRecordId(),
                            VERSION,
                            Integer.toString(item.versionNo()))
                    .content(PACKAGE_ITEM, Base64.getEncoder().encodeToString(item.packet()))
                    .close();
        }
        write(part.changes(), xml.close());
        return xml.close().bytes();
    }

    private static void write(ReportChanges changes, XmlText xml) {
        xml.open(REPORT_SUPPLEMENTS, TOTAL, Integer.toString(changes.supplementTotal()));
        for (ReportChanges.SignedSupplement one : changes.supplements()) {
            xml.open(
                            REPORT_SUPPLEMENT,
                            PACKET_HASH,
                            one.hash(),
                            SUPPLEMENT_ID,
                            one.id(),
                            YEAR_RECORD,
                            one.yearRecordId())
                    .content(REPORT_SUPPLEMENT, Base64.getEncoder().encodeToString(one.document()))
                    .close();
        }
        xml.close().open(REPORT_RETRACTIONS, TOTAL, Integer.toString(changes.retractionTotal()));
        for (ReportChanges.Retraction one : changes.retractions()) {
            xml.open(REPORT_RETRACTION)
                    .text(YEAR_RECORD, one.yearRecordId())
                    .text(VERSION, one.versionNo())
                    .text(DECISION_NO, one.decisionNo())
                    .text(DECISION_DAY, one.on())
                    .text(DECISION_REASON, one.reason())
                    .close();
        }
        xml.close();
    }

    @Override
    public ReportPart read(byte[] content) {
        var document = StrictXml.parse(content, StrictXml.PACKAGE_LIMIT);
        schema.checkReport(document);
        Fields root = Fields.of(document);
        List<ReportPart.Item> items = root.child(PACKAGE_LIST).children(PACKAGE_ITEM).stream()
                .map(item -> new ReportPart.Item(
                        item.attribute(YEAR_RECORD),
                        Integer.parseInt(item.attribute(VERSION)),
                        item.attribute(PACKET_HASH),
                        Base64.getMimeDecoder().decode(item.content())))
                .toList();
        if (root.number(PART_TOTAL) != items.size()) {
            throw Refused.invalid("packet.report-count", root.number(PART_TOTAL), items.size());
        }
        for (ReportPart.Item item : items) {
            if (!item.hash().equals(Sha256.of(item.packet()))) {
                throw Refused.invalid("packet.report-hash", item.yearRecordId());
            }
        }
        return new ReportPart(
                root.text(REPORT_ID),
                root.text(PROVINCE_CODE),
                schoolYearStart(root.text(SCHOOL_YEAR)),
                root.number(WAVE),
                root.number(PART_NO),
                root.number(PARTS),
                root.number(REPORT_TOTAL),
                items,
                changes(root));
    }

    private static ReportChanges changes(Fields root) {
        if (root.children(REPORT_SUPPLEMENTS).isEmpty()) {
            return ReportChanges.NONE;
        }
        Fields supplements = root.child(REPORT_SUPPLEMENTS);
        Fields retractions = root.child(REPORT_RETRACTIONS);
        List<ReportChanges.SignedSupplement> documents = supplements.children(REPORT_SUPPLEMENT).stream()
                .map(item -> new ReportChanges.SignedSupplement(
                        item.attribute(SUPPLEMENT_ID),
                        item.attribute(YEAR_RECORD),
                        item.attribute(PACKET_HASH),
                        Base64.getMimeDecoder().decode(item.content())))
                .toList();
        for (ReportChanges.SignedSupplement one : documents) {
            if (!one.hash().equals(Sha256.of(one.document()))) {
                throw Refused.invalid("packet.report-hash", one.yearRecordId());
            }
        }
        return new ReportChanges(
                Integer.parseInt(supplements.attribute(TOTAL)),
                Integer.parseInt(retractions.attribute(TOTAL)),
                documents,
                retractions.children(REPORT_RETRACTION).stream()
                        .map(item -> new ReportChanges.Retraction(
                                item.text(YEAR_RECORD),
                                item.number(VERSION),
                                item.text(DECISION_NO),
                                item.date(DECISION_DAY),
                                item.text(DECISION_REASON)))
                        .toList());
    }
}
