package vn.hocba.school.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import vn.hocba.shared.Refused;
import vn.hocba.shared.VietnameseText;

/** Opens an .xlsx that somebody uploaded, whichever program wrote it. */
public final class WorkbookFile {

    /** Bytes of a file as uploaded. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    private WorkbookFile() {}

    /**
     * Reads all sheets, hidden ones too.
     *
     * @throws Refused when it is no .xlsx, is damaged, or is larger than a school's workbook can be
     */
    public static List<Sheet> read(byte[] content) {
        if (content.length > MAX_BYTES) {
            throw Refused.invalid("school.file.too-large", MAX_BYTES / 1024 / 1024);
        }
        if (content.length == 0) {
            throw Refused.invalid("school.file.empty");
        }
        if (!FileKind.isZip(content)) {
            throw Refused.invalid(FileKind.whyNot(content));
        }
        try (WorkbookParts parts = WorkbookParts.of(content)) {
            return sheets(parts);
        } catch (Refused e) {
            throw e;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            // The parser's words are for programmers; what a person can do about it is always the same.
            throw Refused.invalid("school.file.damaged");
        }
    }

    private static List<Sheet> sheets(WorkbookParts parts) throws IOException, XMLStreamException {
        if (!parts.hasEnding("workbook.xml")) {
            throw Refused.invalid(FileKind.whyNot(parts));
        }
        WorkbookXml.Contents contents = WorkbookXml.contents(parts);
        SheetXml reader = new SheetXml(WorkbookXml.shared(parts, contents.sharedPart()), contents.date1904());
        List<Sheet> sheets = new ArrayList<>();
        for (WorkbookXml.Entry entry : contents.sheets()) {
            try (InputStream in = parts.open(entry.part())) {
                sheets.add(new Sheet(VietnameseText.clean(entry.name()), entry.hidden(), reader.rows(in)));
            }
        }
        return sheets;
    }
}
