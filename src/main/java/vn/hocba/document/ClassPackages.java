package vn.hocba.document;

import static vn.hocba.document.PacketNames.*;

import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Service;
import org.w3c.dom.Document;
import vn.hocba.shared.Refused;

@Service
class ClassPackages implements PackageFormat {

    private final PacketSchema schema;

    ClassPackages(PacketSchema schema) {
        this.schema = schema;
    }

    @Override
    public byte[] write(ClassPackage content) {
        XmlText xml = new XmlText();
        xml.open(PACKAGE)
                .text(PACKAGE_ID, content.id())
                .text(SCHOOL_CODE, content.schoolCode())
                .text(CLASS_NAME, content.className())
                .text(SCHOOL_YEAR, schoolYear(content.schoolYear()))
                .open(PACKAGE_LIST);
        for (ClassPackage.Item item : content.items()) {
            xml.open(PACKAGE_ITEM, YEAR_RECORD, item.yearRecordId(), VERSION, Integer.toString(item.versionNo()))
                    .content(PACKAGE_ITEM, Base64.getEncoder().encodeToString(item.packet()))
                    .close();
        }
        return xml.close().close().bytes();
    }

    /** The schema sets the number no limit. */
    private static int version(Fields item) {
        try {
            return Integer.parseInt(item.attribute(VERSION).strip());
        } catch (NumberFormatException e) {
            throw Refused.invalid("packet.structure", VERSION);
        }
    }

    @Override
    public ClassPackage read(byte[] content) {
        Document document = StrictXml.parse(content, StrictXml.PACKAGE_LIMIT);
        schema.checkPackage(document);
        Fields root = Fields.of(document);
        List<ClassPackage.Item> items = root.child(PACKAGE_LIST).children(PACKAGE_ITEM).stream()
                .map(item -> new ClassPackage.Item(
                        item.attribute(YEAR_RECORD),
                        version(item),
                        Base64.getMimeDecoder().decode(item.content())))
                .toList();
        return new ClassPackage(
                root.text(PACKAGE_ID),
                root.text(SCHOOL_CODE),
                root.text(CLASS_NAME),
                schoolYearStart(root.text(SCHOOL_YEAR)),
                items);
    }
}
