package vn.hocba.school.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An .xlsx whose XML the test writes itself, for shapes that no library writes. */
public final class RawWorkbook {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private int count;

    /** @param rows the content of sheetData */
    public RawWorkbook sheet(String name, String rows) {
        return sheet(name, "", rows);
    }

    /** @param attributes such as {@code state="hidden"} */
    public RawWorkbook sheet(String name, String attributes, String rows) {
        listed(name, attributes);
        parts.put(
                "xl/worksheets/sheet" + count + ".xml",
                "<?xml version=\"1.0\"?><worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows
                        + "</sheetData></worksheet>");
        return this;
    }

    /** A sheet that the workbook lists and that is not there. */
    public RawWorkbook listed(String name, String attributes) {
        count++;
        sheets.append(
                "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\" %s/>".formatted(name, count, count, attributes));
        relations.append("<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                .formatted(count, RELATIONS, count));
        return this;
    }

    /** @param items the content of sst */
    public RawWorkbook sharedTexts(String items) {
        relations.append("<Relationship Id=\"rIdS\" Type=\"%s/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
                .formatted(RELATIONS));
        return part("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\">" + items + "</sst>");
    }

    /** Any other file inside. */
    public RawWorkbook part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    public byte[] bytes() {
        Map<String, String> all = new LinkedHashMap<>(parts);
        if (count > 0) {
            all.put(
                    "xl/workbook.xml",
                    "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
                            .formatted(MAIN, RELATIONS, sheets));
            all.put(
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
                            + "</Relationships>");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
