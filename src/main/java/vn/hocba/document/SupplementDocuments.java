package vn.hocba.document;

import static vn.hocba.document.PacketNames.*;

import java.util.List;
import org.springframework.stereotype.Service;
import org.w3c.dom.Document;
import vn.hocba.document.Supplement.Beside;
import vn.hocba.document.Supplement.Change;
import vn.hocba.document.Supplement.Consequence;
import vn.hocba.document.Supplement.Decision;

@Service
class SupplementDocuments implements SupplementFormat {

    @Override
    public byte[] write(Supplement supplement) {
        XmlText xml = new XmlText();
        boolean current = supplement.structure() == Supplement.CURRENT;
        xml.open(SUPPLEMENT).open(SUPPLEMENT_SEALED, ID, SUPPLEMENT_SEALED_ID).open(SUPPLEMENT_DATA, ID, DATA_ID);
        xml.text(SUPPLEMENT_STRUCTURE, current ? Supplement.CURRENT : null);
        xml.text(SUPPLEMENT_ID, supplement.id());
        xml.text(REPLACES, supplement.replaces());
        beside(xml, supplement.beside());
        change(xml, supplement.change());
        consequences(xml, supplement.consequences());
        decision(xml, supplement.decision());
        xml.text(CREATED_ON, supplement.createdOn()).close();
        if (current) {
            xml.open(MANAGER_SLOT).close();
        }
        xml.open(SEAL_SLOT).close().close();
        if (current) {
            xml.open(LEADER_SLOT).close();
        }
        return xml.open(PROVINCE_SLOT).close().close().bytes();
    }

    private static void beside(XmlText xml, Beside beside) {
        xml.open(SUPPLEMENT_BESIDE)
                .text(LOOKUP_CODE, beside.lookupCode())
                .text(YEAR_RECORD, beside.yearRecordId())
                .text(VERSION, beside.versionNo())
                .text(PACKET_HASH, beside.packetHash())
                .text(SCHOOL_CODE, beside.schoolCode())
                .text(SCHOOL_NAME, beside.schoolName())
                .close();
    }

    private static void change(XmlText xml, Change change) {
        xml.open(CHANGE)
                .text(CHANGE_GROUND, GROUNDS.get(change.ground()))
                .open(FIELD, CODE_ATTRIBUTE, change.field())
                .content(FIELD, change.fieldName())
                .close()
                .text(FORMER_VALUE, change.former())
                .text(RIGHT_VALUE, change.right())
                .close();
    }

    private static void consequences(XmlText xml, List<Consequence> consequences) {
        if (consequences.isEmpty()) {
            return;
        }
        xml.open(CONSEQUENCES);
        for (Consequence one : consequences) {
            xml.open(CONSEQUENCE)
                    .open(FIELD, CODE_ATTRIBUTE, one.field())
                    .content(FIELD, one.fieldName())
                    .close()
                    .text(FORMER_VALUE, one.former())
                    .text(RIGHT_VALUE, one.right())
                    .close();
        }
        xml.close();
    }

    private static List<Consequence> consequences(Fields data) {
        return data.children(CONSEQUENCES).stream()
                .flatMap(all -> all.children(CONSEQUENCE).stream())
                .map(one -> new Consequence(
                        one.child(FIELD).attribute(CODE_ATTRIBUTE),
                        one.text(FIELD),
                        one.text(FORMER_VALUE),
                        one.text(RIGHT_VALUE)))
                .toList();
    }

    private static void decision(XmlText xml, Decision decision) {
        xml.open(DECISION)
                .text(DECISION_NO, decision.number())
                .text(DECISION_DAY, decision.on())
                .text(DECISION_AUTHORITY, decision.authority())
                .text(DECISION_REASON, decision.reason())
                .close();
    }

    @Override
    public Supplement read(Document checked) {
        Fields data = Fields.of(checked).child(SUPPLEMENT_SEALED).child(SUPPLEMENT_DATA);
        Fields beside = data.child(SUPPLEMENT_BESIDE);
        Fields change = data.child(CHANGE);
        Fields decision = data.child(DECISION);
        return new Supplement(
                data.text(SUPPLEMENT_STRUCTURE) == null ? Supplement.FORMER : data.number(SUPPLEMENT_STRUCTURE),
                data.text(SUPPLEMENT_ID),
                data.text(REPLACES),
                new Beside(
                        beside.text(LOOKUP_CODE),
                        beside.text(YEAR_RECORD),
                        beside.number(VERSION),
                        beside.text(PACKET_HASH),
                        beside.text(SCHOOL_CODE),
                        beside.text(SCHOOL_NAME)),
                new Change(
                        keyOf(GROUNDS, change.text(CHANGE_GROUND)),
                        change.child(FIELD).attribute(CODE_ATTRIBUTE),
                        change.text(FIELD),
                        change.text(FORMER_VALUE),
                        change.text(RIGHT_VALUE)),
                consequences(data),
                new Decision(
                        decision.text(DECISION_NO),
                        decision.date(DECISION_DAY),
                        decision.text(DECISION_AUTHORITY),
                        decision.text(DECISION_REASON)),
                data.date(CREATED_ON));
    }
}
