package vn.hocba.school.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.hocba.shared.Refused;

/**
 * Finds the sheets and the shared texts of an .xlsx. Elements are known by their local names, so that the transitional and the strict form of the format
 * (ISO/IEC 29500) are read alike.
 */
final class WorkbookXml {

    /** The JDK's own limit, which is none if it is not set. */
    private static final String DEEPEST = "jdk.xml.maxElementDepth";

    private static final String DEEPEST_ELEMENT = "100";

    private static final int MAX_SHEETS = 100;
    private static final int MAX_SHARED = 1_000_000;
    private static final int MAX_TEXT = 1_000_000;
    private static final long MAX_SHARED_LETTERS = 20_000_000;

    private WorkbookXml() {}

    /**
     * A sheet as the workbook lists it.
     *
     * @param part the file with its content
     */
    record Entry(String name, boolean hidden, String part) {}

    /**
     * What the workbook lists.
     *
     * @param date1904 whether days are counted from 1904
     * @param sharedPart the file with the texts; null when there is none
     */
    record Contents(List<Entry> sheets, boolean date1904, String sharedPart) {}

    /** A reader that follows no reference out of the document, declares no entities, and keeps no more in memory than a cell can hold. */
    static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(DEEPEST, DEEPEST_ELEMENT);
        return factory.createXMLStreamReader(new TokenLimit(in));
    }

    /** @throws Refused when it lists a sheet that is not there */
    static Contents contents(WorkbookParts parts) throws IOException, XMLStreamException {
        String workbook = relations(parts, "", "_rels/.rels").values().stream()
                .filter(relation -> relation.type().endsWith("/officeDocument"))
                .map(Relation::target)
                .findFirst()
                .orElse("xl/workbook.xml");
        String folder = workbook.substring(0, workbook.lastIndexOf('/') + 1);
        Map<String, Relation> relations =
                relations(parts, folder, folder + "_rels/" + workbook.substring(folder.length()) + ".rels");
        List<Entry> sheets = new ArrayList<>();
        boolean date1904 = false;
        try (InputStream in = parts.open(workbook)) {
            XMLStreamReader xml = reader(in);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("workbookPr")) {
                    String counted = attribute(xml, "date1904");
                    date1904 = "1".equals(counted) || "true".equals(counted);
                } else if (xml.getLocalName().equals("sheet")) {
                    sheet(xml, relations, parts, sheets);
                }
            }
        }
        return new Contents(
                sheets,
                date1904,
                relations.values().stream()
                        .filter(relation -> relation.type().endsWith("/sharedStrings"))
                        .map(Relation::target)
                        .filter(parts::has)
                        .findFirst()
                        .orElse(null));
    }

    private static void sheet(
            XMLStreamReader xml, Map<String, Relation> relations, WorkbookParts parts, List<Entry> sheets) {
        String name = String.valueOf(attribute(xml, "name"));
        Relation relation = relations.get(relationId(xml));
        boolean worksheet = relation == null || relation.type().endsWith("/worksheet");
        if (!worksheet) {
            return;
        }
        if (relation == null || !parts.has(relation.target())) {
            throw Refused.invalid("school.file.sheet-missing", name);
        }
        if (sheets.size() >= MAX_SHEETS) {
            throw Refused.invalid("school.file.bomb");
        }
        String state = attribute(xml, "state");
        sheets.add(new Entry(name, state != null && !state.equals("visible"), relation.target()));
    }

    /** The texts of a workbook, in the order of their numbers. */
    static List<Cell> shared(WorkbookParts parts, String part) throws IOException, XMLStreamException {
        List<Cell> texts = new ArrayList<>();
        if (part == null) {
            return texts;
        }
        long letters = 0;
        try (InputStream in = parts.open(part)) {
            XMLStreamReader xml = reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("si")) {
                    String text = richText(xml, "si");
                    letters += text.length();
                    if (letters > MAX_SHARED_LETTERS || texts.size() >= MAX_SHARED) {
                        throw Refused.invalid("school.file.bomb");
                    }
                    texts.add(CellText.text(text));
                }
            }
        }
        return texts;
    }

    /** The pieces of a text up to the end of an element, without its readings in another script. */
    static String richText(XMLStreamReader xml, String end) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        int inReading = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    inText = xml.getLocalName().equals("t");
                    inReading += xml.getLocalName().equals("rPh") ? 1 : 0;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inText && inReading == 0) {
                        text.append(xml.getText());
                    }
                    if (text.length() > MAX_TEXT) {
                        throw Refused.invalid("school.file.bomb");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    inText = false;
                    inReading -= xml.getLocalName().equals("rPh") ? 1 : 0;
                    if (xml.getLocalName().equals(end)) {
                        return text.toString();
                    }
                }
                default -> {
                    // Comments and the like say nothing.
                }
            }
        }
        return text.toString();
    }

    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals(name) && (namespace == null || namespace.isEmpty())) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    private record Relation(String type, String target) {}

    private static Map<String, Relation> relations(WorkbookParts parts, String folder, String part)
            throws IOException, XMLStreamException {
        Map<String, Relation> relations = new HashMap<>();
        if (!parts.has(part)) {
            return relations;
        }
        try (InputStream in = parts.open(part)) {
            XMLStreamReader xml = reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")
                        && !"External".equals(attribute(xml, "TargetMode"))) {
                    String target = String.valueOf(attribute(xml, "Target")).replace('\\', '/');
                    relations.put(
                            attribute(xml, "Id"),
                            new Relation(
                                    String.valueOf(attribute(xml, "Type")),
                                    URI.create("/" + folder)
                                            .resolve(target.replace(" ", "%20"))
                                            .getPath()
                                            .substring(1)));
                }
            }
        }
        return relations;
    }

    private static String relationId(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals("id")
                    && namespace != null
                    && namespace.endsWith("/relationships")) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }
}
